/// One line of text with the few marks a report needs.
public struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
  public enum Span: Hashable, Sendable {
    /// Wording of ours or of the catalog.
    case text(String)
    case strong(String)
    /// Ids and fingerprints.
    case code(String)
    /// Text of the person or their data; shown as it is, apart from the text around it.
    case quoted(String)
    /// A place in the same report.
    case reference(String, anchor: String)
    /// A page elsewhere, as a source; nothing is loaded from it.
    case link(String, url: String)
  }

  public var spans: [Span]

  public init(_ spans: [Span]) {
    self.spans = spans
  }

  public init(stringLiteral text: String) {
    self.init([.text(text)])
  }

  public init(_ text: String) {
    self.init([.text(text)])
  }

  public static func strong(_ text: String) -> Phrase { Phrase([.strong(text)]) }
  public static func code(_ text: String) -> Phrase { Phrase([.code(text)]) }
  public static func quoted(_ text: String) -> Phrase { Phrase([.quoted(text)]) }

  public static func + (left: Phrase, right: Phrase) -> Phrase { Phrase(left.spans + right.spans) }

  /// The words without their marks.
  public var plain: String {
    spans.map { span in
      switch span {
      case .text(let text), .strong(let text), .code(let text), .quoted(let text),
        .reference(let text, _), .link(let text, _):
        text
      }
    }.joined()
  }

  public var isEmpty: Bool { spans.isEmpty }
}

extension [Phrase] {
  func joined(separator: String) -> Phrase {
    var spans: [Phrase.Span] = []
    for (index, phrase) in enumerated() {
      if index > 0 { spans.append(.text(separator)) }
      spans += phrase.spans
    }
    return Phrase(spans)
  }
}
