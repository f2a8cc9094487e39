/// A word of the field with its meaning in plain words.
public struct GlossaryTerm: Hashable, Codable, Sendable {
  /// Other ways to write the term in each language: plurals, verbs, abbreviations; may be empty.
  public struct Spellings: Hashable, Codable, Sendable {
    public var en: [String]
    public var zh: [String]

    public init(en: [String] = [], zh: [String] = []) {
      self.en = en
      self.zh = zh
    }

    public subscript(language: Language) -> [String] {
      switch language {
      case .english: en
      case .chinese: zh
      }
    }
  }

  public var id: TermID
  public var term: LocalizedText
  public var also: Spellings
  /// One or two sentences.
  public var meaning: LocalizedText
  public var basis: [Basis]

  public init(
    id: TermID, term: LocalizedText, also: Spellings = Spellings(), meaning: LocalizedText, basis: [Basis]
  ) {
    self.id = id
    self.term = term
    self.also = also
    self.meaning = meaning
    self.basis = basis
  }

  /// Every way the term is written in a language.
  public func spellings(in language: Language) -> [String] { [term[language]] + also[language] }
}
