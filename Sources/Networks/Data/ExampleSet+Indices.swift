extension ExampleSet {
  /// Throws unless the features that a layer takes as whole numbers are those it knows.
  func requireIndices(_ network: NetworkConfiguration) throws {
    var first = 0
    for (input, bound) in zip(network.inputs, try network.indexBounds()) {
      if let bound {
        for row in 0..<rows {
          for column in first..<first + input.shape.count {
            let value = features[row * columns + column]
            guard value >= 0 && value < Float(bound) && value == value.rounded() else {
              throw NetworkError.featureOutOfRange(
                row: row, column: column, value: value,
                legalRange: bound > 2 ? "0, 1, …, \(bound - 1)" : bound > 1 ? "0, 1" : "0")
            }
          }
        }
      }
      first += input.shape.count
    }
  }
}

extension NetworkConfiguration {
  /// For every input the lowest bound that a layer sets to its whole numbers; nil for ordinary numbers.
  ///
  /// An input counts as the layer's own if only views of it, which change the shape alone, lie between.
  func indexBounds() throws -> [Int?] {
    var bounds = [Int?](repeating: nil, count: inputs.count)
    var origins: [Int?] = inputs.indices.map { $0 }
    for (node, sources) in zip(nodes, try sourceIndices()) {
      for (place, source) in sources.enumerated() {
        guard let bound = node.layer.indexBound(of: place), let origin = origins[source] else { continue }
        bounds[origin] = min(bound, bounds[origin] ?? bound)
      }
      origins.append(node.layer.isView ? sources.first.flatMap { origins[$0] } : nil)
    }
    return bounds
  }
}
