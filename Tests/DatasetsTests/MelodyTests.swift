import Datasets
import Foundation
import Testing

struct MelodyTests {
  static let spellings: [(text: String, note: MelodyNote?)] = [
    ("C4:1", MelodyNote(key: 60, length: 1)), ("A4:0.5", MelodyNote(key: 69, length: 0.5)),
    ("F#5:2", MelodyNote(key: 78, length: 2)), ("Bb3:1.5", MelodyNote(key: 58, length: 1.5)),
    ("cb4:1", MelodyNote(key: 59, length: 1)), ("C-1:1", MelodyNote(key: 0, length: 1)),
    ("G9:1", MelodyNote(key: 127, length: 1)), ("R:4", MelodyNote(key: nil, length: 4)),
    ("H4:1", nil), ("C4", nil), ("C:1", nil), ("C4:0", nil), ("C4:-1", nil), ("C4:65", nil), ("G#9:1", nil),
    ("C4:1:2", nil), ("", nil), ("C4:nan", nil),
  ]

  @Test(arguments: spellings) func `a note is read from its spelling`(
    _ row: (text: String, note: MelodyNote?)
  ) {
    #expect(MelodyNote(row.text) == row.note)
  }

  @Test func `a melody becomes the bytes of a file`() {
    let notes = [MelodyNote(key: 60, length: 1), MelodyNote(key: nil, length: 0.5)]
    let track: [UInt8] = [
      0, 0xFF, 0x51, 3, 0x07, 0xA1, 0x20,  // 500,000 µs a quarter
      0, 0xC0, 0, 0, 0x90, 60, 90,
      0x83, 0x60, 0x80, 60, 0,  // 480 ticks later
      0x81, 0x70, 0xFF, 0x2F, 0,  // 240 ticks of rest
    ]
    let header = Array("MThd".utf8) + [0, 0, 0, 6, 0, 0, 0, 1, 0x01, 0xE0]
    #expect(
      MIDIFile.bytes(of: notes, tempo: 120)
        == header + Array("MTrk".utf8) + [0, 0, 0, UInt8(track.count)] + track)
  }

  /// A folder of 30 files, the first with these bytes.
  private func folder(_ first: [UInt8]) throws -> MelodyCollection {
    let scratch = try Scratch()
    let other = MIDIFile.bytes(of: [MelodyNote(key: 50, length: 1)], tempo: 100)
    try scratch.write(first, "a/first.mid")
    for place in 0..<30 { try scratch.write(other, "b/\(place).MID") }
    return try MelodyCollection.load(DatasetRequest(location: scratch.folder))
  }

  @Test func `what was written is read again`() throws {
    let notes = [("E4", 0.5), ("R", 1.25), ("G5", 3), ("G5", 0.25), ("R", 0.5), ("C2", 2)]
      .compactMap { MelodyNote("\($0.0):\($0.1)") }
    let read = try folder(MIDIFile.bytes(of: notes, tempo: 96))
    #expect(notes.count == 6 && read.melodies.first == notes)
    #expect(read.melodies.count == 31 && read.facts.skipped.isEmpty)
  }

  private func file(format: UInt8 = 0, _ tracks: [[UInt8]]) -> [UInt8] {
    Array("MThd".utf8) + [0, 0, 0, 6, 0, format, 0, UInt8(tracks.count), 0, 4]
      + tracks.flatMap { Array("MTrk".utf8) + [0, 0, 0, UInt8($0.count)] + $0 }
  }

  @Test func `the melody is the highest voice of the first track with notes`() throws {
    // 4 ticks a quarter. Track 1 names itself and plays a drum; track 2 a chord, with running status and with
    // strength 0 for an end; then a low note that a higher one cuts short.
    let title: [UInt8] = [0, 0xFF, 0x03, 2, 65, 66, 0, 0x99, 40, 90, 4, 0x89, 40, 0, 0, 0xFF, 0x2F, 0]
    let tune: [UInt8] = [
      0, 0x90, 60, 90, 0, 64, 90, 4, 60, 0, 0, 64, 0,
      4, 0x90, 50, 90, 2, 62, 90, 2, 50, 0, 4, 62, 0, 0, 0xFF, 0x2F, 0,
    ]
    let read = try folder(file(format: 1, [title, tune]))
    let expected = ["E4:1", "R:1", "D3:0.5", "D4:1.5"].compactMap { MelodyNote($0) }
    #expect(read.melodies.first == expected)
  }

  static let damaged: [(name: String, bytes: [UInt8], reason: SkipReason)] = [
    ("no bytes", [], .empty),
    ("another format", Array("RIFF....".utf8), .unknownFormat),
    (
      "a track cut short",
      Array("MThd".utf8) + [0, 0, 0, 6, 0, 0, 0, 1, 0, 4] + Array("MTrk".utf8) + [0, 0, 0, 9, 0],
      .truncated
    ),
    ("format 2", Array("MThd".utf8) + [0, 0, 0, 6, 0, 2, 0, 1, 0, 4], .damaged("MIDI format 2")),
    ("no notes", MIDIFile.bytes(of: [], tempo: 120), .silent),
  ]

  @Test(arguments: damaged) func `a file that cannot be read is skipped and named`(
    _ row: (name: String, bytes: [UInt8], reason: SkipReason)
  ) throws {
    let read = try folder(row.bytes)
    #expect(read.facts.skipped == [SkippedFile(path: "a/first.mid", reason: row.reason)])
    #expect(read.melodies.count == 30)
  }

  @Test func `a table of melodies is read, and a cell that is none is named`() throws {
    let scratch = try Scratch()
    let rows = (0..<30).map { _ in "C4:1 D4:0.5 R:1\n" }.joined()
    let file = try scratch.write("melody\n" + rows)
    let read = try MelodyCollection.load(DatasetRequest(location: file))
    #expect(read.melodies.count == 30 && read.melodies[3].map(\.key) == [60, 62, nil])
    let wrong = try scratch.write("melody\n" + rows + "C4:1 X4:1\n", "wrong.csv")
    #expect(throws: DatasetError.notANote(column: "melody", row: 31, text: "X4:1")) {
      try MelodyCollection.load(DatasetRequest(location: wrong))
    }
    let none = try scratch.write("tune\n" + rows, "none.csv")
    #expect(throws: DatasetError.unknownColumn(name: "melody", nearest: nil, columns: ["tune"])) {
      try MelodyCollection.load(DatasetRequest(location: none))
    }
  }

  @Test func `a folder without melodies is refused`() throws {
    let scratch = try Scratch()
    try scratch.write("text", "notes.txt")
    #expect(throws: DatasetError.noMIDIFiles(path: scratch.folder.path)) {
      try MelodyCollection.load(DatasetRequest(location: scratch.folder))
    }
    try scratch.write([1, 2, 3], "a.mid")
    let skipped = SkippedFile(path: "a.mid", reason: .unknownFormat)
    #expect(throws: DatasetError.nothingReadable(path: scratch.folder.path, skipped: 1, first: skipped)) {
      try MelodyCollection.load(DatasetRequest(location: scratch.folder))
    }
  }

  @Test func `a melody sounds at its pitch for its length and is silent in rests`() {
    let notes = [MelodyNote(key: 69, length: 1), MelodyNote(key: nil, length: 1)]
    let sound = melodySound(notes, tempo: 60, rate: 8_000)
    #expect(sound.count == 16_000 && sound.allSatisfy { abs($0) <= 1 })
    #expect(sound[8_000...].allSatisfy { $0 == 0 })
    // A4 swings 440 times a second; its partials add no upward crossing of zero.
    let ups = (1..<8_000).count { sound[$0 - 1] < 0 && sound[$0] >= 0 }
    #expect(abs(ups - 440) <= 2)
  }
}
