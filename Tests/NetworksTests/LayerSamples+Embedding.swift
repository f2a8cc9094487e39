import Networks

extension LayerSamples {
  /// Tokens with and without padding, as the input and through a view of it; learned and fixed positions.
  static func embedding() throws -> [(kind: String, sample: Sample)] {
    func network(_ layers: [any Layer]) -> NetworkConfiguration {
      NetworkConfiguration(input: [4], layers + [Reshape.flatten, Dense(2)], loss: MeanSquaredError())
    }
    // Tokens come more than once in a row and in the batch; 6 never comes.
    let tokens: [Float] = [0, 1, 2, 1, 3, 3, 3, 3, 5, 4, 0, 0, 1, 2, 5, 4, 0, 0, 0, 0]
    var positioned = NetworkBuilder()
    let x = positioned.input("x", [4, 3])
    let inner = positioned.add(Dense(3, .tanh), to: x)
    let learned = positioned.add(LearnedPositions(), to: inner)
    let waves = positioned.add(SinusoidalPositions(), to: learned)
    let flat = positioned.add(Reshape.flatten, to: waves)
    _ = positioned.add(Dense(2), to: flat)
    let positions = try Sample("positions of numbers", positioned.network(loss: MeanSquaredError()))
    return [
      (
        "embedding",
        try Sample("embedding", network([Embedding(vocabulary: 7, width: 3)]), features: tokens)
      ),
      (
        "embedding",
        try Sample(
          "embedding with padding, of a view",
          network([Reshape([2, 2]), Embedding(vocabulary: 7, width: 19, paddingIndex: 0)]), features: tokens)
      ),
      (
        "learned-positions",
        try Sample(
          "learned positions of tokens",
          network([Embedding(vocabulary: 7, width: 3), LearnedPositions(), Dense(2, .tanh)]),
          features: tokens)
      ),
      ("learned-positions", positions), ("sinusoidal-positions", positions),
    ]
  }
}
