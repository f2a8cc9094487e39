/// Predicted against actual numbers, with the line on which both are equal.
public struct PredictedActual: Chart {
  public var points: [ChartPoint]
  public var actualName: String
  public var predictedName: String

  /// - Parameter points: actual (x) and predicted (y), in the target's unit.
  public init(points: [ChartPoint], actualName: String, predictedName: String) {
    self.points = points.filter(\.isFinite)
    self.actualName = actualName
    self.predictedName = predictedName
  }

  public func svg(_ words: ChartWords) -> String {
    var drawing = Drawing()
    let values = points.flatMap { [$0.x, $0.y] }
    guard let low = values.min(), let high = values.max() else { return drawing.svg(height: 320, words) }
    let plot = Plot(x: low...high, y: low...high, top: 12, bottom: 280)
    plot.drawAxes(in: &drawing, xName: actualName, yName: predictedName)
    drawing.path(
      [ChartPoint(low, low), ChartPoint(high, high)].map(plot.place), stroke: Palette.line, dashed: true)
    for point in points.map(plot.place) {
      drawing.circle(
        x: point.x, y: point.y, radius: 3, fill: Palette.blue, opacity: points.count > 60 ? 0.45 : 0.8)
    }
    return drawing.svg(height: 320, words)
  }
}
