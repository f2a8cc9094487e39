/// Facts about a data set that questionnaires ask for and that can be counted.
public struct DataProfile: Sendable, Hashable, Codable {
  /// Labelled rows.
  public var rows: Int
  /// Columns used as features; for pictures and sounds the numbers of each example.
  public var columns: Int
  /// Rows a class; empty for regression.
  public var classCounts: [String: Int]
  /// The rarest class's share of the rows, 0–1; `nil` for regression.
  public var rarestClassShare: Double?
  /// The share of feature cells without a value, 0–1.
  public var missingShare: Double
  /// The share of rows that repeat an earlier one, target included, 0–1.
  ///
  /// Texts that differ only in letter case, punctuation or white space count as the same; identifiers
  /// are not compared.
  public var duplicateShare: Double
  public var constantColumns: [String]
  public var identifierColumns: [String]
  /// Columns that give the target away on their own; strongest first.
  public var suspectLeaks: [SuspectLeak]

  /// A profile of examples that are no rows of a table, of which only the number is known.
  public static func uncounted(rows: Int, columns: Int) -> DataProfile {
    DataProfile(
      rows: rows, columns: columns, classCounts: [:], rarestClassShare: nil, missingShare: 0,
      duplicateShare: 0, constantColumns: [], identifierColumns: [], suspectLeaks: [])
  }
}

/// One column that predicts the target nearly perfectly: likely to be known only afterwards.
public struct SuspectLeak: Sendable, Hashable, Codable {
  public var column: String
  /// How much of what a naive guess gets wrong the column alone gets right, up to 1.
  public var share: Double

  public init(column: String, share: Double) {
    self.column = column
    self.share = share
  }
}

/// Counts what can be counted about a data set, in time linear in its size.
public func profile(_ dataset: Dataset) -> DataProfile {
  var counts: [String: Int] = [:]
  for name in dataset.classes { counts[name] = 0 }
  if !dataset.classes.isEmpty {
    for target in dataset.targets { counts[dataset.classes[Int(target)], default: 0] += 1 }
  }
  let features = dataset.findings.filter { $0.role == .feature }
  let width: Int
  switch dataset.content {
  case .table(let columns): width = columns.count
  case .grid(let grid): width = grid.names.count
  }
  var missing = 0
  if case .table(let columns) = dataset.content {
    missing = columns.map { $0.values.missingCount }.reduce(0, +)
  }
  let cells = dataset.rows * max(1, features.isEmpty ? width : features.count)
  return DataProfile(
    rows: dataset.rows, columns: width, classCounts: counts,
    rarestClassShare: counts.values.min().map { Double($0) / Double(max(1, dataset.rows)) },
    missingShare: Double(missing) / Double(max(1, cells)), duplicateShare: duplicateShare(dataset),
    constantColumns: dataset.findings.filter { $0.kind == .constant }.map(\.name),
    identifierColumns: dataset.findings.filter { $0.kind == .identifier }.map(\.name),
    suspectLeaks: suspectLeaks(dataset))
}

extension ColumnValues {
  /// Cells without a value.
  fileprivate var missingCount: Int {
    switch self {
    case .numbers(let values): values.count { $0.isNaN }
    case .levels(let codes, _): codes.count { $0 < 0 }
    case .dates(let dates): dates.count { $0 == nil }
    case .text(let cells): (0..<cells.count).count { cells.withText($0) { $0.isEmpty } }
    }
  }
}
