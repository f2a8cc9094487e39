/// The values of a data set as they were understood, for programs that read them elsewhere.
public enum PlainRows: Sendable, Hashable {
  case columns([PlainColumn])
  case grid(PlainGrid)
}

/// One column as text, one cell a row; a missing value is the empty text.
public struct PlainColumn: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A decimal number that reads back to the same value.
    case number
    case level
    case text
    /// Nucleotides of any length.
    case nucleotides
    /// Nucleotides, equally many in every cell.
    case placedNucleotides = "placed-nucleotides"
    /// SMILES strings.
    case structure
    /// `2024-03-05`, or `2024-03-05T14.5` with hours since midnight.
    case date
  }

  public let name: String
  public let kind: Kind
  public let cells: [String]
}

/// Numbers of equal length for every row: pixels or sound features.
public struct PlainGrid: Sendable, Hashable {
  public enum Layout: Sendable, Hashable {
    /// Row by row of pixels, the channels of a pixel side by side.
    case image(side: Int, channels: Int)
    /// Samples a second of the sounds that the features come from.
    case sound(rate: Int)
  }

  public let layout: Layout
  /// Numbers a row.
  public let width: Int
  /// Shape [rows, width].
  public let values: [Float]
}

extension Dataset {
  /// The values without the target, in the order in which a `FeatureEncoder` reads them.
  public var plainRows: PlainRows {
    switch content {
    case .table(let columns): .columns(columns.map(PlainColumn.init))
    case .grid(let grid):
      .grid(PlainGrid(layout: grid.shape.layout, width: grid.names.count, values: grid.values))
    }
  }
}

extension PlainColumn {
  fileprivate init(_ column: TableColumn) {
    name = column.name
    switch column.values {
    case .numbers(let values):
      kind = .number
      cells = values.map { $0.isNaN ? "" : "\($0)" }
    case .levels(let codes, let levels):
      kind = .level
      cells = codes.map { $0 < 0 ? "" : levels[Int($0)] }
    case .text(let texts):
      kind = Kind(texts.form)
      cells = (0..<texts.count).map(texts.text)
    case .dates(let dates):
      kind = .date
      cells = dates.map { $0?.plainText ?? "" }
    }
  }
}

extension PlainColumn.Kind {
  fileprivate init(_ form: TextForm) {
    switch form {
    case .words: self = .text
    case .nucleotides(nil): self = .nucleotides
    case .nucleotides: self = .placedNucleotides
    case .structures: self = .structure
    }
  }
}

extension CalendarDate {
  fileprivate var plainText: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" + (hour.map { "T\($0)" } ?? "")
  }
}

extension GridShape {
  fileprivate var layout: PlainGrid.Layout {
    switch self {
    case .image(let side, let channels): .image(side: side, channels: channels)
    case .sound(let rate): .sound(rate: rate)
    }
  }
}
