import Kernels

/// Some rows' features, from which the bounds of bins are chosen.
struct RowSample {
  private let columns: [TreeColumn]
  private let configuration: BinningConfiguration
  /// Rows in the sample.
  private let rows: Int
  // [columns][rows]
  private var values: [Float]

  /// Draws rows evenly without repetition, or takes all where there are few.
  init(
    _ chunks: RowChunks, rows all: Int, columns: [TreeColumn], _ configuration: BinningConfiguration,
    pool: WorkerPool
  ) throws {
    self.columns = columns
    self.configuration = configuration
    let rows = min(all, configuration.sampleRows)
    self.rows = rows
    values = [Float](repeating: 0, count: rows * columns.count)
    var generator = SeededGenerator(seed: configuration.seed, purpose: "bins")
    let chosen = rows < all ? generator.ascendingSample(rows, of: all) : nil
    var taken = 0
    try values.withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      try chunks.visit { chunk in
        let first = taken
        if let chosen {
          while taken < rows, chosen[taken] < chunk.rows.upperBound { taken += 1 }
        } else {
          taken += chunk.rows.count
        }
        let here = first..<taken
        pool.parallel(columns.count) { column in
          let source = chunk.values + column * chunk.columnStride
          let target = base + column * rows
          for place in here {
            let row = (chosen.map { Int($0[place]) } ?? place) - chunk.rows.lowerBound
            target[place] = source[row * chunk.rowStride]
          }
        }
      }
    }
  }

  /// The bins of each column.
  ///
  /// Values that are no levels are skipped; the pass over all rows refuses them.
  consuming func bins(pool: WorkerPool) -> [ColumnBins] {
    var result = [ColumnBins](repeating: .numeric(bounds: []), count: columns.count)
    let (rows, configuration, columns) = (rows, configuration, columns)
    values.withUnsafeMutableBufferPointer { values in
      result.withUnsafeMutableBufferPointer { result in
        guard let base = values.baseAddress, let target = result.baseAddress else { return }
        pool.parallel(columns.count) { column in
          target[column] = Self.bins(
            of: columns[column], UnsafeMutableBufferPointer(start: base + column * rows, count: rows),
            configuration)
        }
      }
    }
    return result
  }

  private static func bins(
    of column: TreeColumn, _ sample: UnsafeMutableBufferPointer<Float>,
    _ configuration: BinningConfiguration
  ) -> ColumnBins {
    // Values that are there move to the front.
    var present = 0
    let most = Float.greatestFiniteMagnitude
    for place in sample.indices where !sample[place].isNaN {
      let value = sample[place]
      if column.isCategorical && !isLevel(value) { continue }
      // Adding 0 makes −0 and 0 one value.
      sample[present] = min(max(value, -most), most) + 0
      present += 1
    }
    let kept = UnsafeMutableBufferPointer(rebasing: sample[0..<present])
    if column.isCategorical { return .categorical(sample: kept, most: configuration.bins) }
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: max(present, 1)) { scratch in
      guard let scratch = scratch.baseAddress else { return .numeric(bounds: []) }
      return .numeric(
        sample: kept, scratch: scratch, most: configuration.bins,
        minimumRows: configuration.minimumBinRows)
    }
  }
}

/// Whether a value of a categorical column is a level's code.
func isLevel(_ value: Float) -> Bool {
  value >= 0 && value <= Float(TreeColumn.highestLevel) && value == value.rounded()
}
