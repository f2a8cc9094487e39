import Foundation
import Networks
import Testing

/// Losses by hand, one value at a time, and what they refuse.
struct LossTests {
  /// A loss, one output and one target with the loss and the slope they give.
  struct Example: CustomStringConvertible, Sendable {
    let description: String
    let loss: any Loss
    let output: [Float]
    let target: [Float]
    let value: Double
    let slopes: [Double]
  }

  static let examples = [
    Example(
      description: "absolute error below", loss: MeanAbsoluteError(), output: [1], target: [3], value: 2,
      slopes: [-1]),
    Example(
      description: "absolute error of 0 has no slope", loss: MeanAbsoluteError(), output: [3], target: [3],
      value: 0, slopes: [0]),
    Example(
      description: "Huber within δ", loss: HuberLoss(delta: 2), output: [4], target: [3], value: 0.5,
      slopes: [1]),
    Example(
      description: "Huber beyond δ: 2 (5 − 1)", loss: HuberLoss(delta: 2), output: [-2], target: [3],
      value: 8, slopes: [-2]),
    Example(
      description: "hinge on the right side but near", loss: HingeLoss(), output: [0.25], target: [1],
      value: 0.75, slopes: [-1]),
    Example(
      description: "hinge on the wrong side", loss: HingeLoss(), output: [0.5], target: [0], value: 1.5,
      slopes: [1]),
    Example(
      description: "hinge far on the right side", loss: HingeLoss(), output: [-3], target: [0], value: 0,
      slopes: [0]),
    Example(
      description: "a positive that counts 4 times at even odds: 4 ln 2",
      loss: BinaryCrossEntropy(positiveWeight: 4),
      output: [0], target: [1], value: 4 * log(2.0), slopes: [-2]),
    Example(
      description: "a target of 1 smoothed to 0.9 at even odds",
      loss: BinaryCrossEntropy(labelSmoothing: 0.2),
      output: [0], target: [1], value: log(2.0), slopes: [0.5 - 0.9]),
    Example(
      description: "a distribution met exactly", loss: KullbackLeibler(),
      output: [0, Float(log(3.0))], target: [0.25, 0.75], value: 0, slopes: [0, 0]),
    Example(
      description: "a sure target at even odds: ln 2", loss: KullbackLeibler(), output: [1, 1],
      target: [0, 1],
      value: log(2.0), slopes: [0.5, -0.5]),
    Example(
      description: "a normal distribution moved by 2: 4 / 2", loss: GaussianKullbackLeibler(),
      output: [2, 0],
      target: [0, 0], value: 2, slopes: [2, 0]),
    Example(
      description: "four times the variance: (3 − ln 4) / 2", loss: GaussianKullbackLeibler(),
      output: [0, Float(log(4.0))], target: [0, 0], value: (3 - log(4.0)) / 2, slopes: [0, 1.5]),
    // Shares ¼ and ¾ of 1 and −1 earn −½, so √e is lost; −√e · ¼ · (1 + ½) is the first slope.
    Example(
      description: "three quarters in what loses all", loss: ExponentialUtility(),
      output: [0, Float(log(3.0))], target: [1, -1], value: exp(0.5),
      slopes: [-0.375 * exp(0.5), 0.375 * exp(0.5)]),
  ]

  @Test(arguments: examples) func `one row by hand`(_ example: Example) throws {
    let width = example.output.count
    let function = try NetworkFunction(
      NetworkConfiguration(input: [width], [ActivationLayer(.identity)], loss: example.loss),
      on: ExampleSet(rows: 1, columns: width, features: example.output, targets: example.target))
    let gradient = function.gradient([])
    #expect(abs(gradient.loss - example.value) < 1e-7)
    for (slope, expected) in zip(gradient.features, example.slopes) { #expect(abs(slope - expected) < 1e-7) }
  }

  @Test func `settings and targets out of range are refused`() throws {
    func refusal(_ loss: any Loss, _ targets: [Float], width: Int = 1) -> NetworkError? {
      do {
        _ = try NetworkFunction(
          NetworkConfiguration(input: [width], [ActivationLayer(.identity)], loss: loss),
          on: ExampleSet(
            rows: 1, columns: width, features: [Float](repeating: 0, count: width), targets: targets))
        return nil
      } catch { return error as? NetworkError }
    }
    #expect(
      refusal(HuberLoss(delta: 0), [0])
        == .illegalParameter(name: "delta", legalRange: "0 < delta < ∞", value: "0.0"))
    #expect(refusal(HingeLoss(), [-1]) == .targetOutOfRange(row: 0, value: -1, legalRange: "0, 1"))
    #expect(
      refusal(BinaryCrossEntropy(labelSmoothing: 1), [0])
        == .illegalParameter(name: "labelSmoothing", legalRange: "0 ≤ labelSmoothing < 1", value: "1.0"))
    #expect(
      refusal(BinaryCrossEntropy(positiveWeight: 0), [0])
        == .illegalParameter(name: "positiveWeight", legalRange: "0 < positiveWeight < ∞", value: "0.0"))
    #expect(refusal(KullbackLeibler(), [0.5, 0.25], width: 2) == .notADistribution(row: 0, sum: 0.75))
    #expect(refusal(KullbackLeibler(), [0.5, 0.5], width: 2) == nil)
    #expect(
      refusal(GaussianKullbackLeibler(), [0, 0, 0], width: 3)
        == .illegalParameter(name: "output.width", legalRange: "2, 4, 6, …", value: "3"))
  }

  @Test func `new refusals are worded in both languages`() {
    #expect(
      NetworkError.labelsTooLong(row: 3, needed: 9, time: 8).description
        == "the labels of row 3 (counting from 0) need 9 time steps; the output has 8")
    #expect(
      NetworkError.labelsTooLong(row: 3, needed: 9, time: 8).chineseDescription
        == "第 3 行（从 0 数起）的标签序列至少需要 9 个时间步，而输出只有 8 个")
    #expect(
      NetworkError.notADistribution(row: 2, sum: 0.5).description
        == "the target probabilities of row 2 (counting from 0) add up to 0.5; they must add up to 1")
    #expect(
      NetworkError.notADistribution(row: 2, sum: 0.5).chineseDescription == "第 2 行（从 0 数起）的目标概率之和为 0.5，必须等于 1"
    )
  }
}
