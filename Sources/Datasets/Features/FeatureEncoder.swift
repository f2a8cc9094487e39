/// Turns rows of a data set into numbers of equal length, by statistics of the training rows alone.
///
/// Numbers are standardised, skewed ones after log(1 + x); missing ones become the median and are
/// marked in a column of their own. Categories become 0/1 columns, dates their parts, texts term
/// weights, pictures and sounds standardised features. Fitting never looks at a target or at a row
/// it was not given.
public struct FeatureEncoder: Sendable {
  /// One name an encoded column, saying what was done: `age`, `log(1 + fare)`, `sex = male`.
  public let names: [String]
  private let parts: [any FeaturePart]

  /// The number of encoded columns; 0 when no column varies in the training rows.
  public var columns: Int { names.count }

  /// Learns what is needed from the given rows (0-based, at least one).
  public static func fit(_ dataset: Dataset, rows: [Int]) -> FeatureEncoder {
    precondition(!rows.isEmpty, "an encoder needs at least one training row")
    var parts: [any FeaturePart] = []
    switch dataset.content {
    case .grid(let grid):
      parts.append(GridPart(grid, rows))
    case .table(let columns):
      let texts = columns.count {
        if case .text = $0.values { true } else { false }
      }
      let termLimit = dataset.modality == .text ? 2_000 / max(1, texts) : 300
      for (index, column) in columns.enumerated() {
        switch column.values {
        case .numbers(let values):
          parts.append(NumberPart(column.name, index, values, rows))
        case .levels(let codes, let levels):
          parts.append(LevelPart(column.name, index, codes, levels, rows))
        case .dates(let dates):
          parts.append(DatePart(column.name, index, dates, rows))
        case .text(let cells):
          let prefix = columns.count == 1 ? "" : column.name + ": "
          parts.append(TermPart(prefix, index, cells, rows, limit: termLimit))
        }
      }
    }
    return FeatureEncoder(names: parts.flatMap(\.names), parts: parts)
  }

  /// The rows as numbers, row-major, shape [rows, columns]; never infinite, never `nan`.
  ///
  /// The data set is the one the encoder was fitted on, or one read by `applyHeldOut` for it.
  public func encode(_ dataset: Dataset, rows: [Int]) -> [Float] {
    let width = columns
    return [Float](unsafeUninitializedCapacity: rows.count * width) { buffer, count in
      buffer.initialize(repeating: 0)
      count = rows.count * width
      var offset = 0
      for part in parts {
        part.encode(dataset.content, rows, into: buffer, offset: offset, width: width)
        offset += part.names.count
      }
    }
  }
}

/// One source column's share of the encoded columns.
protocol FeaturePart: Sendable {
  var names: [String] { get }

  /// Writes the values of `rows` at `offset` in each row of `buffer`, which holds zeros so far.
  func encode(
    _ content: Content, _ rows: [Int], into buffer: UnsafeMutableBufferPointer<Float>, offset: Int,
    width: Int)
}
