import Foundation
import Kernels

/// Recordings with what is said in them.
public struct SpeechCollection: Sendable {
  /// One recording.
  public struct Utterance: Sendable, Hashable {
    /// One channel, about −1 to 1.
    public let samples: [Float]
    /// As it was written, not empty.
    public let text: String

    public init(samples: [Float], text: String) {
      self.samples = samples
      self.text = text
    }
  }

  public let facts: CollectionFacts
  /// Samples a second, of every recording.
  public let rate: Int
  public let utterances: [Utterance]

  public init(facts: CollectionFacts, rate: Int, utterances: [Utterance]) {
    self.facts = facts
    self.rate = rate
    self.utterances = utterances
  }

  /// The table beside the recordings.
  static let tableName = "transcripts.csv"
  /// Longer recordings are left out: a pilot learns from sentences, not from lectures.
  static let longestSeconds = 15
  /// More than half an hour altogether is thinned by a seeded draw.
  static let mostSeconds = 1_800

  /// Reads a folder of WAV, FLAC or OGG files and its `transcripts.csv` with the columns `file` and `text`.
  ///
  /// The table may be named itself. Rows without a text are left out, and so are recordings that cannot be
  /// read or are longer than 15 seconds; they are named in the facts.
  /// - Throws: what `readTable` refuses; a missing table, column or file; fewer than 30 recordings.
  public static func load(_ request: DatasetRequest) throws(DatasetError) -> SpeechCollection {
    let place = try SpeechFolder(request.location)
    let read = try readTable(place.table, declared: request.encoding, lineLimit: request.lineLimit)
    var notes = read.notes
    var rows = try place.rows(read.table, textColumn: request.textColumn ?? request.target)
    let without = rows.count { $0.text.isEmpty }
    if without > 0 { notes.append(.rowsWithoutTarget(without)) }
    rows.removeAll { $0.text.isEmpty }
    guard rows.count >= 30 else { throw .tooFewRows(rows: rows.count, least: 30) }
    let content = try recordings(rows, limit: request.fileLimit, seed: request.seed, folder: place.folder)
    if !content.utterances.isEmpty { notes.append(.soundRate(hertz: content.rate)) }
    if content.read < rows.count { notes.append(.filesDrawn(kept: content.read, of: rows.count)) }
    if !content.skipped.isEmpty { notes.append(.filesSkipped(content.skipped.count)) }
    guard content.utterances.count >= 30 else {
      throw .tooFewRows(rows: content.utterances.count, least: 30)
    }
    return SpeechCollection(
      facts: CollectionFacts(
        name: place.folder.lastPathComponent, origin: .user, modality: .audio, notes: notes,
        skipped: content.skipped, fingerprint: fingerprint(content.utterances)),
      rate: content.rate, utterances: content.utterances)
  }

  /// What the recordings and their texts are, as one number.
  static func fingerprint(_ utterances: [Utterance]) -> String {
    var digest = ExampleDigest()
    for utterance in utterances {
      digest.add(utterance.text)
      digest.add(utterance.samples)
    }
    return digest.hexadecimal()
  }
}

/// What was read of the recordings that a table names.
private struct SpeechContent {
  let rate: Int
  var utterances: [SpeechCollection.Utterance] = []
  var skipped: [SkippedFile] = []
  /// Files opened before there was enough.
  var read = 0
}

/// Reads rows until there is half an hour, all of them or drawn by chance, and keeps the table's order.
private func recordings(
  _ rows: [SpeechFolder.Row], limit: Int, seed: UInt64, folder: URL
) throws(DatasetError) -> SpeechContent {
  var content = SpeechContent(rate: max(1_000, min(16_000, commonRate(rows.map(\.location)))))
  var order = Array(rows.indices)
  var generator = SeededGenerator(seed: seed, purpose: "recordings of a folder")
  generator.shuffle(&order)
  var kept: [(row: Int, utterance: SpeechCollection.Utterance)] = []
  var samples = 0
  for row in order.prefix(limit) where samples < SpeechCollection.mostSeconds * content.rate {
    content.read += 1
    do throws(Unreadable) {
      let sound = try Waveform(rows[row].location)
      guard sound.samples.count <= SpeechCollection.longestSeconds * sound.rate else {
        content.skipped.append(
          SkippedFile(
            path: rows[row].file, reason: .tooLong(seconds: SpeechCollection.longestSeconds)))
        continue
      }
      guard sound.samples.contains(where: { abs($0) > 1e-4 }) else {
        content.skipped.append(SkippedFile(path: rows[row].file, reason: .silent))
        continue
      }
      let signal = resampled(sound.samples, from: sound.rate, to: content.rate)
      kept.append((row, SpeechCollection.Utterance(samples: signal, text: rows[row].text)))
      samples += signal.count
    } catch {
      content.skipped.append(SkippedFile(path: rows[row].file, reason: error.reason))
    }
  }
  content.utterances = kept.sorted { $0.row < $1.row }.map(\.utterance)
  content.skipped.sort { $0.path < $1.path }
  if content.utterances.isEmpty, let first = content.skipped.first {
    throw .nothingReadable(path: folder.path, skipped: content.skipped.count, first: first)
  }
  return content
}
