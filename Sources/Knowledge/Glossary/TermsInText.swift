extension KnowledgeBase {
  /// The glossary's terms that occur in a text, in the glossary's order.
  ///
  /// Case does not matter, and a hyphen, a slash, a line break and a space are the same. Where several
  /// spellings begin at one place the longest counts. A spelling in Latin letters must stand as a word of
  /// its own; one in Chinese characters may stand anywhere.
  public func terms(in text: String, language: Language) -> [GlossaryTerm] {
    let scalars = comparable(text)
    let spellings = spellingsByFirst(in: language)
    var found: Set<TermID> = []
    var index = 0
    while index < scalars.count {
      let match = spellings[scalars[index]]?.first { stands($0.scalars, at: index, in: scalars) }
      if let match { found.insert(match.term) }
      index += match?.scalars.count ?? 1
    }
    return glossary.filter { found.contains($0.id) }
  }

  /// Spellings by their first scalar, the longest first.
  private func spellingsByFirst(in language: Language) -> [Unicode.Scalar: [Spelling]] {
    var spellings: [Unicode.Scalar: [Spelling]] = [:]
    for term in glossary {
      for text in term.spellings(in: language) {
        let scalars = comparable(text)
        guard let first = scalars.first else { continue }
        spellings[first, default: []].append(Spelling(scalars: scalars, term: term.id))
      }
    }
    return spellings.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
  }
}

private struct Spelling {
  var scalars: [Unicode.Scalar]
  var term: TermID
}

private func comparable(_ text: String) -> [Unicode.Scalar] {
  text.lowercased().unicodeScalars.map { scalar in
    switch scalar {
    case "-", "\u{2011}", "/", "\n", "\u{A0}": " "
    default: scalar
    }
  }
}

private func stands(_ spelling: [Unicode.Scalar], at start: Int, in text: [Unicode.Scalar]) -> Bool {
  let end = start + spelling.count
  guard end <= text.count, text[start..<end].elementsEqual(spelling) else { return false }
  let cutsBefore = start > 0 && isLatin(text[start - 1]) && isLatin(text[start])
  let cutsAfter = end < text.count && isLatin(text[end - 1]) && isLatin(text[end])
  return !cutsBefore && !cutsAfter
}

/// Whether a scalar is a letter or digit of a script that puts spaces between words.
private func isLatin(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x2E80 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
}
