import Foundation
import Kernels
import Networks
import Testing

/// Losses and their gradients beside PyTorch's; the program is References/losses.py.
struct PyTorchLossTests {
  /// Outputs [5, 3] from −3 to 3, targets from −1 to 1, and marks of which two in five are 1.
  private let output = Formula.features(rows: 5, columns: 3).map { 3 * $0 }
  private let numeric = Formula.features(rows: 5, columns: 3, start: 500)
  private let binary: [Float] = (0..<15).map { Formula.even(600 + $0) < 0.4 ? 1 : 0 }

  @Test func `mean absolute error`() throws {
    try expect(
      MeanAbsoluteError(), output, [3], targets: numeric,
      loss: 1.8400019899,
      slopes: [
        0.066666667, -0.066666667, 0.066666667, -0.066666667, -0.066666667, -0.066666667, -0.066666667,
        0.066666667, 0.066666667, 0.066666667, -0.066666667, 0.066666667, -0.066666667, 0.066666667,
        -0.066666667,
      ])
  }

  @Test func `mean absolute error with row weights`() throws {
    try expect(
      MeanAbsoluteError(), output, [3], targets: numeric, weights: [1, 2, 0, 0.5, 1.5],
      loss: 1.7996661067,
      slopes: [
        0.066666667, -0.066666667, 0.066666667, -0.133333333, -0.133333333, -0.133333333, 0, 0, 0,
        0.033333333, -0.033333333, 0.033333333, -0.100000000, 0.100000000, -0.100000000,
      ])
  }

  @Test func `Huber loss`() throws {
    try expect(
      HuberLoss(delta: 0.8), output, [3], targets: numeric,
      loss: 1.1706680452,
      slopes: [
        0.053333333, -0.053333333, 0.029372718, -0.053333333, -0.053333333, -0.053333333, -0.013759265,
        0.053333333, 0.053333333, 0.053333333, -0.053333333, 0.053333333, -0.053333333, 0.034661363,
        -0.053333333,
      ])
  }

  @Test func `hinge loss`() throws {
    try expect(
      HingeLoss(), output, [3], targets: binary,
      loss: 0.9841213723,
      slopes: [
        0, 0, 0.066666667, 0, -0.066666667, 0, -0.066666667, 0.066666667, 0.066666667, 0.066666667, 0, 0,
        -0.066666667, 0.066666667, 0,
      ])
  }

  @Test func `binary cross-entropy with a weight for positives`() throws {
    try expect(
      BinaryCrossEntropy(positiveWeight: 2.5), output, [3], targets: binary,
      loss: 1.0651538567,
      slopes: [
        -0.013649464, 0.011412750, 0.037563861, 0.004975671, -0.119545177, 0.006813127, -0.098464507,
        0.048220342, 0.052688224, 0.063125698, 0.003353241, -0.032137661, -0.093782760, 0.029809798,
        0.008695335,
      ])
  }

  @Test func `binary cross-entropy with label smoothing`() throws {
    try expect(
      BinaryCrossEntropy(labelSmoothing: 0.2), output, [3], targets: binary,
      loss: 0.7913959462,
      slopes: [
        0.001206881, 0.004746084, 0.030897194, -0.001690995, -0.041151404, 0.000146460, -0.032719136,
        0.041553675, 0.046021558, 0.056459032, -0.003313425, -0.006188398, -0.030846437, 0.023143132,
        0.002028668,
      ])
  }

  @Test func `Kullback–Leibler divergence`() throws {
    let logits = Formula.features(rows: 5, columns: 3, start: 700).map { exp(Double(2 * $0)) }
    let shares = logits.indices.map { index in
      let row = logits[index / 3 * 3..<index / 3 * 3 + 3]
      return Float(logits[index] / row.reduce(0, +))
    }
    try expect(
      KullbackLeibler(), output, [3], targets: shares,
      loss: 0.8223644045,
      slopes: [
        0.160687771, -0.010778582, -0.149909189, -0.019443557, 0.076508529, -0.057064971, 0.012192159,
        -0.109804877, 0.097612719, 0.074338361, -0.008197894, -0.066140467, 0.065004917, 0.048612842,
        -0.113617759,
      ])
  }

