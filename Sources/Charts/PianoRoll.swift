/// A melody as bars on a keyboard turned on its side: time to the right, pitch upwards.
public struct PianoRoll: Chart {
  public struct Note: Sendable {
    /// MIDI key; nil is a rest.
    public var key: Int?
    /// In quarter notes.
    public var length: Double

    public init(key: Int?, length: Double) {
      self.key = key
      self.length = length
    }
  }

  public var notes: [Note]

  public init(notes: [Note]) {
    self.notes = notes.filter { $0.length.isFinite && $0.length > 0 }
  }

  public func svg(_ words: ChartWords) -> String {
    var drawing = Drawing()
    let keys = notes.compactMap(\.key)
    let whole = notes.reduce(0) { $0 + $1.length }
    guard let lowest = keys.min(), let highest = keys.max(), whole > 0 else {
      return drawing.svg(height: 130, words)
    }
    let height = 110.0
    let across = Scale(0, whole, from: 30, to: 395)
    let step = height / Double(highest - lowest + 1)
    // The Cs are named, for orientation.
    for key in lowest...highest where key % 12 == 0 {
      let y = 10 + Double(highest - key) * step + step
      drawing.line(30, y, 395, y, stroke: Palette.faint)
      drawing.text("C\(key / 12 - 1)", x: 26, y: y, anchor: .end, fill: Palette.soft, size: 10)
    }
    var time = 0.0
    for note in notes {
      if let key = note.key {
        drawing.rectangle(
          x: across(time), y: 10 + Double(highest - key) * step,
          width: across(time + note.length) - across(time) - 0.7, height: max(step - 0.5, 1.5),
          fill: Palette.blue)
      }
      time += note.length
    }
    return drawing.svg(height: height + 20, words)
  }
}
