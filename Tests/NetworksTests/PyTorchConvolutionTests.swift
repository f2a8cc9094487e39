import Networks
import Testing

/// Losses of 50 steps beside PyTorch's; the program is References/convolution.py.
@Suite struct PyTorchConvolutionTests {
  @Test func `a network of 2-D convolutions follows PyTorch for 50 steps`() throws {
    let network = NetworkConfiguration(
      input: [8, 9, 2],
      [
        Convolution2D(6, kernel: 3, padding: .zeros(1), .relu), MaxPooling2D(2),
        Convolution2D(7, kernel: Extent(2, 3), stride: Extent(1, 2), dilation: 2, padding: .zeros(2), .tanh),
        AveragePooling2D(Extent(2, 1), stride: 1),
        Convolution2D(5, kernel: 2, padding: .same, .silu), GlobalAveragePooling(),
        Dense(Trajectory.classes),
      ], loss: SoftmaxCrossEntropy())
    let features = Formula.features(rows: Trajectory.rows, columns: 8 * 9 * 2)
    let expected = [
      1.0971284, 1.0451258, 1.1829667, 1.1036178, 1.2848265, 1.0453798, 1.0353154, 1.0916021, 1.0898860,
      1.1175332, 1.0847498, 1.0670086, 1.0664562, 1.0884130, 1.0707121, 1.0833876, 1.0602740, 1.0536172,
      1.0611656, 1.0588343, 1.0449311, 1.0218005, 1.0437695, 1.0181336, 1.0643979, 0.9823879, 0.9508442,
      1.0123110, 0.9697253, 1.0337304, 0.9074031, 0.8446967, 0.9318652, 0.9188270, 0.9871523, 0.8018667,
      0.6934410, 0.8771005, 0.8087740, 0.9849294, 0.6930687, 0.5652219, 0.7985638, 0.7056658, 0.9059046,
      0.6264750, 0.4766456, 0.7238318, 0.5870528, 0.8045380,
    ]
    Trajectory.expectClose(try Trajectory.losses(network, features: features), expected)
  }

  @Test func `a network of 1-D and transposed convolutions follows PyTorch for 50 steps`() throws {
    let network = NetworkConfiguration(
      input: [12, 3],
      [
        Convolution1D(5, kernel: 3, dilation: 2, padding: .causal, .gelu), AveragePooling1D(2),
        TransposedConvolution1D(4, kernel: 3, stride: 2, padding: .zeros(1), .relu), Upsampling1D(2),
        GlobalMaxPooling(), Dense(Trajectory.classes),
      ], loss: SoftmaxCrossEntropy())
    let features = Formula.features(rows: Trajectory.rows, columns: 12 * 3)
    let expected = [
      1.2402265, 1.1880249, 1.1136980, 1.1192180, 1.0497971, 1.1441795, 1.1268713, 1.1019614, 1.0856098,
      1.0650661, 1.1120473, 1.1006422, 1.0905219, 1.0683377, 1.0660284, 1.0931325, 1.0858846, 1.0852442,
      1.0556732, 1.0614805, 1.0791975, 1.0768999, 1.0786145, 1.0453753, 1.0526060, 1.0687604, 1.0695033,
      1.0714272, 1.0365973, 1.0379848, 1.0610496, 1.0600152, 1.0671442, 1.0262227, 1.0202105, 1.0496763,
      1.0484214, 1.0611811, 1.0120238, 1.0016727, 1.0345746, 1.0379230, 1.0534840, 0.9947671, 0.9785275,
      1.0109965, 1.0263073, 1.0438083, 0.9719537, 0.9489715,
    ]
    Trajectory.expectClose(try Trajectory.losses(network, features: features), expected)
  }
}
