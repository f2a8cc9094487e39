/// A melody as a model reads it: symbols, and where each begins.
struct NoteSequence: Hashable, Sendable {
  var symbols: [Int] = []
  /// In quarter notes from the beginning: of every symbol, and of what follows the last.
  var onsets: [Double] = [0]

  mutating func append(_ symbol: Int, length: Double) {
    symbols.append(symbol)
    onsets.append((onsets.last ?? 0) + length)
  }

  func prefix(_ count: Int) -> NoteSequence {
    NoteSequence(symbols: Array(symbols.prefix(count)), onsets: Array(onsets.prefix(count + 1)))
  }

  /// The distance in quarter notes at which melodies repeat most often: that of which the largest share of
  /// symbols stands once more, exactly so much earlier; bars, pairs of bars or sections of usual metres.
  static func period(of sequences: [NoteSequence]) -> Double {
    let shares = periods.map { period -> Double in
      var (repeated, asked) = (0, 0)
      for sequence in sequences {
        let begins = Dictionary(
          zip(sequence.onsets, sequence.symbols), uniquingKeysWith: { first, _ in first })
        for (onset, symbol) in zip(sequence.onsets, sequence.symbols) where onset >= period {
          asked += 1
          repeated += begins[onset - period] == symbol ? 1 : 0
        }
      }
      // Too few to tell count for nothing.
      return asked < 100 ? 0 : Double(repeated) / Double(asked)
    }
    let best = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    return periods[best]
  }

  private static let periods: [Double] = [4, 3, 6, 8, 12, 16, 24, 32]
}
