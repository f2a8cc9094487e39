/// The tokens of a sentence in order: words, signs, and single characters of scripts without spaces.
///
/// An apostrophe or a hyphen between two letters belongs to the word.
func sentenceTokens(_ text: String) -> [String] {
  var tokens: [String] = []
  var word = ""
  func endWord() {
    if !word.isEmpty { tokens.append(word) }
    word = ""
  }
  let characters = Array(text)
  for (place, character) in characters.enumerated() {
    let next = place + 1 < characters.count ? characters[place + 1] : " "
    if character.isUnspaced {
      endWord()
      tokens.append(String(character))
    } else if character.isLetter || character.isNumber
      || (!word.isEmpty && next.isLetter && "'’-".contains(character))
    {
      word.append(character)
    } else {
      endWord()
      if !character.isWhitespace { tokens.append(String(character)) }
    }
  }
  endWord()
  return tokens
}

/// A sentence from its tokens, with spaces where the script has them.
func sentence(_ tokens: some Sequence<String>) -> String {
  var text = ""
  for token in tokens {
    guard let last = text.last, let first = token.first else {
      text += token
      continue
    }
    let joins =
      last.isUnspaced || first.isUnspaced || "([«“¿¡".contains(last) || ",.;:!?)]»”".contains(first)
      || "，。；：！？、".contains(first) || "，。；：！？、".contains(last)
    text += joins ? token : " " + token
  }
  return text
}
