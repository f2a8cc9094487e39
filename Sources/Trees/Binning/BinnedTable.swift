import Kernels

/// Rows with one byte a feature, as gradient boosting reads them.
///
/// Two million rows of fifty columns take 112 MB; the features themselves are not kept.
public struct BinnedTable: Sendable {
  public let rows: Int
  public let columns: [TreeColumn]
  /// How each column's values became bins.
  public let bins: [ColumnBins]
  public let targets: [Float]
  public let weights: [Float]?
  /// Bins in groups of `group` columns, [groups][rows][group]; columns that fill up the last group are 0.
  let codes: [UInt8]
  /// Rows without a value (or with an unknown level), by column.
  let missingRows: [Int]

  /// Columns whose bins of a row lie side by side, so that one load fetches them.
  static let group = 8

  var groups: Int { (columns.count + Self.group - 1) / Self.group }

  /// Where a column's bin of row 0 stands in `codes`; the next row's is `group` further.
  func offset(of column: Int) -> Int {
    column / Self.group * rows * Self.group + column % Self.group
  }

  /// Bins a table's features.
  ///
  /// - Parameter bins: those of the training rows, for rows to watch or test; nil chooses new ones.
  /// - Throws: `TreeError` for settings outside their range, no rows, and codes that are no levels.
  public init(
    _ table: TreeTable, _ configuration: BinningConfiguration = BinningConfiguration(),
    bins: [ColumnBins]? = nil, pool: WorkerPool = WorkerPool(threads: 1),
    instructionSet: InstructionSet = .best
  ) throws {
    try self.init(
      rows: table.rows, columns: table.columns, targets: table.targets, weights: table.weights,
      configuration, bins: bins, chunks: .table(table), pool: pool, instructionSet: instructionSet)
  }

  /// Bins rows that come in stretches, so that they need not be in memory together.
  ///
  /// - Parameter fill: writes the features of a range of rows, row-major. Asked for all rows from the
  ///   first to the last, in two passes: one for the bounds, one for the bins.
  public init(
    rows: Int, columns: [TreeColumn], targets: [Float], weights: [Float]? = nil,
    _ configuration: BinningConfiguration = BinningConfiguration(), bins: [ColumnBins]? = nil,
    pool: WorkerPool = WorkerPool(threads: 1), instructionSet: InstructionSet = .best,
    fill: (Range<Int>, UnsafeMutableBufferPointer<Float>) throws -> Void
  ) throws {
    precondition(targets.count == rows, "every row needs one target")
    precondition(weights.map { $0.count == rows } ?? true, "every row needs one weight")
    self = try withoutActuallyEscaping(fill) { fill in
      try BinnedTable(
        rows: rows, columns: columns, targets: targets, weights: weights, configuration, bins: bins,
        chunks: .stream(rows: rows, columns: columns.count, fill: fill), pool: pool,
        instructionSet: instructionSet)
    }
  }

  private init(
    rows: Int, columns: [TreeColumn], targets: [Float], weights: [Float]?,
    _ configuration: BinningConfiguration, bins: [ColumnBins]?, chunks: RowChunks, pool: WorkerPool,
    instructionSet: InstructionSet
  ) throws {
    try configuration.validate()
    try requireRows(rows, columns: columns.count)
    if let bins, bins.count != columns.count {
      throw TreeError.shapeMismatch(what: "columns", expected: bins.count, found: columns.count)
    }
    let chosen =
      try bins
      ?? RowSample(chunks, rows: rows, columns: columns, configuration, pool: pool).bins(pool: pool)
    let binned = try BinCodes(
      chunks, rows: rows, columns: columns, bins: chosen, pool: pool, level: instructionSet.rawValue)
    self.rows = rows
    self.columns = columns
    self.bins = chosen
    self.targets = targets
    self.weights = weights
    codes = binned.codes
    missingRows = binned.missingRows
  }
}
