import Networks

/// Samples of every kind of loss; the contract check wants at least one of each kind.
enum LossSamples {
  static func all() throws -> [(kind: String, sample: Sample)] {
    func dense(_ units: Int, _ loss: any Loss) -> NetworkConfiguration {
      NetworkConfiguration(input: [4], [Dense(6, .tanh), Dense(units)], loss: loss)
    }
    return [
      ("mean-squared-error", try Sample("mean squared error", dense(3, MeanSquaredError()))),
      ("binary-cross-entropy", try Sample("binary cross-entropy", dense(3, BinaryCrossEntropy()))),
      ("softmax-cross-entropy", try Sample("softmax cross-entropy", dense(3, SoftmaxCrossEntropy()))),
      (
        "softmax-cross-entropy",
        try Sample(
          "softmax cross-entropy with weights, smoothing and an ignored target",
          dense(
            3,
            SoftmaxCrossEntropy(labelSmoothing: 0.1, classWeights: [1, 2, 0.5], ignoredTarget: -1)),
          targets: [0, 2, -1, 1, 2])
      ),
    ]
  }
}
