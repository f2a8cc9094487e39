import Networks

/// Samples of every kind of loss; the contract check wants at least one of each kind.
enum LossSamples {
  static func all() throws -> [(kind: String, sample: Sample)] {
    try elementwise() + classes() + distributions() + placements() + utilities()
  }

  private static func dense(_ units: Int, _ loss: any Loss) -> NetworkConfiguration {
    NetworkConfiguration(input: [4], [Dense(6, .tanh), Dense(units)], loss: loss)
  }

  private static func elementwise() throws -> [(kind: String, sample: Sample)] {
    let marks: [Float] = [1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 1, 1, 0]
    return [
      ("mean-squared-error", try Sample("mean squared error", dense(3, MeanSquaredError()))),
      // No error is near a bend: the targets lie well away from outputs that are below 2 in size.
      (
        "mean-absolute-error",
        try Sample("mean absolute error", dense(3, MeanAbsoluteError()), targets: marks.map { 8 * $0 - 4 })
      ),
      (
        "huber",
        try Sample("Huber", dense(3, HuberLoss(delta: 0.7)), targets: marks.map { 8 * $0 - 4 })
      ),
      ("huber", try Sample("Huber near its target", dense(3, HuberLoss(delta: 5)))),
      ("hinge", try Sample("hinge", dense(3, HingeLoss()), targets: marks, isSmooth: false)),
      ("binary-cross-entropy", try Sample("binary cross-entropy", dense(3, BinaryCrossEntropy()))),
      (
        "binary-cross-entropy",
        try Sample(
          "binary cross-entropy with smoothing and a weight",
          dense(3, BinaryCrossEntropy(labelSmoothing: 0.2, positiveWeight: 3.5)))
      ),
    ]
  }

  private static func classes() throws -> [(kind: String, sample: Sample)] {
    [
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

  private static func distributions() throws -> [(kind: String, sample: Sample)] {
    let rows: [Float] = [0.2, 0.5, 0.3, 1, 0, 0, 0, 0.25, 0.75, 0.1, 0.1, 0.8, 0.3, 0.3, 0.4]
    let positions = NetworkConfiguration(
      input: [2, 4], [Dense(6, .tanh), Dense(3)], loss: KullbackLeibler())
    return [
      (
        "kullback-leibler",
        try Sample("Kullback–Leibler", dense(3, KullbackLeibler()), targets: rows)
      ),
      (
        "kullback-leibler",
        try Sample("Kullback–Leibler at two positions", positions, targets: rows + rows.reversed())
      ),
      (
        "gaussian-kullback-leibler",
        try Sample("Kullback–Leibler of normal distributions", dense(6, GaussianKullbackLeibler()))
      ),
    ]
  }

  private static func placements() throws -> [(kind: String, sample: Sample)] {
    let network = NetworkConfiguration(
      input: [6, 3], [Dense(5, .tanh), Dense(4)], loss: CTC(labelLength: 4))
    return [
      (
        "ctc",
        try Sample(
          "CTC: repeats, one label, none, as many as fit", network,
          targets: [1, 1, 2, -1, 3, -1, -1, -1, -1, -1, -1, -1, 2, 2, 3, 3, 1, 3, 1, 2])
      )
    ]
  }

  private static func utilities() throws -> [(kind: String, sample: Sample)] {
    let returns: [Float] = [0.2, -0.5, 0.3, 1, 0, 0, -0.1, 0.25, 0.75, 0.1, -0.1, 0.8, 0.3, 0.3, -0.4]
    return [
      (
        "exponential-utility",
        try Sample("exponential utility", dense(3, ExponentialUtility()), targets: returns)
      )
    ]
  }
}
