/// What a recogniser writes: whole words where there are few, characters otherwise.
struct SpeechSymbols: Hashable, Sendable {
  /// Up to so many different words are symbols of their own.
  private static let mostWords = 64
  private static let mostCharacters = 1_000

  let areWords: Bool
  /// Symbol number i + 1; number 0 is the blank of CTC.
  let symbols: [String]
  private let numbers: [String: Int]

  /// - Parameter texts: of the training part.
  init(_ texts: [SpokenText]) {
    let words = Set(texts.flatMap(\.words))
    areWords = words.count <= Self.mostWords
    if areWords {
      symbols = words.sorted()
    } else {
      var counts: [Character: Int] = [:]
      for text in texts { for character in text.text { counts[character, default: 0] += 1 } }
      symbols = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        .prefix(Self.mostCharacters).map { String($0.key) }
    }
    numbers = Dictionary(uniqueKeysWithValues: zip(symbols, 1...))
  }

  /// The symbols of a text; those that are not known are left out.
  func labels(_ text: SpokenText) -> [Int] {
    areWords
      ? text.words.compactMap { numbers[$0] } : text.text.compactMap { numbers[String($0)] }
  }

  func text(_ labels: [Int]) -> SpokenText {
    let parts = labels.map { symbols[$0 - 1] }
    return areWords ? SpokenText(words: parts) : SpokenText(parts.joined())
  }
}
