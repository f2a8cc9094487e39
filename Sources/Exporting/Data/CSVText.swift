/// A field of a CSV file, in quotes where it holds a separator, a quote or a line's end (RFC 4180).
public func csvField(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return text }
  return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

/// A CSV file of columns, each with its name and one cell a row.
func csvText(_ columns: [(name: String, cells: [String])]) -> String {
  let rows = columns.first?.cells.count ?? 0
  var text = columns.map { csvField($0.name) }.joined(separator: ",") + "\n"
  for row in 0..<rows {
    text += columns.map { csvField($0.cells[row]) }.joined(separator: ",") + "\n"
  }
  return text
}
