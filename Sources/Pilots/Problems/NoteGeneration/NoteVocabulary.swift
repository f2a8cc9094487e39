import Datasets

/// The notes and rests, each with its length, that a melody model knows; all others are one symbol, and
/// melodies begin with another.
struct NoteVocabulary: Hashable, Codable, Sendable {
  /// Symbol 0 begins a melody, 1 stands for every note that is not known, then come the known ones.
  static let start = 0
  static let unknown = 1

  let notes: [MelodyNote]

  /// The notes that occur at least twice, the commonest first, at most `limit` of them.
  init(_ melodies: [[MelodyNote]], limit: Int) {
    var counts: [MelodyNote: Int] = [:]
    for melody in melodies { for note in melody { counts[note, default: 0] += 1 } }
    let kept = counts.filter { $0.value >= 2 }.sorted { first, second in
      if first.value != second.value { return first.value > second.value }
      let (a, b) = (first.key.key ?? -1, second.key.key ?? -1)
      return a != b ? a < b : first.key.length < second.key.length
    }
    notes = kept.prefix(limit).map(\.key)
  }

  var count: Int { notes.count + 2 }

  /// The lengths of all symbols in quarter notes; 0 for those that are no known note.
  var lengths: [Double] { [0, 0] + notes.map(\.length) }

  /// The symbols of each melody and where they begin.
  func sequences(_ melodies: [[MelodyNote]]) -> [NoteSequence] {
    let places = Dictionary(uniqueKeysWithValues: notes.enumerated().map { ($1, $0 + 2) })
    return melodies.map { melody in
      melody.reduce(into: NoteSequence()) { $0.append(places[$1] ?? Self.unknown, length: $1.length) }
    }
  }

  /// The notes of symbols; those that are no note are left out.
  func notes(_ symbols: some Sequence<Int>) -> [MelodyNote] {
    symbols.compactMap { $0 >= 2 && $0 < count ? notes[$0 - 2] : nil }
  }
}
