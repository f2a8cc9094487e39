/// The letters of texts told apart by their neighbours where a neighbourhood is common, since the same letter
/// sounds otherwise beside others.
struct LetterUnits: Hashable, Sendable {
  /// Neighbourhoods seen at least so often are units of their own.
  private static let least = 5

  /// Units by [before, letter, after] or, for rare neighbourhoods, [letter]; unit 0 is any other letter.
  private let numbers: [[Int]: Int]
  var count: Int { numbers.count + 1 }

  /// - Parameter texts: symbols of the training texts.
  init(_ texts: [[Int]]) {
    var numbers: [[Int]: Int] = [:]
    var counts: [[Int]: Int] = [:]
    for key in texts.flatMap(Self.keys) {
      counts[key, default: 0] += 1
      if counts[key] == Self.least { numbers[key] = numbers.count + 1 }
      let alone = [key[1]]
      if numbers[alone] == nil { numbers[alone] = numbers.count + 1 }
    }
    self.numbers = numbers
  }

  /// The unit of each letter.
  func units(_ text: [Int]) -> [Int] {
    Self.keys(text).map { numbers[$0] ?? numbers[[$0[1]]] ?? 0 }
  }

  private static func keys(_ text: [Int]) -> [[Int]] {
    text.indices.map { place in
      [place > 0 ? text[place - 1] : -1, text[place], place + 1 < text.count ? text[place + 1] : -1]
    }
  }
}
