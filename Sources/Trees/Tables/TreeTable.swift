/// Rows of features with their targets, as trees read them.
public struct TreeTable: Sendable {
  /// How features lie in memory.
  public enum Layout: String, Codable, Sendable {
    /// [rows][columns]
    case rowMajor
    /// [columns][rows]
    case columnMajor
  }

  public let rows: Int
  public let columns: [TreeColumn]
  public let layout: Layout
  /// The values of all rows and columns, in the order that `layout` says.
  ///
  /// Not-a-number is missing; infinite values count as the largest finite ones. A categorical column holds
  /// whole numbers from 0 to `TreeColumn.highestLevel`.
  public let features: [Float]
  /// One a row: a number, 0 or 1, or a class counted from 0.
  public let targets: [Float]
  /// How much each row counts, 0 or more; scaled to an average of 1 where they are used.
  ///
  /// Nil counts every row once.
  public let weights: [Float]?

  public init(
    rows: Int, columns: [TreeColumn], features: [Float], layout: Layout = .rowMajor, targets: [Float],
    weights: [Float]? = nil
  ) {
    precondition(
      features.count == rows * columns.count,
      "\(rows) rows of \(columns.count) columns are not \(features.count) features")
    precondition(targets.count == rows, "every row needs one target")
    precondition(weights.map { $0.count == rows } ?? true, "every row needs one weight")
    self.rows = rows
    self.columns = columns
    self.layout = layout
    self.features = features
    self.targets = targets
    self.weights = weights
  }

  /// How far apart a column's values of neighbouring rows lie in `features`.
  var rowStride: Int { layout == .rowMajor ? columns.count : 1 }
  /// How far apart a row's values of neighbouring columns lie in `features`.
  var columnStride: Int { layout == .rowMajor ? 1 : rows }

  /// The given rows, in the given order; a row may come more than once.
  public func subset(_ chosen: [Int]) -> TreeTable {
    var features: [Float] = []
    features.reserveCapacity(chosen.count * columns.count)
    func take(_ row: Int, _ column: Int) {
      features.append(self.features[row * rowStride + column * columnStride])
    }
    switch layout {
    case .rowMajor:
      for row in chosen { for column in columns.indices { take(row, column) } }
    case .columnMajor:
      for column in columns.indices { for row in chosen { take(row, column) } }
    }
    return TreeTable(
      rows: chosen.count, columns: columns, features: features, layout: layout,
      targets: chosen.map { targets[$0] }, weights: weights.map { all in chosen.map { all[$0] } })
  }
}
