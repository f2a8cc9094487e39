/// Standard MIDI files (MIDI Manufacturers Association, RP-001, 1996): notes to bytes.
public enum MIDIFile {
  /// Ticks of a quarter note in files written here.
  static let division = 480

  /// A file of format 0 that plays the notes one after another on the first channel, as a piano.
  ///
  /// - Parameter tempo: quarter notes a minute, from 4 up to 1,000; what lies outside is brought in.
  public static func bytes(of notes: [MelodyNote], tempo: Double) -> [UInt8] {
    let microseconds = Int((60_000_000 / min(max(tempo, 4), 1_000)).rounded())
    var track: [UInt8] = [0, 0xFF, 0x51, 3] + bigEndian(microseconds, 3) + [0, 0xC0, 0]
    // Ends are rounded from the beginning, so that odd lengths do not add up their errors.
    var (passed, written) = (0.0, 0)
    for note in notes {
      let start = Int((passed * Double(division)).rounded())
      passed += note.length
      guard let key = note.key, (0...127).contains(key) else { continue }
      let end = max(start + 1, Int((passed * Double(division)).rounded()))
      track += variableLength(start - written) + [0x90, UInt8(key), 90]
      track += variableLength(end - start) + [0x80, UInt8(key), 0]
      written = end
    }
    let end = Int((passed * Double(division)).rounded())
    track += variableLength(max(0, end - written)) + [0xFF, 0x2F, 0]
    return Array("MThd".utf8) + bigEndian(6, 4) + bigEndian(0, 2) + bigEndian(1, 2) + bigEndian(division, 2)
      + Array("MTrk".utf8) + bigEndian(track.count, 4) + track
  }

  private static func bigEndian(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// Seven bits a byte, the highest first, all but the last with the top bit set.
  static func variableLength(_ number: Int) -> [UInt8] {
    var bytes = [UInt8(number & 0x7F)]
    var rest = number >> 7
    while rest > 0 {
      bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
      rest >>= 7
    }
    return bytes
  }
}
