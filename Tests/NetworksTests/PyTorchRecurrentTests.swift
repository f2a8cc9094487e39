import Networks
import Testing

/// Losses of 50 steps beside PyTorch's; the program is References/recurrent_layers.py.
struct PyTorchRecurrentTests {
  private let time = 7
  private let width = 4

  @Test func `a stack of GRUs follows PyTorch for 50 steps`() throws {
    let network = NetworkConfiguration(
      input: [time, width], [GRU(5, returnsSequence: true), GRU(6), Dense(Trajectory.classes)],
      loss: SoftmaxCrossEntropy())
    let losses = try Trajectory.losses(
      network, features: Formula.features(rows: Trajectory.rows, columns: time * width))
    let expected = [
      1.1546094, 1.1237952, 1.0845093, 1.1204046, 1.1839046, 1.0809700, 1.0683146, 1.0859693, 1.1209809,
      1.1606164, 1.0638981, 1.0623692, 1.0774589, 1.1203969, 1.1284020, 1.0541393, 1.0620904, 1.0650560,
      1.1225679, 1.0987550, 1.0456456, 1.0590198, 1.0492558, 1.1281635, 1.0745316, 1.0350206, 1.0482672,
      1.0294898, 1.1369629, 1.0571606, 1.0202185, 1.0272421, 1.0054488, 1.1481498, 1.0473902, 1.0012087,
      0.9971147, 0.9778742, 1.1598296, 1.0443668, 0.9799197, 0.9635996, 0.9483492, 1.1680799, 1.0444958,
      0.9582732, 0.9339839, 0.9180188, 1.1676940, 1.0431645,
    ]
    Trajectory.expectClose(losses, expected)
  }

  @Test func `an LSTM both ways over padded sequences follows PyTorch's packed ones for 50 steps`() throws {
    var builder = NetworkBuilder()
    let sequence = builder.input("sequence", [time, width])
    let tokens = builder.input("tokens", [time])
    let states = builder.bidirectional(LSTM(5, paddingIndex: 0), to: sequence, tokens: tokens)
    _ = builder.add(Dense(Trajectory.classes), to: states)
    var features: [Float] = []
    for row in 0..<Trajectory.rows {
      let length = 1 + Int(Formula.even(40_000 + row) * Double(time))
      features += Formula.features(rows: 1, columns: time * width, start: row * time * width)
      features += (0..<time).map { $0 < length ? 1 : 0 }
    }
    let losses = try Trajectory.losses(builder.network(loss: SoftmaxCrossEntropy()), features: features)
    let expected = [
      1.0779742, 1.1076891, 1.1705996, 1.0596095, 1.1133876, 1.0224233, 1.0743451, 1.1494095, 1.0423380,
      1.1093366, 1.0044823, 1.0584680, 1.1288909, 1.0272950, 1.0969163, 0.9906456, 1.0442916, 1.1078740,
      1.0127978, 1.0803068, 0.9761481, 1.0292883, 1.0852664, 0.9977301, 1.0602714, 0.9577399, 1.0125721,
      1.0597305, 0.9807191, 1.0368377, 0.9316893, 0.9938357, 1.0296685, 0.9593854, 1.0102797, 0.8930819,
      0.9729435, 0.9934689, 0.9295508, 0.9820939, 0.8369090, 0.9494010, 0.9508121, 0.8864592, 0.9557687,
      0.7649438, 0.9223297, 0.9057669, 0.8374261, 0.9335473,
    ]
    Trajectory.expectClose(losses, expected)
  }
}
