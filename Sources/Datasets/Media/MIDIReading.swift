import Foundation

extension MIDIFile {
  /// Lengths are rounded to so many parts of a quarter note.
  private static let grid = 4.0
  /// Quarter notes of the longest note or rest; longer ones are cut.
  private static let longest = 8.0

  /// The melody of a file: the highest notes of its first track with notes, drums left out.
  static func melody(of file: URL) throws(Unreadable) -> [MelodyNote] {
    guard let data = try? Data(contentsOf: file) else { throw Unreadable(.damaged("unreadable")) }
    if data.isEmpty { throw Unreadable(.empty) }
    return try melody(Array(data))
  }

  /// The melody of a file's bytes.
  static func melody(_ bytes: [UInt8]) throws(Unreadable) -> [MelodyNote] {
    var reader = ByteReader(bytes: bytes)
    guard bytes.starts(with: Array("MThd".utf8)) else { throw Unreadable(.unknownFormat) }
    reader.place = 4
    let header = try reader.number(4)
    let format = try reader.number(2)
    let tracks = try reader.number(2)
    let division = try reader.number(2)
    guard format <= 1 else { throw Unreadable(.damaged("MIDI format \(format)")) }
    guard division > 0, division & 0x8000 == 0 else {
      throw Unreadable(.damaged("MIDI time in film frames"))
    }
    reader.place = 8 + header
    for _ in 0..<tracks {
      let isTrack = try reader.number(4) == 0x4D54_726B
      let length = try reader.number(4)
      guard reader.place + length <= bytes.count else { throw Unreadable(.truncated) }
      let end = reader.place + length
      if isTrack {
        let notes = try trackNotes(&reader, end: end, division: Double(division))
        let melody = line(notes)
        if !melody.isEmpty { return melody }
      }
      reader.place = end
    }
    throw Unreadable(.silent)
  }

  /// A note as it sounds, in quarter notes from the beginning.
  private struct Sounding {
    var start: Double
    var end: Double
    let key: Int
  }

  private static func trackNotes(
    _ reader: inout ByteReader, end: Int, division: Double
  ) throws(Unreadable) -> [Sounding] {
    var notes: [Sounding] = []
    var open: [Int: Int] = [:]
    var (ticks, status) = (0, 0)
    while reader.place < end {
      ticks += try reader.variableLength()
      let byte = try reader.number(1)
      if byte == 0xFF || byte == 0xF0 || byte == 0xF7 {
        // Meta and system events say their length; none of them sounds.
        if byte == 0xFF { _ = try reader.number(1) }
        reader.place += try reader.variableLength()
        continue
      }
      // A first byte below 128 belongs to another event of the same kind as the last.
      if byte >= 0x80 { status = byte } else { reader.place -= 1 }
      guard (0x80..<0xF0).contains(status) else { throw Unreadable(.damaged("a MIDI event of no kind")) }
      let key = try reader.number(1)
      let isShort = (0xC0..<0xE0).contains(status)
      let force = isShort ? 0 : try reader.number(1)
      let (kind, channel) = (status & 0xF0, status & 0x0F)
      guard kind == 0x80 || kind == 0x90, channel != 9 else { continue }
      let now = Double(ticks) / division
      if let place = open.removeValue(forKey: channel << 8 | key) { notes[place].end = now }
      if kind == 0x90, force > 0 {
        open[channel << 8 | key] = notes.count
        notes.append(Sounding(start: now, end: now, key: key))
      }
    }
    // A note that nothing ends lasts to the last event.
    for place in open.values { notes[place].end = Double(ticks) / division }
    return notes
  }

  /// One note at a time: a higher note cuts a lower one short, a lower one is not heard beside a higher one.
  private static func line(_ notes: [Sounding]) -> [MelodyNote] {
    var heard: [Sounding] = []
    let sorted = notes.map { note in
      Sounding(
        start: (note.start * grid).rounded() / grid, end: (note.end * grid).rounded() / grid, key: note.key)
    }.sorted { $0.start != $1.start ? $0.start < $1.start : $0.key > $1.key }
    for note in sorted {
      var note = note
      note.end = max(note.end, note.start + 1 / grid)
      if let last = heard.last, note.start < last.end {
        if note.key <= last.key || note.start == last.start { continue }
        heard[heard.count - 1].end = note.start
      }
      heard.append(note)
    }
    var melody: [MelodyNote] = []
    var now = heard.first?.start ?? 0
    for note in heard {
      if note.start > now { melody.append(MelodyNote(key: nil, length: min(longest, note.start - now))) }
      melody.append(MelodyNote(key: note.key, length: min(longest, note.end - note.start)))
      now = note.end
    }
    return melody
  }
}

/// Reads numbers from bytes and says where they end too soon.
private struct ByteReader {
  let bytes: [UInt8]
  var place = 0

  /// A big-endian number of so many bytes.
  mutating func number(_ count: Int) throws(Unreadable) -> Int {
    guard place >= 0, place + count <= bytes.count else { throw Unreadable(.truncated) }
    defer { place += count }
    return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of seven bits a byte, four bytes at most.
  mutating func variableLength() throws(Unreadable) -> Int {
    var value = 0
    for _ in 0..<4 {
      let byte = try number(1)
      value = value << 7 | byte & 0x7F
      if byte < 0x80 { return value }
    }
    throw Unreadable(.damaged("a MIDI number of more than four bytes"))
  }
}
