/// One note of a melody, or a rest.
public struct MelodyNote: Hashable, Codable, Sendable {
  /// MIDI key, 60 is the middle C; nil is a rest.
  public let key: Int?
  /// In quarter notes, more than 0.
  public let length: Double

  public init(key: Int?, length: Double) {
    self.key = key
    self.length = length
  }

  /// Reads a note such as `C4:1`, `F#5:0.5` or `Bb3:2`, or a rest such as `R:1`; C4 is the middle C.
  ///
  /// - Returns: nil for anything else, a key outside 0 to 127, or a length outside 0 to 64 quarters.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let length = Double(parts[1]), length > 0, length <= 64 else { return nil }
    self.length = length
    var name = parts[0]
    if name == "R" || name == "r" {
      key = nil
      return
    }
    let steps: [Character: Int] = ["C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11]
    guard let letter = name.first?.uppercased().first, var step = steps[letter] else { return nil }
    name.removeFirst()
    while let sign = name.first, "#♯b♭".contains(sign) {
      step += "#♯".contains(sign) ? 1 : -1
      name.removeFirst()
    }
    guard let octave = Int(name) else { return nil }
    let key = 12 * (octave + 1) + step
    guard (0...127).contains(key) else { return nil }
    self.key = key
  }
}
