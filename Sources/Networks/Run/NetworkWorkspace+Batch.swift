import Kernels

extension NetworkWorkspace {
  /// Copies whole rows of features in, as they stand.
  func fill(_ features: UnsafeBufferPointer<Float>, start: Int, count: Int) {
    guard let source = features.baseAddress else { return }
    let width = plan.configuration.inputCount
    for row in 0..<count { fillRow(row, from: source + (start + row) * width) }
  }

  /// Copies one row of features to its place in every input.
  func fillRow(_ row: Int, from source: UnsafePointer<Float>) {
    var source = source
    for index in plan.configuration.inputs.indices {
      let value = plan.values[index]
      let count = value.shape.count
      passes.load(passes.place(batch, value.offset + row * count), from: source, count: count)
      source += count
    }
  }

  /// Copies the rows `order[start ..< start + count]` of the examples into the batch.
  func gather(_ examples: ExampleSet, order: UnsafeBufferPointer<Int>, start: Int, count: Int) {
    examples.features.withUnsafeBufferPointer { features in
      let length = order.count
      guard var source = features.baseAddress, let order = order.baseAddress.map({ $0 + start }) else {
        return
      }
      let ahead = max(min(count, length - start - count), 0)
      for index in plan.configuration.inputs.indices {
        let value = plan.values[index]
        passes.gather(
          passes.place(batch, value.offset), from: source, order: order, rows: count, ahead: ahead,
          columns: value.shape.count, stride: examples.columns)
        source += value.shape.count
      }
    }
  }

  /// Copies the rows' targets and weights into the batch; the weights are divided by `meanWeight`.
  func gatherTargets(
    _ examples: ExampleSet, order: UnsafeBufferPointer<Int>, start: Int, count: Int, meanWeight: Double
  ) {
    let width = plan.targetCount
    examples.targets.withUnsafeBufferPointer { source in
      guard let source = source.baseAddress, let rows = order.baseAddress.map({ $0 + start }) else { return }
      passes.gather(
        targets, from: source, order: rows, rows: count,
        ahead: max(min(count, order.count - start - count), 0),
        columns: width, stride: width)
    }
    guard let given = examples.weights else {
      return passes.fill(rowWeights, count: count, with: 1)
    }
    for row in 0..<count {
      passes.write(Double(given[order[start + row]]) / meanWeight, to: rowWeights, at: row)
    }
  }
}
