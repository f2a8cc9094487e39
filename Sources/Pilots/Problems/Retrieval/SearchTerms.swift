/// The terms of a text that a search compares, in lower case and in order: words of letters and digits, and
/// pairs of neighbouring characters where the script has no spaces between words.
func searchTerms(_ text: String) -> [String] {
  var terms: [String] = []
  var word = ""
  var run: [Character] = []
  func endWord() {
    if !word.isEmpty { terms.append(word) }
    word = ""
  }
  func endRun() {
    if run.count == 1 { terms.append(String(run[0])) }
    terms += zip(run, run.dropFirst()).map { "\($0)\($1)" }
    run = []
  }
  for character in text.lowercased() {
    if character.isUnspaced {
      endWord()
      run.append(character)
    } else if character.isLetter || character.isNumber {
      endRun()
      word.append(character)
    } else {
      endWord()
      endRun()
    }
  }
  endWord()
  endRun()
  return terms
}

extension Character {
  /// Whether it belongs to a script that sets no spaces between words: Chinese characters and Japanese kana.
  var isUnspaced: Bool {
    guard let scalar = unicodeScalars.first?.value else { return false }
    return (0x3040...0x30FF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
      || (0x4E00...0x9FFF).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
      || (0x20000...0x3134F).contains(scalar)
  }
}
