/// Comma-separated values as records with the line each begins on.
///
/// Quoted cells may hold commas, line feeds and doubled quotes.
struct SeparatedText {
  struct Record: Hashable {
    var line: Int
    var cells: [String]
  }

  var records: [Record] = []

  /// Blank lines are passed over.
  init(_ text: String) throws(FactFinding) {
    var reader = Reader()
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" { reader.read(scalar) }
    reader.endRecord()
    if let line = reader.openQuote { throw FactFinding(line: line, problem: .unclosedQuote) }
    records = reader.records
  }

  /// The cells as one line, quoted where they need it.
  static func line(_ cells: [String]) -> String {
    cells.map { cell in
      let needsQuotes = cell.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
      guard needsQuotes else { return cell }
      let parts = cell.split(separator: "\"", omittingEmptySubsequences: false)
      return "\"" + parts.joined(separator: "\"\"") + "\""
    }.joined(separator: ",") + "\n"
  }
}

private struct Reader {
  var records: [SeparatedText.Record] = []
  /// The line on which a quote opened that has not closed.
  private(set) var openQuote: Int?
  private var cells: [String] = []
  private var cell = String.UnicodeScalarView()
  private var line = 1
  private var start = 1
  /// Whether the last scalar was a quote inside quotes, which ends them unless another follows.
  private var hasQuoteEnded = false

  mutating func read(_ scalar: Unicode.Scalar) {
    if openQuote != nil {
      if scalar == "\"" {
        (openQuote, hasQuoteEnded) = (nil, true)
      } else {
        if scalar == "\n" { line += 1 }
        cell.append(scalar)
      }
      return
    }
    switch scalar {
    case "\"":
      if hasQuoteEnded { cell.append(scalar) }
      openQuote = line
    case ",": endCell()
    case "\r": break
    case "\n":
      endRecord()
      line += 1
      start = line
    default: cell.append(scalar)
    }
    hasQuoteEnded = false
  }

  private mutating func endCell() {
    cells.append(String(cell))
    cell.removeAll()
  }

  mutating func endRecord() {
    endCell()
    if cells != [""] { records.append(.init(line: start, cells: cells)) }
    cells = []
  }
}
