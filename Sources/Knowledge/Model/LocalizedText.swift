/// The languages every text a person reads exists in.
public enum Language: String, Codable, CaseIterable, Hashable, Sendable {
  case english = "en"
  case chinese = "zh"
}

/// One text in all languages.
public struct LocalizedText: Hashable, Codable, Sendable {
  public var en: String
  public var zh: String

  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  public subscript(language: Language) -> String {
    switch language {
    case .english: en
    case .chinese: zh
    }
  }
}
