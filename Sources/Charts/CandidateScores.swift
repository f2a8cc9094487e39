/// Validation scores of a pilot's candidates: every fold a ring, the mean a dot with its interval.
public struct CandidateScores: Chart {
  public struct Row: Sendable {
    public var label: String
    public var mean: ChartRange
    public var folds: [Double]
    public var text: String
    /// The candidate that won is drawn stronger.
    public var isWinner: Bool

    public init(label: String, mean: ChartRange, folds: [Double], text: String, isWinner: Bool) {
      self.label = label
      self.mean = mean
      self.folds = folds.filter(\.isFinite)
      self.text = text
      self.isWinner = isWinner
    }
  }

  public var rows: [Row]
  public var axisName: String

  public init(rows: [Row], axisName: String) {
    self.rows = rows.filter(\.mean.isFinite)
    self.axisName = axisName
  }

  public func svg(_ words: ChartWords) -> String {
    var drawing = Drawing()
    let values = rows.flatMap { [$0.mean.low, $0.mean.high, $0.mean.value] + $0.folds }
    guard let low = values.min(), let high = values.max() else { return drawing.svg(height: 80, words) }
    let margin = (high - low) * 0.04
    let scale = Scale(low - margin, high + margin, from: 14, to: 386)
    let bottom = 8 + 48 * Double(rows.count)
    for tick in scale.ticks() {
      drawing.line(scale(tick.value), 4, scale(tick.value), bottom, stroke: Palette.faint)
      drawing.text(tick.label, x: scale(tick.value), y: bottom + 14, anchor: .middle, fill: Palette.soft)
    }
    for (index, row) in rows.enumerated() {
      let y = 8 + 48 * Double(index)
      drawing.text(fitted(row.label, width: 230), x: 14, y: y + 12, bold: row.isWinner)
      drawing.text(row.text, x: 386, y: y + 12, anchor: .end, bold: row.isWinner)
      for fold in row.folds {
        drawing.circle(x: scale(fold), y: y + 29, radius: 4, fill: Palette.paper, stroke: Palette.line)
      }
      drawing.whisker(from: scale(row.mean.low), to: scale(row.mean.high), y: y + 29, stroke: Palette.blue)
      drawing.circle(
        x: scale(row.mean.value), y: y + 29, radius: row.isWinner ? 6 : 4.5, fill: Palette.blue)
    }
    drawing.text(axisName, x: 200, y: bottom + 31, anchor: .middle, fill: Palette.soft)
    return drawing.svg(height: bottom + 40, words)
  }
}
