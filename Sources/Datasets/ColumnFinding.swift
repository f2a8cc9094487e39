/// What one column of a file was taken for, and why.
public struct ColumnFinding: Sendable, Hashable, Codable {
  public let name: String
  public let kind: ColumnKind
  public let role: ColumnRole
  public let reason: ColumnReason
  /// Cells without a value, in any of the known spellings.
  public let missing: Int
  /// The number of different values; `nil` when there are so many that they were not counted.
  public let distinct: Int?

  public init(
    name: String, kind: ColumnKind, role: ColumnRole, reason: ColumnReason, missing: Int, distinct: Int?
  ) {
    self.name = name
    self.kind = kind
    self.role = role
    self.reason = reason
    self.missing = missing
    self.distinct = distinct
  }
}

/// The kinds of column that are told apart.
public enum ColumnKind: String, Sendable, Hashable, Codable, CaseIterable {
  case numeric
  case categorical
  case text
  /// Nucleotides or molecules, one a cell.
  case sequence
  case date
  case identifier
  case constant
  case empty
}

/// What a column is used for.
public enum ColumnRole: String, Sendable, Hashable, Codable {
  case feature
  case target
  /// Left out: it cannot help (one value, none, or a different one in every row).
  case dropped
  /// Kept out of the features; results are compared by it.
  case group
}

/// Why a column was taken for its kind.
public enum ColumnReason: Sendable, Hashable, Codable {
  case numbers(NumberStyle)
  case mostlyNumbers(stray: Int, example: String, row: Int)
  case levels(Int)
  case words(average: Double)
  case chosenAsText
  case sequences(TextForm)
  case chosenAsGroup(Int)
  case dates(DateOrder)
  case countsUp
  case nameAndDistinct
  case nearlyAllDifferent(Int)
  case oneValue(String)
  case noValue
  case target(TaskReason)
}

/// Why a target leads to its kind of task.
public enum TaskReason: Sendable, Hashable, Codable {
  case twoValues
  case wholeNumbers(distinct: Int)
  case labels(distinct: Int)
  case manyNumbers(distinct: Int)
  case asked(RequestedTask)
  case folders(Int)
}

/// How the numbers of a column are written.
public enum NumberStyle: String, Sendable, Hashable, Codable, CaseIterable {
  /// 1234.5
  case plain
  /// 1234,5 or 1.234,5
  case decimalComma
  /// 1,234.5
  case groupedByComma
  /// 1 234.5, with an ordinary or a no-break space
  case groupedBySpace
}

/// The order in which a date's parts are written.
public enum DateOrder: String, Sendable, Hashable, Codable, CaseIterable {
  case yearMonthDay
  case dayMonthYear
  case monthDayYear
}

/// A file of a folder that was left out.
public struct SkippedFile: Sendable, Hashable, Codable {
  /// The path inside the folder.
  public let path: String
  public let reason: SkipReason

  public init(path: String, reason: SkipReason) {
    self.path = path
    self.reason = reason
  }
}

/// Why a file was left out.
public enum SkipReason: Sendable, Hashable, Codable {
  case empty
  /// Neither a picture nor a sound that can be read here.
  case unknownFormat
  case truncated
  /// The decoder's own words.
  case damaged(String)
  case tooLarge
  /// A sound in a folder of images, or the reverse.
  case otherMedium
  case silent
  /// A recording too long to learn from whole.
  case tooLong(seconds: Int)
}
