import Networks

/// W3: a Transformer encoder on documents of 64 of 8,000 tokens, batch 32, one pass in order.
///
/// Width 128, learned positions, two post-norm blocks of 4 heads and 256 ReLU units, the mean over the
/// positions, 2 classes, no dropout.
func transformerNetwork(_ arguments: Arguments) throws -> Report {
  let length = 64
  let targets = try arguments.integers("w3_y.i32", first: arguments.rows)
  let rows = targets.count
  let examples = ExampleSet(
    rows: rows, columns: length,
    features: try arguments.integers("w3_t.i32", first: rows * length).map { Float($0) },
    targets: targets.map { Float($0) })
  let network = transformerClassifier(vocabulary: 8_000, length: length, width: 128)
  let training = TrainingConfiguration(
    optimiser: Adam(epsilon: 1e-8), batchSize: 32, epochs: 1, sampling: .inOrder)
  var report = Report(workload: "W3", threads: arguments.threads, rows: rows)
  report.arenaBytes = try network.estimate(training).trainingBytes
  let initial = try TrainedNetwork(
    configuration: network,
    parameters: fromTorch(arguments.floats("w3_init.f32"), network.parameterDefinitions()))
  let outcome = try report.timing {
    try train(
      network, training, on: examples, initial: initial, execution: Execution(threads: arguments.threads))
  }
  report.loss = outcome.history.last?.trainingLoss
  return report
}

private func transformerClassifier(vocabulary: Int, length: Int, width: Int) -> NetworkConfiguration {
  var builder = NetworkBuilder()
  let tokens = builder.input("tokens", [length])
  var last = builder.add(Embedding(vocabulary: vocabulary, width: width), to: tokens)
  last = builder.add(LearnedPositions(), to: last)
  let block = TransformerBlock(heads: 4, feedForward: 256, activation: .relu)
  for _ in 0..<2 { last = builder.transformerEncoder(block, to: last, width: width) }
  last = builder.add(MeanOverPositions(), to: last)
  _ = builder.add(Dense(2), to: last)
  return builder.network(loss: SoftmaxCrossEntropy())
}

/// The parameters in our order from a file in PyTorch's `named_parameters()` order and layout.
///
/// There the positions' table comes first, then the tokens'; a layer has its attention (input, output), its
/// two maps, and then both normalisations; matrices are [outputs][inputs].
private func fromTorch(_ values: [Float], _ definitions: [ParameterDefinition]) throws -> [Float] {
  // Places in our order of the file's parameters: a layer of ours has 4 of attention, 2 of the first
  // normalisation, 4 of the maps and 2 of the second normalisation.
  let layer = [0, 1, 2, 3, 6, 7, 8, 9, 4, 5, 10, 11]
  let order = [1, 0] + layer.map { 2 + $0 } + layer.map { 14 + $0 } + [26, 27]
  guard order.count == definitions.count, values.count == definitions.reduce(0, { $0 + $1.shape.count })
  else { throw BenchmarkError("w3_init.f32 does not hold the parameters of W3") }
  var parameters = [[Float]](repeating: [], count: order.count)
  var start = 0
  for place in order {
    let (shape, isTable) = (definitions[place].shape, definitions[place].name.hasSuffix("table"))
    let own = values[start..<start + shape.count]
    start += shape.count
    if shape.rank == 2 && !isTable {
      let (inputs, outputs) = (shape[0], shape[1])
      parameters[place] = (0..<shape.count).map { index in
        own[own.startIndex + index % outputs * inputs + index / outputs]
      }
    } else {
      parameters[place] = Array(own)
    }
  }
  return parameters.flatMap { $0 }
}
