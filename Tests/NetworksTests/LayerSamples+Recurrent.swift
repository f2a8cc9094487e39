import Networks

extension LayerSamples {
  /// Every setting of both kinds once: whole sequence and last state, both directions, with padding.
  static func recurrent() throws -> [(kind: String, sample: Sample)] {
    var samples: [(kind: String, sample: Sample)] = []
    for returnsSequence in [false, true] {
      for isReversed in [false, true] {
        let words = "\(returnsSequence ? "sequence" : "last state")\(isReversed ? ", reversed" : "")"
        let head: [any Layer] = [Reshape.flatten, Dense(2)]
        func network(_ layer: any Layer) -> NetworkConfiguration {
          NetworkConfiguration(input: [4, 3], [Dense(2), layer] + head, loss: MeanSquaredError())
        }
        samples.append(
          (
            "gru",
            try Sample(
              "GRU, \(words)",
              network(GRU(5, returnsSequence: returnsSequence, isReversed: isReversed)))
          ))
        samples.append(
          (
            "lstm",
            try Sample(
              "LSTM, \(words)",
              network(LSTM(5, returnsSequence: returnsSequence, isReversed: isReversed)))
          ))
      }
    }
    samples.append(("gru", try padded("GRU both ways with padding", GRU(3, paddingIndex: 0))))
    samples.append(
      (
        "lstm",
        try padded(
          "LSTM both ways with padding", LSTM(3, returnsSequence: true, paddingIndex: 0))
      ))
    samples.append(
      (
        "gru",
        try Sample(
          "GRU of one step", NetworkConfiguration(input: [1, 2], [GRU(3)], loss: MeanSquaredError()),
          rows: 1)
      ))
    return samples
  }

  /// Features [4, 2] and four tokens a row, with padding before, between and after, and one row of it only.
  private static func padded(_ name: String, _ layer: some RecurrentLayer) throws -> Sample {
    var builder = NetworkBuilder()
    let sequence = builder.input("sequence", [4, 2])
    let tokens = builder.input("tokens", [4])
    let both = builder.bidirectional(layer, to: sequence, tokens: tokens)
    let flat = builder.add(Reshape.flatten, to: both)
    _ = builder.add(Dense(2), to: flat)
    let marks: [[Float]] = [[1, 2, 3, 4], [3, 2, 0, 0], [0, 0, 5, 1], [2, 0, 0, 1], [0, 0, 0, 0]]
    var features: [Float] = []
    for (row, mark) in marks.enumerated() {
      features += Formula.features(rows: 1, columns: 8, start: 8 * row) + mark
    }
    return try Sample(name, builder.network(loss: MeanSquaredError()), rows: marks.count, features: features)
  }
}
