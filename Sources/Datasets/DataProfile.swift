/// Facts about a data set that need no model.
public struct DataProfile: Hashable, Codable, Sendable {
  /// A column that alone predicts the target nearly perfectly.
  public struct SuspectLeak: Hashable, Codable, Sendable {
    public var column: String
    /// Area under the ROC curve, accuracy or R² of that column alone, 0–1.
    public var score: Double

    public init(column: String, score: Double) {
      self.column = column
      self.score = score
    }
  }

  public var rows: Int
  public var columns: Int
  /// Rows of each class; empty for regression.
  public var classCounts: [String: Int]
  /// Share of rows in the rarest class, 0–1; nil for regression.
  public var rarestClassShare: Double?
  /// Share of cells that are missing, 0–1.
  public var missingShare: Double
  /// Share of rows that repeat an earlier row, 0–1.
  public var duplicateShare: Double
  public var constantColumns: [String]
  public var identifierColumns: [String]
  public var suspectLeaks: [SuspectLeak]

  public init(
    rows: Int, columns: Int, classCounts: [String: Int], rarestClassShare: Double?,
    missingShare: Double, duplicateShare: Double, constantColumns: [String],
    identifierColumns: [String], suspectLeaks: [SuspectLeak]
  ) {
    self.rows = rows
    self.columns = columns
    self.classCounts = classCounts
    self.rarestClassShare = rarestClassShare
    self.missingShare = missingShare
    self.duplicateShare = duplicateShare
    self.constantColumns = constantColumns
    self.identifierColumns = identifierColumns
    self.suspectLeaks = suspectLeaks
  }
}
