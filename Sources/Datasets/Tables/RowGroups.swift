/// The column of a table by which results are compared; it is kept out of the features.
public struct RowGroups: Sendable, Hashable {
  /// The most groups that are told apart.
  static let most = 20

  public let column: String
  /// In order of their bytes; at least two, at most twenty.
  public let names: [String]
  /// One entry a row: an index of `names`, nil where the cell is empty.
  public let members: [Int?]

  /// Reads the column; the groups of a second table are those of the first, others count as empty.
  init(_ table: RawTable, _ column: Int, names known: [String]? = nil) throws(DatasetError) {
    self.column = table.names[column]
    guard case .levels(let codes, let levels) = ColumnPlan.levels.values(table, column: column) else {
      preconditionFailure("levels are read as levels")
    }
    guard known != nil || 2...Self.most ~= levels.count else {
      throw .groupCount(column: self.column, distinct: levels.count, most: Self.most)
    }
    let names = known ?? levels
    let places = levels.map { names.firstIndex(of: $0) }
    self.names = names
    members = codes.map { $0 < 0 ? nil : places[Int($0)] }
  }
}
