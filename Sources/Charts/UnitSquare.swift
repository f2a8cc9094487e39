/// A line between two shares, both 0–1, beside a dashed diagonal.
public struct UnitSquare {
  public struct Names: Sendable {
    public var x: String
    public var y: String
    public var curve: String
    public var diagonal: String

    public init(x: String, y: String, curve: String, diagonal: String) {
      self.x = x
      self.y = y
      self.curve = curve
      self.diagonal = diagonal
    }
  }

  var points: [ChartPoint]
  var names: Names
  var showsMarks: Bool

  func svg(_ words: ChartWords) -> String {
    var drawing = Drawing()
    guard !points.isEmpty else { return drawing.svg(height: 330, words) }
    let plot = Plot(x: 0...1, y: 0...1, top: 32, bottom: 290)
    plot.drawAxes(in: &drawing, xName: names.x, yName: names.y)
    drawing.path([ChartPoint(0, 0), ChartPoint(1, 1)].map(plot.place), stroke: Palette.line, dashed: true)
    let placed = points.map(plot.place)
    drawing.path(placed, stroke: Palette.blue, width: 2.5)
    if showsMarks {
      for point in placed { drawing.circle(x: point.x, y: point.y, radius: 4, fill: Palette.blue) }
    }
    drawing.line(56, 14, 82, 14, stroke: Palette.blue, width: 2.5)
    drawing.text(fitted(names.curve, width: 120), x: 88, y: 18, fill: Palette.blue)
    drawing.line(216, 14, 242, 14, dashed: true)
    drawing.text(fitted(names.diagonal, width: 140), x: 248, y: 18, fill: Palette.soft)
    return drawing.svg(height: 330, words)
  }
}
