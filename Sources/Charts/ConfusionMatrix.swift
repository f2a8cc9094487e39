/// Actual classes (rows) against predicted classes (columns), shaded by the share of each row.
public struct ConfusionMatrix: Chart {
  public var counts: [[Int]]
  public var classes: [String]
  public var actualName: String
  public var predictedName: String

  /// - Parameter counts: square, in the order of `classes`.
  public init(counts: [[Int]], classes: [String], actualName: String, predictedName: String) {
    self.counts = counts
    self.classes = classes
    self.actualName = actualName
    self.predictedName = predictedName
  }

  public func svg(_ words: ChartWords) -> String {
    var drawing = Drawing()
    let size = counts.count
    guard size > 0, counts.allSatisfy({ $0.count == size }) else { return drawing.svg(height: 120, words) }
    let left = 92.0
    let top = 46.0
    let cell = min(70, (392 - left) / Double(size))
    let fontSize = min(13, cell * 0.42)
    drawing.text(
      predictedName, x: left + cell * Double(size) / 2, y: 16, anchor: .middle, fill: Palette.soft)
    drawing.text(
      actualName, x: 12, y: top + cell * Double(size) / 2, anchor: .middle, fill: Palette.soft, turned: true)
    for (row, line) in counts.enumerated() {
      let y = top + cell * Double(row)
      let name = row < classes.count ? classes[row] : "\(row + 1)"
      // Past a dozen classes names overlap; every few of them stay as a guide.
      if row % (1 + size / 24) == 0 {
        let labelSize = min(12, max(6, cell * 0.8))
        drawing.text(
          fitted(name, width: 64, size: labelSize), x: left - 6, y: y + cell / 2 + labelSize * 0.35,
          anchor: .end, size: labelSize)
        if cell >= 24 {
          drawing.text(
            fitted(name, width: cell - 2, size: 11), x: left + cell * (Double(row) + 0.5), y: top - 8,
            anchor: .middle, size: 11)
        }
      }
      let total = line.reduce(0, +)
      for (column, count) in line.enumerated() {
        let share = total > 0 ? Double(count) / Double(total) : 0
        let x = left + cell * Double(column)
        drawing.rectangle(
          x: x, y: y, width: cell, height: cell, fill: shade(share),
          stroke: row == column ? Palette.ink : Palette.paper)
        if fontSize >= 6.5 {
          drawing.text(
            "\(count)", x: x + cell / 2, y: y + cell / 2 + fontSize * 0.36, anchor: .middle,
            fill: share >= 0.5 ? Palette.paper : Palette.ink, size: fontSize)
        }
      }
    }
    return drawing.svg(height: top + cell * Double(size) + 10, words)
  }

  /// Five steps, so that the figure in the cell always reads on its ground.
  private func shade(_ share: Double) -> String {
    switch share {
    case ..<0.02: Palette.mist
    case ..<0.2: Palette.paleBlue
    case ..<0.5: "#b4cfe8"
    case ..<0.8: "#2f6ca6"
    default: Palette.blue
    }
  }
}
