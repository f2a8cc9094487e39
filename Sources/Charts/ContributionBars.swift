/// How a score comes about: a start, steps that take away or add, and where they end.
public struct ContributionBars: Chart {
  public struct Step: Sendable {
    public var label: String
    /// Signed; shown as given in `text`.
    public var points: Double
    public var text: String

    public init(label: String, points: Double, text: String) {
      self.label = label
      self.points = points
      self.text = text
    }
  }

  public var start: Step?
  public var steps: [Step]
  public var end: Step
  /// Whether the end is something to keep low, which changes the hatching of the steps only.
  public var lowIsGood: Bool

  /// - Parameters:
  ///   - start: the bar the steps start from; nil starts at 0.
  ///   - end: the bar they arrive at; its points are the end's whole value.
  public init(start: Step?, steps: [Step], end: Step, lowIsGood: Bool = false) {
    self.start = start
    self.steps = steps.filter(\.points.isFinite)
    self.end = end
    self.lowIsGood = lowIsGood
  }

  public func svg(_ words: ChartWords) -> String {
    var drawing = Drawing()
    guard end.points.isFinite, start != nil || !steps.isEmpty else { return drawing.svg(height: 80, words) }
    var levels = [start?.points ?? 0]
    for step in steps { levels.append((levels.last ?? 0) + step.points) }
    let top = max(levels.max() ?? 0, end.points, 1)
    let scale = Scale(min(0, levels.min() ?? 0), top, from: 8, to: 342)
    var y = 4.0
    if let start {
      bar(start.label, start.text, from: 0, to: start.points, y: y, fill: Palette.soft, scale, &drawing)
      y += 36
    }
    for (index, step) in steps.enumerated() {
      let isBad = (step.points < 0) != lowIsGood
      bar(
        step.label, step.text, from: levels[index], to: levels[index + 1], y: y,
        fill: isBad ? Palette.orange : Palette.green, scale, &drawing)
      drawing.line(scale(levels[index + 1]), y + 29, scale(levels[index + 1]), y + 53, stroke: Palette.line)
      y += 36
    }
    bar(end.label, end.text, from: 0, to: end.points, y: y, fill: Palette.blue, scale, &drawing)
    return drawing.svg(height: y + 38, words)
  }

  private func bar(
    _ label: String, _ text: String, from: Double, to: Double, y: Double, fill: String, _ scale: Scale,
    _ drawing: inout Drawing
  ) {
    drawing.text(fitted(label, width: 372), x: 8, y: y + 13)
    let left = min(scale(from), scale(to))
    drawing.rectangle(x: 8, y: y + 18, width: 334, height: 11, fill: Palette.mist)
    drawing.rectangle(
      x: left, y: y + 18, width: max(1.5, abs(scale(to) - scale(from))), height: 11, fill: fill)
    drawing.text(text, x: 394, y: y + 28, anchor: .end, bold: true)
  }
}
