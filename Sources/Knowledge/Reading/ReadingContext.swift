/// Reads typed values out of nodes and collects a finding for everything that is not as expected.
///
/// A reader goes on after a fault, so that one run shows all faults of a file; a value that could not
/// be read is nil, and its owner is left out of the result.
final class ReadingContext {
  private(set) var findings: [Finding] = []
  /// Names used here and defined elsewhere, resolved when all files are read.
  private(set) var references: [Reference] = []

  func report(_ problem: Finding.Problem, at position: SourcePosition) {
    findings.append(Finding(problem, at: position))
  }

  func refer(_ target: Reference.Target, at position: SourcePosition) {
    references.append(Reference(target: target, position: position))
  }

  /// The mapping itself, after unknown and missing keys are reported; nil for no mapping.
  func mapping(
    _ node: SourceNode, required: [String], optional: [String] = []
  ) -> SourceNode? {
    guard let entries = node.entries else {
      report(.expected(.mapping, found: node.summary), at: node.position)
      return nil
    }
    for entry in entries where !required.contains(entry.key) && !optional.contains(entry.key) {
      report(.unknownKey(entry.key, known: required + optional), at: entry.keyPosition)
    }
    for key in required where !entries.contains(where: { $0.key == key }) {
      report(.missingKey(key), at: node.position)
    }
    return node
  }

  func text(_ node: SourceNode?) -> String? {
    guard let node else { return nil }
    guard let text = node.text else {
      report(.expected(.text, found: node.summary), at: node.position)
      return nil
    }
    return text
  }

  func number(_ node: SourceNode?, named name: String = "number", in range: ClosedRange<Double>? = nil)
    -> Double?
  {
    guard let node else { return nil }
    guard let text = node.text, let number = Double(text), number.isFinite else {
      report(.expected(.number, found: node.summary), at: node.position)
      return nil
    }
    if let range, !range.contains(number) {
      report(
        .outOfRange(name: name, value: number, lower: range.lowerBound, upper: range.upperBound),
        at: node.position)
      return nil
    }
    return number
  }

  func integer(_ node: SourceNode?, named name: String = "number") -> Int? {
    guard let node else { return nil }
    guard let text = node.text, let number = Int(text), number >= 0 else {
      report(.expected(.wholeNumber, found: node.summary), at: node.position)
      return nil
    }
    return number
  }

  func boolean(_ node: SourceNode?) -> Bool? {
    guard let node else { return nil }
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      report(.expected(.boolean, found: node.summary), at: node.position)
      return nil
    }
  }

  func list(_ node: SourceNode?) -> [SourceNode]? {
    guard let node else { return nil }
    guard let elements = node.elements else {
      report(.expected(.list, found: node.summary), at: node.position)
      return nil
    }
    return elements
  }

  /// One of a closed set of names.
  func name<Name: RawRepresentable & CaseIterable>(
    _ node: SourceNode?, kind: String, as type: Name.Type
  ) -> Name? where Name.RawValue == String {
    guard let node, let text = text(node) else { return nil }
    if let name = Name(rawValue: text) { return name }
    report(
      .unknownName(kind: kind, name: text, known: Name.allCases.map(\.rawValue)), at: node.position)
    return nil
  }

  /// A text in every language, or a plain name that is the same in all.
  func properName(_ node: SourceNode) -> LocalizedText? {
    guard let name = node.text else { return localized(node) }
    return LocalizedText(en: name, zh: name)
  }

  /// A text in every language, each non-empty.
  func localized(_ node: SourceNode?) -> LocalizedText? {
    guard let node else { return nil }
    guard let entries = node.entries else {
      report(.expected(.localizedText, found: node.summary), at: node.position)
      return nil
    }
    var text = LocalizedText(en: "", zh: "")
    for entry in entries {
      let value = entry.value.text?.trimmingSpace ?? ""
      switch Language(rawValue: entry.key) {
      case .english: text.en = value
      case .chinese: text.zh = value
      case nil:
        report(
          .unknownKey(entry.key, known: Language.allCases.map(\.rawValue)), at: entry.keyPosition)
      }
    }
    let missing = Language.allCases.filter { text[$0].isEmpty }
    for language in missing { report(.missingTranslation(language: language), at: node.position) }
    return missing.isEmpty ? text : nil
  }
}

/// A name used in one file and defined in another.
struct Reference {
  enum Target {
    case question(QuestionID)
    /// A question that must be a number question.
    case numberQuestion(QuestionID)
    /// A question with choices, of which one is named.
    case option(OptionID, of: QuestionID)
    /// A map that must name every option of a choice question, and no other.
    case everyOption([OptionID], of: QuestionID)
    case source(SourceID)
    case criterion(CriterionID)
    case risk(RiskID)
    case model(ModelID)
    case currency(String)
    case scenario(ScenarioID)
    /// A text that must read as an answer to a question.
    case answer(String, to: QuestionID)
  }

  var target: Target
  var position: SourcePosition
}

extension SourceNode {
  /// What stands here, for a finding: short, and never more than a few words of content.
  public var summary: String {
    switch content {
    case .scalar(let text, _):
      text.isEmpty ? "nothing" : "'\(text.prefix(40))'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension String {
  var trimmingSpace: String {
    // Nearly always there is nothing to trim, and scalars tell that much faster than characters.
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return self }
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    while text.first?.isWhitespace == true { text.removeFirst() }
    return String(text)
  }
}
