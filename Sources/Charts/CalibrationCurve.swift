/// Predicted probability against the share that came true, with the line of perfect calibration.
public struct CalibrationCurve: Chart {
  public var points: [ChartPoint]
  public var names: UnitSquare.Names

  /// - Parameter points: mean predicted probability (x) and observed share (y), 0–1, one a bin.
  public init(points: [ChartPoint], names: UnitSquare.Names) {
    self.points = points.filter(\.isFinite)
    self.names = names
  }

  public func svg(_ words: ChartWords) -> String {
    UnitSquare(points: points, names: names, showsMarks: true).svg(words)
  }
}
