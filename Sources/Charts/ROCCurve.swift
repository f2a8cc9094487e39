/// Share of hits against share of false alarms, with the line of pure chance.
public struct ROCCurve: Chart {
  public var points: [ChartPoint]
  public var names: UnitSquare.Names

  /// - Parameter points: false-positive rate (x) and true-positive rate (y), 0–1, in order.
  public init(points: [ChartPoint], names: UnitSquare.Names) {
    self.points = points.filter(\.isFinite)
    self.names = names
  }

  public func svg(_ words: ChartWords) -> String {
    UnitSquare(points: points, names: names, showsMarks: points.count < 2).svg(words)
  }
}
