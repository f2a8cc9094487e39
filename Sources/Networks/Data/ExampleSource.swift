/// Rows that are read piece by piece, so that a table larger than memory can train a network.
public protocol ExampleSource {
  var rows: Int { get }
  /// Features of a row.
  var columns: Int { get }
  /// Target values of a row.
  var targetColumns: Int { get }

  /// Copies the rows from `start` on: features row-major [count][columns], targets [count][targetColumns].
  func read(
    start: Int, count: Int, features: UnsafeMutablePointer<Float>, targets: UnsafeMutablePointer<Float>
  ) throws
}

extension ExampleSource {
  /// Some of the rows, in memory.
  public func examples(start: Int, count: Int) throws -> ExampleSet {
    precondition(start >= 0 && count >= 0 && start + count <= rows, "rows beyond the \(rows) there are")
    var targets = [Float](repeating: 0, count: count * targetColumns)
    var features = [Float](repeating: 0, count: count * columns)
    try targets.withUnsafeMutableBufferPointer { targets in
      try features.withUnsafeMutableBufferPointer { features in
        guard let targets = targets.baseAddress, let features = features.baseAddress else { return }
        try read(start: start, count: count, features: features, targets: targets)
      }
    }
    return ExampleSet(rows: count, columns: columns, features: features, targets: targets)
  }
}
