/// How features are made into bins.
public struct BinningConfiguration: Codable, Hashable, Sendable {
  /// The most bins a column gets, from 2 to 255; missing values have one of their own beside them.
  public var bins: Int
  /// Rows of the sample that a bin must hold, at least 1.
  public var minimumBinRows: Int
  /// Rows that are looked at to choose the bounds, at least 1.
  public var sampleRows: Int
  /// Draws the sample where there are more rows.
  public var seed: UInt64

  public init(bins: Int = 255, minimumBinRows: Int = 3, sampleRows: Int = 200_000, seed: UInt64 = 42) {
    self.bins = bins
    self.minimumBinRows = minimumBinRows
    self.sampleRows = sampleRows
    self.seed = seed
  }

  /// Throws `TreeError.illegalParameter` if some part is outside its legal range.
  public func validate() throws(TreeError) {
    try TreeError.require(2...ColumnBins.most ~= bins, "bins", "2…\(ColumnBins.most)", bins)
    try TreeError.require(minimumBinRows >= 1, "minimumBinRows", "≥ 1", minimumBinRows)
    try TreeError.require(sampleRows >= 1, "sampleRows", "≥ 1", sampleRows)
  }
}
