/// The words and word pairs of a text, or characters and character pairs where the script has no
/// spaces between words.
///
/// A term is known by a 64-bit hash; its spelling is only needed for the few that are kept.
struct Terms {
  private var tokens: [Token] = []
  private var bytes: [UInt8] = []

  private struct Token {
    var hash: UInt64
    var start: Int
    var end: Int
    /// A Chinese character or a Japanese kana, as against a word.
    var isCharacter: Bool
  }

  /// Cuts a text (UTF-8) into tokens, in lower case.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    bytes = lowercased(text)
    bytes.withUnsafeBufferPointer { text in
      var at = 0
      var wordStart: Int?
      while at < text.count {
        let (scalar, length) = decodeScalar(text, at)
        let kind = TokenKind(scalar)
        // An apostrophe joins the letters on both its sides.
        let joins = scalar == 0x27 && wordStart != nil && at + 1 < text.count && isPlainLetter(text[at + 1])
        if kind == .letter || joins {
          if wordStart == nil { wordStart = at }
        } else {
          if let start = wordStart { append(text, start, at, isCharacter: false) }
          wordStart = nil
          if kind != .space { append(text, at, at + length, isCharacter: kind == .character) }
        }
        at += length
      }
      if let start = wordStart { append(text, start, at, isCharacter: false) }
    }
  }

  /// Calls `body` with the hash of every term, single ones and pairs, in order.
  func forEach(_ body: (UInt64) -> Void) {
    for index in tokens.indices {
      body(tokens[index].hash)
      if let pair = pairHash(endingAt: index) { body(pair) }
    }
  }

  /// The spelling of a term, if it is in this text.
  func spelling(_ hash: UInt64) -> String? {
    for (index, token) in tokens.enumerated() {
      if token.hash == hash { return String(decoding: bytes[token.start..<token.end], as: UTF8.self) }
      if pairHash(endingAt: index) == hash {
        let first = tokens[index - 1]
        let gap = token.isCharacter ? "" : " "
        return String(decoding: bytes[first.start..<first.end], as: UTF8.self) + gap
          + String(decoding: bytes[token.start..<token.end], as: UTF8.self)
      }
    }
    return nil
  }

  private mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, isCharacter: Bool
  ) {
    let hash = hash64(UnsafeBufferPointer(rebasing: text[start..<end]))
    tokens.append(Token(hash: hash, start: start, end: end, isCharacter: isCharacter))
  }

  /// Words pair across punctuation, characters only with their direct neighbour.
  private func pairHash(endingAt index: Int) -> UInt64? {
    guard index > 0 else { return nil }
    let (first, second) = (tokens[index - 1], tokens[index])
    guard first.isCharacter == second.isCharacter, !second.isCharacter || first.end == second.start
    else { return nil }
    return (first.hash &* 0x9E37_79B9_7F4A_7C15) ^ (second.hash &+ 0x517C_C1B7_2722_0A95)
  }
}

private func isPlainLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

private enum TokenKind {
  case letter
  case character
  /// A sign that stands for itself: currency, emoji.
  case sign
  case space

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x30...0x39, 0x61...0x7A, 0x41...0x5A, 0x5F: self = .letter
    case 0x24, 0xA3, 0xA5, 0x20AC, 0x1F300...0x1FAFF, 0x2600...0x27BF: self = .sign
    case ..<0xC0, 0xD7, 0xF7: self = .space
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FA1F:
      self = .character
    case 0x2000...0x2BFF, 0x2E00...0x303F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFE00...0xFE6F:
      self = .space
    default: self = .letter
    }
  }
}

@inline(__always)
private func decodeScalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
  let first = UInt32(text[at])
  func next(_ offset: Int) -> UInt32 { at + offset < text.count ? UInt32(text[at + offset] & 0x3F) : 0 }
  let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  let usable = min(length, text.count - at)
  switch length {
  case 1: return (first, usable)
  case 2: return ((first & 0x1F) << 6 | next(1), usable)
  case 3: return ((first & 0x0F) << 12 | next(1) << 6 | next(2), usable)
  default: return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), usable)
  }
}

/// Lower case; the quick way for ASCII and for scripts without case.
private func lowercased(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  // Lead bytes 0xC3 to 0xDF hold the scripts with two cases: Latin, Greek, Cyrillic, Armenian.
  if text.contains(where: { $0 >= 0xC3 && $0 <= 0xDF }) {
    return Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
  }
  return text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
}
