/// Columns a text takes on a terminal: two for Chinese, Japanese and Korean characters and emoji, none for
/// combining marks (after Unicode Standard Annex 11, East Asian Width).
public func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + columns($1) }
}

/// The text cut to a width, with an ellipsis in its last column when something was cut.
func cut(_ text: String, to width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  var result = ""
  var used = 0
  for character in text {
    let size = displayWidth(String(character))
    if used + size > width - 1 { break }
    result.append(character)
    used += size
  }
  return result + "…"
}

/// The text filled with spaces to a width; longer text is cut.
func padded(_ text: String, to width: Int) -> String {
  let shown = cut(text, to: width)
  return shown + String(repeating: " ", count: max(0, width - displayWidth(shown)))
}

/// Lines no wider than `width`, broken at spaces or between Chinese characters.
///
/// A word wider than a line is broken where the line ends. Text past `limit` lines is cut with an ellipsis.
func wrapped(_ text: String, width: Int, limit: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for piece in pieces(text) {
    if displayWidth(line + piece) <= width || line.isEmpty && piece == " " {
      line += piece
      continue
    }
    if !line.isEmpty { lines.append(line.trimmingEnd) }
    line = piece == " " ? "" : piece
    while displayWidth(line) > width {
      let head = prefix(of: line, width: width)
      lines.append(head)
      line = String(line.dropFirst(head.count))
    }
  }
  if !line.trimmingEnd.isEmpty { lines.append(line.trimmingEnd) }
  guard lines.count > limit, limit > 0 else { return lines }
  let rest = lines[(limit - 1)...].joined(separator: " ")
  return Array(lines.prefix(limit - 1)) + [cut(rest, to: width)]
}

/// Words, single spaces, and single wide characters; a stop stays with the character before it.
private func pieces(_ text: String) -> [String] {
  var result: [String] = []
  var word = ""
  for character in text {
    let isWide = displayWidth(String(character)) > 1
    if character == " " || isWide {
      if character != " ", "，。；：、）”！？".contains(character) {
        if word.isEmpty, let last = result.popLast() { word = last }
        result.append(word + String(character))
        word = ""
        continue
      }
      if !word.isEmpty { result.append(word) }
      word = ""
      result.append(String(character))
    } else {
      word.append(character)
    }
  }
  if !word.isEmpty { result.append(word) }
  return result
}

private func prefix(of text: String, width: Int) -> String {
  var result = ""
  for character in text {
    if displayWidth(result) + displayWidth(String(character)) > width { break }
    result.append(character)
  }
  return result.isEmpty ? String(text.prefix(1)) : result
}

private func columns(_ scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
