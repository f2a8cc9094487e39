/// Shapes written as SVG text, one after the other.
struct Drawing {
  let width: Double
  private(set) var body = ""

  init(width: Double = 400) {
    self.width = width
  }

  /// The whole element; without shapes it says that there is nothing to draw.
  func svg(height: Double, _ words: ChartWords) -> String {
    var drawing = self
    if body.isEmpty { drawing.text(words.nothing, x: width / 2, y: height / 2, anchor: .middle) }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(point(width)) \(point(height))" role="img" \
      aria-labelledby="\(words.id)-title \(words.id)-desc" \
      font-family="system-ui, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif" \
      font-size="12">
      <title id="\(words.id)-title">\(escaped(words.title))</title>
      <desc id="\(words.id)-desc">\(escaped(words.description))</desc>
      \(drawing.body)</svg>
      """
  }

  enum Anchor: String { case start, middle, end }

  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, fill: String = Palette.ink,
    size: Double = 12, bold: Bool = false, turned: Bool = false
  ) {
    body += "<text x=\"\(point(x))\" y=\"\(point(y))\" fill=\"\(fill)\""
    if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"" }
    if size != 12 { body += " font-size=\"\(point(size))\"" }
    if bold { body += " font-weight=\"600\"" }
    if turned { body += " transform=\"rotate(-90 \(point(x)) \(point(y)))\"" }
    body += ">\(escaped(text))</text>\n"
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String = Palette.line,
    width: Double = 1, dashed: Bool = false
  ) {
    body += "<line x1=\"\(point(x1))\" y1=\"\(point(y1))\" x2=\"\(point(x2))\" y2=\"\(point(y2))\""
    body += strokeText(stroke, width, dashed) + "/>\n"
  }

  mutating func path(_ points: [ChartPoint], stroke: String, width: Double = 2, dashed: Bool = false) {
    guard points.count > 1 else { return }
    let text = points.map { "\(point($0.x)),\(point($0.y))" }.joined(separator: " ")
    body += "<polyline points=\"\(text)\" fill=\"none\" stroke-linejoin=\"round\""
    body += strokeText(stroke, width, dashed) + "/>\n"
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String? = nil
  ) {
    body += "<rect x=\"\(point(x))\" y=\"\(point(y))\" width=\"\(point(max(0, width)))\""
    body += " height=\"\(point(max(0, height)))\" fill=\"\(fill)\""
    if let stroke { body += " stroke=\"\(stroke)\"" }
    body += "/>\n"
  }

  mutating func circle(
    x: Double, y: Double, radius: Double, fill: String, stroke: String? = nil, opacity: Double? = nil
  ) {
    body += "<circle cx=\"\(point(x))\" cy=\"\(point(y))\" r=\"\(point(radius))\" fill=\"\(fill)\""
    if let stroke { body += " stroke=\"\(stroke)\" stroke-width=\"1.5\"" }
    if let opacity { body += " fill-opacity=\"\(trimmedDecimalText(opacity, decimals: 2))\"" }
    body += "/>\n"
  }

  /// A horizontal span with a stop at each end.
  mutating func whisker(from x1: Double, to x2: Double, y: Double, stroke: String = Palette.ink) {
    guard abs(x2 - x1) > 0.5 else { return }
    line(x1, y, x2, y, stroke: stroke, width: 1.5)
    line(x1, y - 4, x1, y + 4, stroke: stroke, width: 1.5)
    line(x2, y - 4, x2, y + 4, stroke: stroke, width: 1.5)
  }

  private func strokeText(_ stroke: String, _ width: Double, _ dashed: Bool) -> String {
    " stroke=\"\(stroke)\" stroke-width=\"\(point(width))\"" + (dashed ? " stroke-dasharray=\"5 4\"" : "")
  }

  private func point(_ value: Double) -> String { trimmedDecimalText(value, decimals: 1) }
}

/// Text safe between tags and inside quoted attributes; by code point, so that no combining mark hides a
/// quote, and without the control characters XML forbids.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\t", "\n", "\r": result += " "
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
    // Controls that turn the reading direction could make a label read as something else.
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The text cut to about `width` units, with an ellipsis when something was cut.
func fitted(_ text: String, width: Double, size: Double = 12) -> String {
  var used = 0.0
  var result = ""
  for character in text {
    let isWide = (character.unicodeScalars.first?.value ?? 0) >= 0x1100
    used += size * (isWide ? 1 : 0.56)
    if used > width { return result + "…" }
    result.append(character)
  }
  return result
}
