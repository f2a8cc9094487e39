/// A text as its words are counted: small letters and digits, without punctuation.
///
/// A Chinese character or a Japanese kana counts as a word, since no spaces are written between words there.
package struct SpokenText: Hashable, Codable, Sendable {
  package let words: [String]

  package init(words: [String]) { self.words = words }

  package init(_ text: String) {
    var words: [String] = []
    var word = ""
    func close() {
      let trimmed = word.drop { $0 == "'" }
      if !trimmed.isEmpty { words.append(String(trimmed)) }
      word = ""
    }
    for character in text.lowercased() {
      if character.isWordOfItsOwn {
        close()
        words.append(String(character))
      } else if character.isLetter || character.isNumber {
        word.append(character)
      } else if character == "'" || character == "’" {
        word.append("'")
      } else {
        close()
      }
    }
    close()
    self.words = words
  }

  /// The words with spaces between them where they are written.
  package var text: String {
    var text = ""
    for word in words {
      if let last = text.last, let first = word.first, !(last.isWordOfItsOwn && first.isWordOfItsOwn) {
        text += " "
      }
      text += word
    }
    return text
  }
}

extension Character {
  /// Whether it is a Chinese character or a kana.
  fileprivate var isWordOfItsOwn: Bool {
    guard let scalar = unicodeScalars.first?.value else { return false }
    return [0x3041...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF].contains {
      $0.contains(scalar)
    }
  }
}
