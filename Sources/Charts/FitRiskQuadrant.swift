/// Approaches or cases by fit (to the right is better) and residual risk (upwards is worse), numbered by rank.
public struct FitRiskQuadrant: Chart {
  public struct Place: Sendable {
    public var label: String
    public var fit: ChartRange
    public var risk: ChartRange
    /// Drawn filled; the others are hollow.
    public var isFirst: Bool
    /// Area of a bubble around the dot as a share of the largest, 0–1; nil draws none.
    public var size: Double?

    public init(label: String, fit: ChartRange, risk: ChartRange, isFirst: Bool, size: Double? = nil) {
      self.label = label
      self.fit = fit
      self.risk = risk
      self.isFirst = isFirst
      self.size = size
    }
  }

  public var places: [Place]
  public var fitName: String
  public var riskName: String
  /// Named on the corner of high fit and low risk.
  public var goodCorner: String
  /// Fit from which, and risk up to which, the policy says go.
  public var goal: (fit: Double, risk: Double)?

  public init(
    places: [Place], fitName: String, riskName: String, goodCorner: String,
    goal: (fit: Double, risk: Double)? = nil
  ) {
    self.places = places.filter { $0.fit.isFinite && $0.risk.isFinite }
    self.fitName = fitName
    self.riskName = riskName
    self.goodCorner = goodCorner
    self.goal = goal
  }

  public func svg(_ words: ChartWords) -> String {
    var drawing = Drawing()
    guard !places.isEmpty else { return drawing.svg(height: 320, words) }
    let plot = Plot(x: 0...100, y: 0...100, top: 12, bottom: 272)
    if let goal {
      drawing.rectangle(
        x: plot.x(goal.fit), y: plot.y(goal.risk), width: plot.x.to - plot.x(goal.fit),
        height: plot.y.from - plot.y(goal.risk), fill: Palette.paleGreen)
    }
    drawBubbles(in: &drawing, plot)
    if let goal {
      drawing.text(
        fitted(goodCorner, width: plot.x.to - plot.x(goal.fit), size: 11), x: plot.x.to - 4,
        y: plot.y(goal.risk) - 5, anchor: .end, fill: Palette.green, size: 11)
    }
    plot.drawAxes(in: &drawing, xName: fitName, yName: riskName)
    for place in places {
      let x = plot.x(place.fit.value)
      let y = plot.y(place.risk.value)
      drawing.line(plot.x(place.fit.low), y, plot.x(place.fit.high), y, stroke: Palette.line, width: 1.5)
      drawing.line(x, plot.y(place.risk.low), x, plot.y(place.risk.high), stroke: Palette.line, width: 1.5)
    }
    drawNumbers(in: &drawing, plot)
    // A long list would be larger than the picture; the table beside it names the numbers then.
    guard places.count <= 14 else { return drawing.svg(height: 314, words) }
    let isNarrow = places.allSatisfy { fitted($0.label, width: 160) == $0.label }
    var y = 330.0
    for (index, place) in places.enumerated() {
      let isLeft = !isNarrow || index % 2 == 0
      drawing.text(
        fitted("\(index + 1)  \(place.label)", width: isNarrow ? 186 : 380), x: isLeft ? 8 : 206, y: y,
        bold: place.isFirst)
      if !isNarrow || !isLeft || index == places.count - 1 { y += 18 }
    }
    return drawing.svg(height: y - 8, words)
  }

  /// Larger bubbles first, so that none hides another.
  private func drawBubbles(in drawing: inout Drawing, _ plot: Plot) {
    let sized = places.compactMap { place in place.size.map { (place, min(1, max(0, $0))) } }
    for (place, size) in sized.sorted(by: { $0.1 > $1.1 }) where size > 0 {
      drawing.circle(
        x: plot.x(place.fit.value), y: plot.y(place.risk.value), radius: 18 * size.squareRoot(),
        fill: Palette.paleBlue, stroke: Palette.line, opacity: 0.7)
    }
  }

  /// Dots where they belong, their numbers on the first free side of them.
  private func drawNumbers(in drawing: inout Drawing, _ plot: Plot) {
    let dots = places.map { ChartPoint(plot.x($0.fit.value), plot.y($0.risk.value)) }
    var taken: [ChartPoint] = []
    for (index, dot) in dots.enumerated() {
      let sides = [(0.0, -13.0), (0, 14), (13, -9), (-13, -9), (13, 10), (-13, 10)].map {
        ChartPoint(dot.x + $0.0, dot.y + $0.1)
      }
      let free = sides.first { side in
        !taken.contains { abs($0.x - side.x) < 13 && abs($0.y - side.y) < 12 }
          && !dots.contains { abs($0.x - side.x) < 9 && abs($0.y - side.y) < 9 }
      }
      let side = free ?? sides[0]
      taken.append(side)
      let isFirst = places[index].isFirst
      drawing.circle(
        x: dot.x, y: dot.y, radius: isFirst ? 6 : 4.5, fill: isFirst ? Palette.blue : Palette.paper,
        stroke: Palette.blue)
      drawing.text(
        "\(index + 1)", x: side.x, y: side.y + 4.2, anchor: .middle, fill: Palette.blue, bold: true)
    }
  }
}
