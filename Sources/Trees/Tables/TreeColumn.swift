/// Which way a prediction may move as a column's value grows, everything else unchanged.
public enum MonotoneDirection: String, Codable, Hashable, Sendable {
  case increasing, decreasing
}

/// How the values of one column are to be read.
public enum TreeColumn: Codable, Hashable, Sendable {
  /// Numbers in an order; rows below a threshold part from those above it.
  case numeric(monotone: MonotoneDirection? = nil)
  /// Codes of levels without an order; some levels part from the others.
  case categorical

  /// The highest code of a level that a float still counts exactly.
  public static let highestLevel = 1 << 24

  var isCategorical: Bool { self == .categorical }

  var monotone: MonotoneDirection? {
    if case .numeric(let direction) = self { direction } else { nil }
  }
}
