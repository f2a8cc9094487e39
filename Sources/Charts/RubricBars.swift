/// Horizontal bars from 0 to 100 by rubric, before and after, with whiskers for what is unknown.
public struct RubricBars: Chart {
  public struct Row: Sendable {
    public var label: String
    public var before: ChartRange?
    /// Nil when there is only one scorecard.
    public var after: ChartRange?

    public init(label: String, before: ChartRange?, after: ChartRange?) {
      self.label = label
      self.before = before
      self.after = after
    }
  }

  public var rows: [Row]
  public var beforeName: String
  public var afterName: String?

  public init(rows: [Row], beforeName: String, afterName: String?) {
    self.rows = rows
    self.beforeName = beforeName
    self.afterName = afterName
  }

  public func svg(_ words: ChartWords) -> String {
    var drawing = Drawing()
    guard !rows.isEmpty else { return drawing.svg(height: 80, words) }
    let scale = Scale(0, 100, from: 8, to: 352)
    let hasAfter = afterName != nil
    drawKeys(in: &drawing)
    let rowHeight = hasAfter ? 56.0 : 38.0
    let bottom = 34 + rowHeight * Double(rows.count)
    for tick in [0.0, 25, 50, 75, 100] {
      drawing.line(scale(tick), 30, scale(tick), bottom, stroke: Palette.faint)
      drawing.text(
        decimalText(tick), x: scale(tick), y: bottom + 14, anchor: .middle, fill: Palette.soft, size: 11)
    }
    for (index, row) in rows.enumerated() {
      let y = 34 + rowHeight * Double(index)
      drawing.text(fitted(row.label, width: 340), x: 8, y: y + 13, bold: true)
      draw(row.before, y: y + 18, isAfter: !hasAfter, scale, in: &drawing)
      if hasAfter { draw(row.after, y: y + 35, isAfter: true, scale, in: &drawing) }
    }
    return drawing.svg(height: bottom + 22, words)
  }

  private func drawKeys(in drawing: inout Drawing) {
    guard let afterName else { return }
    drawing.rectangle(x: 8, y: 8, width: 22, height: 11, fill: Palette.paleBlue, stroke: Palette.blue)
    drawing.text(fitted(beforeName, width: 140), x: 36, y: 18)
    drawing.rectangle(x: 200, y: 8, width: 22, height: 11, fill: Palette.blue, stroke: Palette.blue)
    drawing.text(fitted(afterName, width: 150), x: 228, y: 18)
  }

  private func draw(
    _ range: ChartRange?, y: Double, isAfter: Bool, _ scale: Scale, in drawing: inout Drawing
  ) {
    guard let range, range.isFinite else {
      drawing.text("–", x: 8, y: y + 11)
      return
    }
    drawing.rectangle(
      x: scale(0), y: y, width: scale(range.value) - scale(0), height: 13,
      fill: isAfter ? Palette.blue : Palette.paleBlue, stroke: Palette.blue)
    // The whisker passes over the dark bar, so it is drawn with a light rim.
    if abs(scale(range.high) - scale(range.low)) > 0.5 {
      drawing.line(
        scale(range.low), y + 6.5, scale(range.high), y + 6.5, stroke: Palette.paper, width: 3.5)
    }
    drawing.whisker(from: scale(range.low), to: scale(range.high), y: y + 6.5)
    drawing.text(decimalText(range.value), x: 394, y: y + 11, anchor: .end)
  }
}
