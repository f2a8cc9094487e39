import Networks
import Testing

/// Losses of 50 steps beside PyTorch's; the program is References/transformers.py.
struct PyTorchTransformerTests {
  private let rows = 40
  private let time = 7
  private let vocabulary = 11
  private let width = 8

  @Test func `an encoder that classifies padded sequences follows PyTorch for 50 steps`() throws {
    var builder = NetworkBuilder()
    let tokens = builder.input("tokens", [time])
    let mask = builder.input("mask", [time])
    var last = builder.add(
      Embedding(vocabulary: vocabulary, width: width, paddingIndex: 0), to: tokens)
    last = builder.add(LearnedPositions(), to: last)
    let block = TransformerBlock(heads: 2, feedForward: 12)
    for _ in 0..<2 { last = builder.transformerEncoder(block, to: last, width: width, mask: mask) }
    last = builder.add(MeanOverPositions(hasMask: true), to: last, mask)
    _ = builder.add(Dense(3), to: last)
    let drawn = Formula.indices(rows * time, below: vocabulary - 1)
    var features: [Float] = []
    for row in 0..<rows {
      let length = 1 + Int(Formula.even(40_000 + row) * Double(time))
      features += (0..<time).map { $0 < length ? 1 + drawn[row * time + $0] : 0 }
      features += (0..<time).map { $0 < length ? 1 : 0 }
    }
    let losses = try trajectory(
      builder.network(loss: SoftmaxCrossEntropy()), features,
      targets: Formula.indices(rows, below: 3, start: 20_000))
    let expected = [
      1.3097655, 1.2370746, 1.0456663, 1.1815755, 1.8171362, 0.8994223, 0.8984931, 0.9501802, 1.0662298,
      1.5013375, 0.8389238, 0.9093103, 0.9305662, 0.9890814, 1.3207586, 0.7969289, 0.7951488, 0.8603060,
      0.9659383, 1.2006246, 0.8007259, 0.7722870, 0.8104529, 0.9335061, 1.0942190, 0.7351968, 0.7197802,
      0.7297371, 0.8555019, 1.0113429, 0.6834341, 0.6722455, 0.6876087, 0.8003086, 0.8865151, 0.6265734,
      0.5656891, 0.6659772, 0.7590796, 0.7705342, 0.5719039, 0.4801667, 0.6291528, 0.7075853, 0.6266261,
      0.5340207, 0.4104874, 0.7373297, 0.6500906, 0.4484955,
    ]
    expectClose(losses, expected)
  }

  @Test func `a causal language model follows PyTorch for 50 steps`() throws {
    var builder = NetworkBuilder()
    let tokens = builder.input("tokens", [time])
    var last = builder.add(Embedding(vocabulary: vocabulary, width: width), to: tokens)
    last = builder.add(SinusoidalPositions(), to: last)
    let block = TransformerBlock(
      heads: 2, feedForward: 12, activation: .relu, normalisation: .before)
    for _ in 0..<2 { last = builder.transformerDecoder(block, to: last, width: width) }
    last = builder.add(LayerNormalisation(), to: last)
    _ = builder.add(Dense(vocabulary), to: last)
    let losses = try trajectory(
      builder.network(loss: SoftmaxCrossEntropy()), Formula.indices(rows * time, below: vocabulary),
      targets: Formula.indices(rows * time, below: vocabulary, start: 20_000))
    let expected = [
      2.6286490, 2.7014351, 2.5523033, 2.6111758, 2.5261734, 2.2749321, 2.4623644, 2.3971252, 2.4916477,
      2.4125907, 2.2812772, 2.4110050, 2.3550065, 2.4424319, 2.3551564, 2.3212476, 2.3758237, 2.3476737,
      2.4153345, 2.3271234, 2.3366592, 2.3636131, 2.3443372, 2.3880429, 2.2915883, 2.3152089, 2.3518682,
      2.3227012, 2.3607004, 2.2548459, 2.2908058, 2.3111818, 2.2876754, 2.3148501, 2.2069554, 2.2626064,
      2.2531297, 2.2533541, 2.2935450, 2.1602061, 2.2216990, 2.2028501, 2.2035270, 2.2862835, 2.1149340,
      2.2056854, 2.1497753, 2.1853454, 2.2582271, 2.0730691,
    ]
    expectClose(losses, expected)
  }

  /// One step an epoch, so that the history holds every step's loss.
  private func trajectory(
    _ network: NetworkConfiguration, _ features: [Float], targets: [Float]
  ) throws -> [Double] {
    let examples = ExampleSet(
      rows: rows, columns: network.inputCount, features: features, targets: targets)
    let initial = try TrainedNetwork(configuration: network, parameters: Formula.parameters(network))
    return try train(
      network,
      TrainingConfiguration(optimiser: Adam(learningRate: 0.01, epsilon: 1e-7), batchSize: 8, epochs: 50),
      on: examples, initial: initial,
      batchOrder: { step in (0..<8).map { (8 * step + 3 * $0) % rows } }
    ).history.map(\.trainingLoss)
  }

  /// Equal to 1e-4: rounding in single precision grows over 50 steps.
  private func expectClose(_ losses: [Double], _ expected: [Double]) {
    #expect(losses.count == expected.count)
    for (step, (loss, reference)) in zip(losses, expected).enumerated() {
      #expect(abs(loss / reference - 1) < 1e-4, "step \(step + 1)")
    }
  }
}
