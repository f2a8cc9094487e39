/// Amounts by volume, both on logarithmic axes, with numbered lines and a mark at one volume.
///
/// Where the line of the gain passes above a cost, that cost is paid back.
public struct VolumeLines: Chart {
  public struct Line: Sendable {
    /// Short, shown where the line ends.
    public var mark: String
    public var label: String
    /// Points whose coordinates are not above 0 are left out.
    public var points: [ChartPoint]
    /// Drawn thick; costs are drawn dashed.
    public var isGain: Bool

    public init(mark: String, label: String, points: [ChartPoint], isGain: Bool) {
      self.mark = mark
      self.label = label
      self.points = points.filter { $0.isFinite && $0.x > 0 && $0.y > 0 }
      self.isGain = isGain
    }
  }

  public var lines: [Line]
  public var volumeName: String
  public var amountName: String
  /// The volume asked about; nil when it is not known.
  public var volume: Double?
  public var volumeMark: String

  public init(
    lines: [Line], volumeName: String, amountName: String, volume: Double?, volumeMark: String
  ) {
    self.lines = lines.filter { $0.points.count > 1 }
    self.volumeName = volumeName
    self.amountName = amountName
    self.volume = volume.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
    self.volumeMark = volumeMark
  }

  public func svg(_ words: ChartWords) -> String {
    var drawing = Drawing()
    let points = lines.flatMap(\.points)
    guard let x = decades(points.map(\.x)), let y = decades(points.map(\.y)) else {
      return drawing.svg(height: 320, words)
    }
    let horizontal = Scale(x.lowerBound, x.upperBound, from: 52, to: 372)
    let vertical = Scale(y.lowerBound, y.upperBound, from: 262, to: 14)
    drawAxes(in: &drawing, horizontal, vertical)
    if let volume {
      let place = horizontal(decimalLogarithm(volume))
      drawing.line(place, vertical.from, place, vertical.to, stroke: Palette.line, dashed: true)
      let isRight = place > 250
      drawing.text(
        fitted(volumeMark, width: 150, size: 11), x: place + (isRight ? -5 : 5), y: 24,
        anchor: isRight ? .end : .start, fill: Palette.soft, size: 11)
    }
    drawLines(in: &drawing, horizontal, vertical)
    var row = 318.0
    for line in lines {
      drawing.line(
        8, row - 4, 34, row - 4, stroke: colour(line), width: line.isGain ? 3 : 1.5, dashed: !line.isGain)
      drawing.text(fitted("\(line.mark)  \(line.label)", width: 340), x: 42, y: row, bold: line.isGain)
      row += 18
    }
    return drawing.svg(height: row - 6, words)
  }

  private func colour(_ line: Line) -> String { line.isGain ? Palette.green : Palette.blue }

  /// Lines with their marks, kept apart where lines end close together.
  private func drawLines(in drawing: inout Drawing, _ x: Scale, _ y: Scale) {
    var taken: [Double] = []
    let highestFirst = lines.sorted { ($0.points.last?.y ?? 0) > ($1.points.last?.y ?? 0) }
    for line in highestFirst {
      let placed = line.points.map {
        ChartPoint(x(decimalLogarithm($0.x)), y(decimalLogarithm($0.y)))
      }
      drawing.path(placed, stroke: colour(line), width: line.isGain ? 3 : 1.5, dashed: !line.isGain)
      guard let end = placed.last else { continue }
      var height = end.y + 4
      while taken.contains(where: { abs($0 - height) < 12 }) { height += 12 }
      taken.append(height)
      drawing.text(line.mark, x: 376, y: height, fill: colour(line), bold: true)
    }
  }

  private func drawAxes(in drawing: inout Drawing, _ x: Scale, _ y: Scale) {
    let step = max(1, Int((y.high - y.low) / 6))
    for power in stride(from: Int(y.low), through: Int(y.high), by: step) {
      drawing.line(x.from, y(Double(power)), x.to, y(Double(power)), stroke: Palette.faint)
      drawing.text(
        decadeText(power), x: x.from - 6, y: y(Double(power)) + 4, anchor: .end, fill: Palette.soft)
    }
    for power in stride(from: Int(x.low), through: Int(x.high), by: x.high - x.low > 8 ? 2 : 1) {
      drawing.line(x(Double(power)), y.from, x(Double(power)), y.from + 4)
      drawing.text(
        decadeText(power), x: x(Double(power)), y: y.from + 17, anchor: .middle, fill: Palette.soft)
    }
    drawing.line(x.from, y.from, x.to, y.from)
    drawing.line(x.from, y.from, x.from, y.to)
    drawing.text(volumeName, x: (x.from + x.to) / 2, y: y.from + 34, anchor: .middle, fill: Palette.soft)
    drawing.text(amountName, x: 10, y: (y.from + y.to) / 2, anchor: .middle, fill: Palette.soft, turned: true)
  }

  /// Whole powers of ten around the values, as their exponents; nil without values.
  private func decades(_ values: [Double]) -> ClosedRange<Double>? {
    guard let least = values.min(), let most = values.max() else { return nil }
    let low = decimalLogarithm(least).rounded(.down)
    return low...max(low + 1, decimalLogarithm(most).rounded(.up))
  }
}

/// A power of ten as an axis shows it: 0.1, 1, 10, 100, 1,000, then 10⁴.
private func decadeText(_ power: Int) -> String {
  switch power {
  case 0: return "1"
  case 1: return "10"
  case 2: return "100"
  case 3: return "1,000"
  case -1: return "0.1"
  case -2: return "0.01"
  default:
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return "10" + String("\(power)".map { $0 == "-" ? "⁻" : digits[$0.wholeNumberValue ?? 0] })
  }
}
