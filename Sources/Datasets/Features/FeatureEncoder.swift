import Kernels

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

  /// Terms kept of the texts of a text data set, all text columns together, unless the caller says
  /// otherwise: as wide as dense rows should become.
  public static let usualTerms = 2_000

  /// Learns what is needed from the given rows (0-based, at least one).
  ///
  /// - Parameter terms: the most terms to keep of a text data set, the commonest ones; texts beside other
  ///   columns keep 300 whatever it is.
  public static func fit(_ dataset: Dataset, rows: [Int], terms: Int = usualTerms) -> FeatureEncoder {
    precondition(!rows.isEmpty, "an encoder needs at least one training row")
    precondition(terms >= 0, "an encoder cannot keep \(terms) terms")
    var parts: [any FeaturePart] = []
    switch dataset.content {
    case .grid(let grid):
      parts.append(GridPart(grid, rows))
    case .table(let columns):
      let texts = columns.count {
        if case .text = $0.values { true } else { false }
      }
      let termLimit = dataset.modality == .text ? terms / max(1, texts) : 300
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

  /// The rows as numbers without the zeros: the same values as `encode` gives.
  ///
  /// Worth it for texts, of which a row holds a handful of terms.
  public func encodeSparse(_ dataset: Dataset, rows: [Int]) -> SparseRows {
    // Parts without columns are left out, but one at least must say how many rows there are.
    let wide = parts.filter { !$0.names.isEmpty }
    return wide.isEmpty
      ? SparseRows(dense: [], rows: rows.count, columns: 0)
      : SparseRows.joined(wide.map { $0.encodeSparse(dataset.content, rows) })
  }
}

/// One source column's share of the encoded columns.
protocol FeaturePart: Sendable {
  var names: [String] { get }

  /// Writes the values of `rows` at `offset` in each row of `buffer`, which holds zeros so far.
  func encode(
    _ content: Content, _ rows: [Int], into buffer: UnsafeMutableBufferPointer<Float>, offset: Int,
    width: Int)

  /// The values of `rows` other than 0.
  func encodeSparse(_ content: Content, _ rows: [Int]) -> SparseRows
}

extension FeaturePart {
  /// By way of dense rows, for parts of a few columns or of few zeros.
  func encodeSparse(_ content: Content, _ rows: [Int]) -> SparseRows {
    let width = names.count
    let dense = [Float](unsafeUninitializedCapacity: rows.count * width) { buffer, count in
      buffer.initialize(repeating: 0)
      count = rows.count * width
      encode(content, rows, into: buffer, offset: 0, width: width)
    }
    return SparseRows(dense: dense, rows: rows.count, columns: width)
  }
}
