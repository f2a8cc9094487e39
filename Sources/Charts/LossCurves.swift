/// Training and validation loss by epoch.
public struct LossCurves: Chart {
  public var training: [ChartPoint]
  public var validation: [ChartPoint]
  public var names: Names

  public struct Names: Sendable {
    public var training: String
    public var validation: String
    public var epoch: String
    public var loss: String

    public init(training: String, validation: String, epoch: String, loss: String) {
      self.training = training
      self.validation = validation
      self.epoch = epoch
      self.loss = loss
    }
  }

  public init(training: [ChartPoint], validation: [ChartPoint], names: Names) {
    self.training = training.filter(\.isFinite)
    self.validation = validation.filter(\.isFinite)
    self.names = names
  }

  public func svg(_ words: ChartWords) -> String {
    var drawing = Drawing()
    let all = training + validation
    guard let firstX = all.map(\.x).min(), let lastX = all.map(\.x).max(), let top = all.map(\.y).max()
    else { return drawing.svg(height: 270, words) }
    let plot = Plot(x: firstX...lastX, y: min(0, all.map(\.y).min() ?? 0)...max(top, 1e-9))
    plot.drawAxes(in: &drawing, xName: names.epoch, yName: names.loss)
    draw(training, in: &drawing, plot, colour: Palette.blue, dashed: false)
    draw(validation, in: &drawing, plot, colour: Palette.orange, dashed: true)
    drawKey(names.training, at: 56, colour: Palette.blue, dashed: false, in: &drawing)
    if !validation.isEmpty {
      drawKey(names.validation, at: 196, colour: Palette.orange, dashed: true, in: &drawing)
    }
    return drawing.svg(height: 270, words)
  }

  private func draw(
    _ points: [ChartPoint], in drawing: inout Drawing, _ plot: Plot, colour: String, dashed: Bool
  ) {
    let placed = points.map(plot.place)
    drawing.path(placed, stroke: colour, dashed: dashed)
    // A line of one point is invisible; its mark is not.
    if let last = placed.last { drawing.circle(x: last.x, y: last.y, radius: 3.5, fill: colour) }
  }

  private func drawKey(
    _ name: String, at x: Double, colour: String, dashed: Bool, in drawing: inout Drawing
  ) {
    drawing.line(x, 14, x + 26, 14, stroke: colour, width: 2, dashed: dashed)
    drawing.text(fitted(name, width: 140), x: x + 32, y: 18, fill: colour)
  }
}
