extension TextForm {
  /// The shortest and the longest words of letters that count as terms.
  static let wordLengths = 3...6
  /// The longest run of structure tokens that counts as a term.
  static let longestRun = 3

  /// Calls `body` with the hash of every term of a text, in order.
  func forEachTerm(_ text: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
    switch self {
    case .words: Terms(text).forEach(body)
    case .nucleotides, .structures: forEachSpan(text) { body($0.hash) }
    }
  }

  /// The spelling of a term, if it is in this text.
  func spelling(_ hash: UInt64, in text: UnsafeBufferPointer<UInt8>) -> String? {
    if self == .words { return Terms(text).spelling(hash) }
    var found: TermSpan?
    forEachSpan(text) { if found == nil, $0.hash == hash { found = $0 } }
    return found.map { span in
      let letters = String(decoding: text[span.start..<span.end], as: UTF8.self)
      return span.isPlaced ? "\(span.start + 1): \(letters.uppercased())" : letters
    }
  }

  private func forEachSpan(_ text: UnsafeBufferPointer<UInt8>, _ body: (TermSpan) -> Void) {
    switch self {
    case .words: break
    case .nucleotides(nil): forEachWord(text, Self.wordLengths, body)
    case .nucleotides: forEachPlace(text, body)
    case .structures: forEachRun(text, body)
    }
  }

  /// Words of letters wherever they stand, none across an unknown letter.
  private func forEachWord(
    _ text: UnsafeBufferPointer<UInt8>, _ lengths: ClosedRange<Int>, _ body: (TermSpan) -> Void
  ) {
    for start in text.indices {
      var hash = TermSpan.seed
      for end in start..<min(start + lengths.upperBound, text.count) {
        let letter = nucleotide(text[end])
        if letter == UInt8(ascii: "N") { break }
        hash = TermSpan.mixed(hash, letter)
        if end - start + 1 >= lengths.lowerBound {
          body(TermSpan(hash: hash, start: start, end: end + 1, isPlaced: false))
        }
      }
    }
  }

  /// Single letters and pairs with their place, and words of three without it.
  private func forEachPlace(_ text: UnsafeBufferPointer<UInt8>, _ body: (TermSpan) -> Void) {
    for start in text.indices {
      // Places stand apart from words by their own beginning.
      var hash = TermSpan.mixed(TermSpan.mixed(~TermSpan.seed, UInt8(start & 0xFF)), UInt8(start >> 8 & 0xFF))
      for end in start..<min(start + 2, text.count) {
        let letter = nucleotide(text[end])
        if letter == UInt8(ascii: "N") { break }
        hash = TermSpan.mixed(hash, letter)
        body(TermSpan(hash: hash, start: start, end: end + 1, isPlaced: true))
      }
    }
    forEachWord(text, 3...3, body)
  }

  /// Runs of one to three tokens: atoms, bonds, branches and ring digits as they are written.
  private func forEachRun(_ text: UnsafeBufferPointer<UInt8>, _ body: (TermSpan) -> Void) {
    var starts: [Int] = []
    forEachStructureToken(text) { start, end in
      starts.append(start)
      for first in starts.suffix(Self.longestRun).reversed() {
        let hash = text[first..<end].reduce(TermSpan.seed, TermSpan.mixed)
        body(TermSpan(hash: hash, start: first, end: end, isPlaced: false))
      }
    }
  }
}

/// One occurrence of a term in a text.
private struct TermSpan {
  let hash: UInt64
  let start: Int
  let end: Int
  let isPlaced: Bool

  /// FNV-1a, begun and carried on letter by letter.
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}

/// The letter in capitals, U as T.
func nucleotide(_ byte: UInt8) -> UInt8 {
  let capital = byte & 0xDF
  return capital == UInt8(ascii: "U") ? UInt8(ascii: "T") : capital
}
