/// Several series over a common axis, such as the wealth of portfolios by week.
///
/// Lines differ by dash and by the number at their end, not by colour alone.
public struct SeriesLines: Chart {
  public struct Line: Sendable {
    public var label: String
    /// One value a place on the axis, from the left.
    public var values: [Double]

    public init(label: String, values: [Double]) {
      self.label = label
      self.values = values
    }
  }

  public var lines: [Line]
  public var horizontalName: String
  public var verticalName: String

  public init(lines: [Line], horizontalName: String, verticalName: String) {
    self.lines = lines.filter { $0.values.contains(where: \.isFinite) }
    self.horizontalName = horizontalName
    self.verticalName = verticalName
  }

  public func svg(_ words: ChartWords) -> String {
    var drawing = Drawing()
    let finite = lines.flatMap(\.values).filter(\.isFinite)
    let longest = lines.map(\.values.count).max() ?? 0
    guard let low = finite.min(), let high = finite.max(), longest > 1 else {
      return drawing.svg(height: 270, words)
    }
    let spread = high > low ? high - low : max(abs(high), 1e-9)
    let plot = Plot(
      x: 0...Double(longest - 1), y: (low - 0.02 * spread)...(high + 0.02 * spread))
    plot.drawAxes(in: &drawing, xName: horizontalName, yName: verticalName)
    for (index, line) in lines.enumerated() {
      let points = line.values.enumerated().map { ChartPoint(Double($0.offset), $0.element) }
        .filter(\.isFinite).map(plot.place)
      let (colour, dashed) = Self.look(index)
      drawing.path(points, stroke: colour, width: index < 2 ? 2 : 1.2, dashed: dashed)
      if let last = points.last {
        drawing.text("\(index + 1)", x: last.x + 3, y: last.y + 4, fill: colour, size: 11, bold: true)
      }
    }
    var row = 290.0
    for (index, line) in lines.enumerated() {
      let (colour, dashed) = Self.look(index)
      drawing.line(8, row - 4, 34, row - 4, stroke: colour, width: 2, dashed: dashed)
      drawing.text("\(index + 1) " + fitted(line.label, width: 330), x: 40, y: row, fill: colour)
      row += 18
    }
    return drawing.svg(height: row, words)
  }

  private static func look(_ index: Int) -> (colour: String, dashed: Bool) {
    let colours = [Palette.ink, Palette.blue, Palette.orange, Palette.green, Palette.red]
    return (colours[index % colours.count], index % 2 == 1)
  }
}