  @Test func `Kullback–Leibler divergence of normal distributions`() throws {
    try expect(
      GaussianKullbackLeibler(), Formula.features(rows: 5, columns: 4).map { 2 * $0 }, [4],
      targets: Formula.features(rows: 5, columns: 4, start: 800),
      loss: 2.5512196375,
      slopes: [
        0.665687894, -0.343285785, 0.067966906, -0.077562628, -0.607988975, -0.205917233, 0.056542685,
        0.084346127, 0.153107763, 0.214963617, -0.093871329, 0.151615088, 0.259114326, -0.032102719,
        -0.043003606, -0.084456216, 0.133540511, -0.008798146, -0.011420513, -0.071376418,
      ])
  }

  @Test func `CTC of four rows: all different, repeats, one label, the same thrice`() throws {
    try expect(
      CTC(labelLength: 4), Formula.features(rows: 4, columns: 30).map { 2 * $0 }, [6, 5],
      targets: [1, 2, 3, 4, 2, 2, 3, -1, 4, -1, -1, -1, 1, 1, 1, -1],
      loss: 9.8117920582,
      slopes: [
        -0.015333978, -0.050354757, 0.040776156, 0.006420999, 0.018491580, -0.011220598, -0.170361486,
        -0.008488241, 0.049787328, 0.140282998, 0.001628513, 0.076300979, -0.115921916, 0.023084407,
        0.014908018, 0.002315587, 0.138147136, -0.046906756, -0.098477858, 0.004921892, -0.036649847,
        0.042436097, 0.104412654, -0.098831942, -0.011366963, 0.024190490, 0.059081873, 0.075549648,
        0.044696694, -0.203518706, 0.019855563, 0.004768263, -0.161476197, 0.119639979, 0.017212392,
        -0.141807258, 0.028742999, -0.056093873, 0.076062125, 0.093096007, -0.078370001, 0.210084774,
        -0.151921842, 0.004813715, 0.015393353, -0.026128624, 0.008316748, -0.074801083, 0.064606931,
        0.028006028, -0.020207281, 0.096299210, -0.015233301, -0.069127330, 0.008268701, -0.004379082,
        0.004641442, 0.007235552, -0.021319560, 0.013821649, -0.123505243, 0.010047986, 0.135182971,
        0.007900813, -0.029626526, -0.095036100, 0.146275416, 0.058816761, 0.003373723, -0.113429800,
        -0.084628918, 0.004597461, 0.008555532, 0.192603216, -0.121127292, -0.064301224, 0.109165760,
        0.095436844, 0.035173731, -0.175475111, -0.057242687, 0.119300250, 0.095938754, 0.019571846,
        -0.177568162, -0.052633753, 0.019017359, 0.006792059, 0.035569173, -0.008744837, 0.043070235,
        -0.188894862, 0.014161337, 0.041933407, 0.089729883, -0.150983897, -0.018338170, 0.105454346,
        0.054174682, 0.009693039, -0.054355055, -0.101053584, 0.094759324, 0.028553158, 0.032096158,
        0.010464277, -0.126082288, 0.072766814, 0.009423611, 0.033427586, -0.153558640, -0.003084804,
        0.039698787, 0.019041519, 0.097903139, 0.025719512, -0.225289444, 0.013367283, 0.146914045,
        0.039288604,
      ])
  }

  /// Compares in both precisions; the network hands its features on to the loss.
  private func expect(
    _ loss: any Loss, _ output: [Float], _ shape: Shape, targets: [Float], weights: [Float]? = nil,
    loss expected: Double, slopes: [Double]
  ) throws {
    let network = NetworkConfiguration(input: shape, [ActivationLayer(.identity)], loss: loss)
    let examples = ExampleSet(
      rows: output.count / shape.count, columns: shape.count, features: output, targets: targets,
      weights: weights)
    for (precision, tolerance) in [(Precision.double, 2e-7), (.single, 2e-6)] {
      let function = try NetworkFunction(
        network, on: examples, execution: Execution(precision: precision))
      let gradient = function.gradient([])
      #expect(abs(gradient.loss / expected - 1) < tolerance, "\(precision)")
      #expect(gradient.features.count == slopes.count)
      for (slope, reference) in zip(gradient.features, slopes) {
        #expect(abs(slope - reference) < tolerance, "\(precision)")
      }
    }
  }
}
