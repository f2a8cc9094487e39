import Reporting

/// Text laid out in columns of a terminal.
enum TextBlock {
  /// Lines of at most `width` columns, broken at spaces and between Chinese characters.
  static func wrap(_ text: String, width: Int) -> [String] {
    let width = max(20, width)
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(text) {
      let size = displayWidth(piece)
      if used + size > width, !line.isEmpty, !isClosing(piece) {
        lines.append(line.last == " " ? String(line.dropLast()) : line)
        (line, used) = ("", 0)
      }
      if line.isEmpty, piece == " " { continue }
      line += piece
      used += size
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The text with spaces up to `width` columns.
  static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - displayWidth(text)))
  }

  /// Rows of cells, each column as wide as its widest cell; the last is not padded.
  static func columns(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? displayWidth($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let last = row.count - 1
      let cells = row.enumerated().map { $0 == last ? $1 : pad($1, to: widths[$0]) }
      return cells.joined(separator: "  ")
    }
  }

  /// Words, spaces, and wide characters one by one.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in text {
      let single = String(character)
      if character == " " || character == "\n" || displayWidth(single) > 1 {
        if !word.isEmpty { pieces.append(word) }
        word = ""
        pieces.append(character == "\n" ? " " : single)
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { pieces.append(word) }
    return pieces
  }

  /// Marks that never begin a line.
  private static func isClosing(_ piece: String) -> Bool {
    piece.count == 1 && "，。；：、！？）”》】".contains(piece)
  }
}
