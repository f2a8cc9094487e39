/// What trees, their training or their data can be refused for.
///
/// Row and column numbers count from 0, as the arrays do.
public enum TreeError: Error, Hashable, Sendable {
  /// A setting lies outside its legal range, which is given in signs that need no translation.
  case illegalParameter(name: String, legalRange: String, value: String)
  /// There is nothing to train or test on.
  case noRows
  /// There is nothing to split by.
  case noColumns
  /// Every row weighs 0.
  case noWeight
  /// `what` has another number of values than what it must fit.
  case shapeMismatch(what: String, expected: Int, found: Int)
  /// A target is infinite, not a number, or not one that the objective is defined for.
  case targetOutOfRange(row: Int, value: Float, legalRange: String)
  /// A weight is negative, infinite or not a number.
  case weightOutOfRange(row: Int, value: Float)
  /// A value of a categorical column is not a level's code.
  case illegalLevel(row: Int, column: Int, value: Float)
  /// This column has a monotone direction, which a single tree or several classes cannot keep.
  case monotoneNotKept(column: Int)
  /// Early stopping was asked for without rows to watch.
  case noValidationRows
  /// The caller stopped the work before there was any result.
  case stopped

  /// The largest number of rows that one table may have: row numbers are 32 bits, sums 63.
  public static let mostRows = 1 << 26

  /// Throws `illegalParameter` unless `holds`.
  static func require(
    _ holds: Bool, _ name: String, _ legalRange: String, _ value: some CustomStringConvertible
  ) throws(TreeError) {
    guard holds else {
      throw .illegalParameter(name: name, legalRange: legalRange, value: value.description)
    }
  }
}
