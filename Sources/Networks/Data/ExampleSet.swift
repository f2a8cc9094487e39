import Kernels

/// Rows of numbers with their targets.
public struct ExampleSet: Sendable {
  public let rows: Int
  /// Features of a row.
  public let columns: Int
  /// Row-major [rows][columns].
  public var features: [Float]
  /// 0 or 1, a class index, or a number; row-major [rows][targetColumns], usually one value a row.
  public let targets: [Float]
  /// How much each row counts, shape [rows], 0 or more; scaled to an average of 1 where they are used.
  ///
  /// Nil counts every row once.
  public let weights: [Float]?

  public init(rows: Int, columns: Int, features: [Float], targets: [Float], weights: [Float]? = nil) {
    precondition(
      features.count == rows * columns, "\(rows) rows of \(columns) features are not \(features.count)")
    precondition(
      rows == 0 ? targets.isEmpty : targets.count % rows == 0 && !targets.isEmpty,
      "\(targets.count) targets do not divide over \(rows) rows")
    precondition(weights.map { $0.count == rows } ?? true, "every row needs one weight")
    self.rows = rows
    self.columns = columns
    self.features = features
    self.targets = targets
    self.weights = weights
  }

  /// Target values of one row.
  public var targetColumns: Int { rows == 0 ? 1 : targets.count / rows }

  /// The given rows, in the given order; a row may come more than once.
  public func subset(_ chosen: [Int]) -> ExampleSet {
    let width = targetColumns
    var features: [Float] = []
    var targets: [Float] = []
    features.reserveCapacity(chosen.count * columns)
    targets.reserveCapacity(chosen.count * width)
    for row in chosen {
      precondition(row >= 0 && row < rows, "row \(row) is not among \(rows)")
      features.append(contentsOf: self.features[row * columns..<(row + 1) * columns])
      targets.append(contentsOf: self.targets[row * width..<(row + 1) * width])
    }
    return ExampleSet(
      rows: chosen.count, columns: columns, features: features, targets: targets,
      weights: weights.map { all in chosen.map { all[$0] } })
  }

  /// Throws if the rows cannot train or test a network of this configuration.
  func validate(for network: NetworkConfiguration) throws {
    guard rows > 0 else { throw NetworkError.noRows }
    guard columns == network.inputCount else {
      throw NetworkError.shapeMismatch(what: "features", expected: network.inputCount, found: columns)
    }
    let output = try network.outputShape()
    let loss = network.loss
    guard targetColumns == loss.targetCount(output: output) else {
      throw NetworkError.shapeMismatch(
        what: "targets", expected: loss.targetCount(output: output), found: targetColumns)
    }
    try requireFiniteFeatures()
    try requireIndices(network)
    for (index, target) in targets.enumerated() where !loss.accepts(target, output: output) {
      throw NetworkError.targetOutOfRange(
        row: index / targetColumns, value: target, legalRange: loss.legalTargets(output: output))
    }
    for row in 0..<rows {
      try loss.validate(
        targets: targets[row * targetColumns..<(row + 1) * targetColumns], row: row, output: output)
    }
    try requireWeights()
  }

  func requireFiniteFeatures() throws {
    let isFinite = features.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { VectorPasses().allFinite($0, count: buffer.count) } ?? true
    }
    if isFinite { return }
    if let bad = features.firstIndex(where: { !$0.isFinite }) {
      throw NetworkError.nonFiniteFeature(row: bad / columns, column: bad % columns)
    }
  }

  func requireWeights() throws {
    guard let weights else { return }
    if let bad = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw NetworkError.illegalParameter(
        name: "weights[\(bad)]", legalRange: "0 ≤ weight < ∞", value: "\(weights[bad])")
    }
    guard weights.contains(where: { $0 > 0 }) else { throw NetworkError.noWeight }
  }

  /// The weight that row weights are divided by so that they average 1.
  var meanWeight: Double {
    guard let weights, rows > 0 else { return 1 }
    return weights.reduce(0.0) { $0 + Double($1) } / Double(rows)
  }
}
