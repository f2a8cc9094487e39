import Foundation

/// Melodies: notes one after another.
public struct MelodyCollection: Sendable {
  public let facts: CollectionFacts
  /// None of them empty.
  public let melodies: [[MelodyNote]]

  public init(facts: CollectionFacts, melodies: [[MelodyNote]]) {
    self.facts = facts
    self.melodies = melodies
  }

  public static let samples: [CollectionSample<MelodyCollection>] = [.composedMelodies]

  /// Reads a folder of MIDI files, or a table with a column `melody` of notes such as `C4:1 D4:0.5 R:1`.
  ///
  /// - Throws: what `readTable` refuses; a cell that is no melody; a folder in which no file can be read;
  ///   fewer than 30 melodies.
  public static func load(_ request: DatasetRequest) throws(DatasetError) -> MelodyCollection {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: request.location.path, isDirectory: &isFolder) else {
      throw .notFound(path: request.location.path)
    }
    let read = isFolder.boolValue ? try midiFolder(request) : try melodyTable(request)
    guard read.melodies.count >= 30 else { throw .tooFewRows(rows: read.melodies.count, least: 30) }
    return MelodyCollection(
      facts: CollectionFacts(
        name: request.location.lastPathComponent, origin: .user, modality: .audio, notes: read.notes,
        skipped: read.skipped, fingerprint: fingerprint(read.melodies)),
      melodies: read.melodies)
  }

  /// SHA-256 over keys (−1 for a rest) and lengths.
  static func fingerprint(_ melodies: [[MelodyNote]]) -> String {
    var digest = ExampleDigest()
    for melody in melodies {
      digest.add(melody.map { $0.key ?? -1 })
      digest.add(melody.map(\.length))
    }
    return digest.hexadecimal()
  }
}

private struct ReadMelodies {
  var melodies: [[MelodyNote]] = []
  var notes: [DatasetNote] = []
  var skipped: [SkippedFile] = []
}

private func melodyTable(_ request: DatasetRequest) throws(DatasetError) -> ReadMelodies {
  let read = try readTable(request.location, declared: request.encoding, lineLimit: request.lineLimit)
  let table = read.table
  guard let column = table.names.firstIndex(where: { $0.lowercased() == "melody" }) else {
    throw .unknownColumn(name: "melody", nearest: nearest("melody", in: table.names), columns: table.names)
  }
  var result = ReadMelodies(notes: read.notes)
  for row in 0..<table.rows {
    var melody: [MelodyNote] = []
    for text in table.text(row: row, column: column).split(whereSeparator: \.isWhitespace) {
      guard let note = MelodyNote(String(text)) else {
        throw .notANote(column: table.names[column], row: table.rowNumber(row), text: String(text))
      }
      melody.append(note)
    }
    if !melody.isEmpty { result.melodies.append(melody) }
  }
  let empty = table.rows - result.melodies.count
  if empty > 0 { result.notes.append(.rowsIncomplete(empty)) }
  return result
}

/// The files of a folder in the order of their paths; those that are no MIDI or hold no notes are skipped.
private func midiFolder(_ request: DatasetRequest) throws(DatasetError) -> ReadMelodies {
  let folder = request.location
  let paths: [String]
  do {
    paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { ["mid", "midi"].contains(($0 as NSString).pathExtension.lowercased()) }.sorted()
  } catch {
    throw .unreadable(path: folder.path, reason: plainReason(error))
  }
  if paths.isEmpty { throw .noMIDIFiles(path: folder.path) }
  var result = ReadMelodies()
  if paths.count > request.fileLimit {
    result.notes.append(.filesDrawn(kept: request.fileLimit, of: paths.count))
  }
  for path in drawn(paths, request.fileLimit, seed: request.seed) {
    do throws(Unreadable) {
      result.melodies.append(try MIDIFile.melody(of: folder.appendingPathComponent(path)))
    } catch {
      result.skipped.append(SkippedFile(path: path, reason: error.reason))
    }
  }
  if result.melodies.isEmpty, let first = result.skipped.first {
    throw .nothingReadable(path: folder.path, skipped: result.skipped.count, first: first)
  }
  if !result.skipped.isEmpty { result.notes.append(.filesSkipped(result.skipped.count)) }
  return result
}
