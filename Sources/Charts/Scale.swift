/// A straight mapping from values to places on the drawing.
struct Scale {
  var low: Double
  var high: Double
  var from: Double
  var to: Double

  /// A span of no width is widened, so that one value stands in the middle.
  init(_ low: Double, _ high: Double, from: Double, to: Double) {
    let padding = low == high ? max(abs(low) * 0.05, 0.01) : 0
    self.low = low - padding
    self.high = high + padding
    self.from = from
    self.to = to
  }

  func callAsFunction(_ value: Double) -> Double {
    from + (min(max(value, low), high) - low) / (high - low) * (to - from)
  }

  /// Round values inside the span, about `count` of them, rising.
  func ticks(_ count: Int = 5) -> [Tick] {
    let raw = (high - low) / Double(max(1, count))
    let magnitude = power(10, decimalLogarithm(raw).rounded(.down))
    let step = ([1, 2, 2.5, 5, 10].first { $0 * magnitude >= raw * 0.999 } ?? 10) * magnitude
    let decimals = min(9, max(0, Int((-decimalLogarithm(step)).rounded(.up)) + 1))
    let first = (low / step - 1e-9).rounded(.up)
    let last = (high / step + 1e-9).rounded(.down)
    guard first <= last, last - first < 50 else { return [] }
    return stride(from: first, through: last, by: 1).map {
      Tick(value: $0 * step, label: trimmedDecimalText($0 * step, decimals: decimals))
    }
  }

  struct Tick {
    var value: Double
    var label: String
  }
}

/// The rectangle of a chart with two axes.
struct Plot {
  var x: Scale
  var y: Scale

  /// A plot area in a drawing 400 wide, leaving room for labels.
  init(x: ClosedRange<Double>, y: ClosedRange<Double>, top: Double = 30, bottom: Double = 230) {
    self.x = Scale(x.lowerBound, x.upperBound, from: 52, to: 388)
    self.y = Scale(y.lowerBound, y.upperBound, from: bottom, to: top)
  }

  func place(_ point: ChartPoint) -> ChartPoint { ChartPoint(x(point.x), y(point.y)) }

  /// Grid, tick labels and axis names.
  func drawAxes(in drawing: inout Drawing, xName: String, yName: String) {
    for tick in y.ticks() {
      drawing.line(x.from, y(tick.value), x.to, y(tick.value), stroke: Palette.faint)
      drawing.text(tick.label, x: x.from - 6, y: y(tick.value) + 4, anchor: .end, fill: Palette.soft)
    }
    for tick in x.ticks() {
      drawing.line(x(tick.value), y.from, x(tick.value), y.from + 4)
      drawing.text(tick.label, x: x(tick.value), y: y.from + 17, anchor: .middle, fill: Palette.soft)
    }
    drawing.line(x.from, y.from, x.to, y.from)
    drawing.line(x.from, y.from, x.from, y.to)
    drawing.text(xName, x: (x.from + x.to) / 2, y: y.from + 34, anchor: .middle, fill: Palette.soft)
    drawing.text(
      yName, x: 12, y: (y.from + y.to) / 2, anchor: .middle, fill: Palette.soft, turned: true)
  }
}
