/// Horizontal bars of shares 0–100 %, in named groups.
public struct ShareBars: Chart {
  public struct Bar: Sendable {
    public var label: String
    /// 0–1.
    public var share: Double
    public var text: String
    /// The bar that the text around is about is drawn stronger.
    public var isStrong: Bool

    public init(label: String, share: Double, text: String, isStrong: Bool) {
      self.label = label
      self.share = share
      self.text = text
      self.isStrong = isStrong
    }
  }

  public struct Group: Sendable {
    public var title: String
    public var bars: [Bar]

    public init(title: String, bars: [Bar]) {
      self.title = title
      self.bars = bars.filter(\.share.isFinite)
    }
  }

  public var groups: [Group]

  public init(groups: [Group]) {
    self.groups = groups
  }

  public func svg(_ words: ChartWords) -> String {
    var drawing = Drawing()
    guard groups.contains(where: { !$0.bars.isEmpty }) else { return drawing.svg(height: 80, words) }
    let scale = Scale(0, 1, from: 150, to: 345)
    var y = 4.0
    for group in groups where !group.bars.isEmpty {
      drawing.text(fitted(group.title, width: 385), x: 8, y: y + 14, bold: true)
      y += 22
      for bar in group.bars {
        drawing.text(fitted(bar.label, width: 136), x: 8, y: y + 15, bold: bar.isStrong)
        drawing.rectangle(
          x: scale(0), y: y + 3, width: scale(1) - scale(0), height: 16, fill: Palette.paleGrey)
        drawing.rectangle(
          x: scale(0), y: y + 3, width: scale(min(1, max(0, bar.share))) - scale(0), height: 16,
          fill: bar.isStrong ? Palette.blue : Palette.paleBlue, stroke: Palette.blue)
        drawing.text(bar.text, x: 394, y: y + 15, anchor: .end, bold: bar.isStrong)
        y += 25
      }
      y += 8
    }
    return drawing.svg(height: y, words)
  }
}
