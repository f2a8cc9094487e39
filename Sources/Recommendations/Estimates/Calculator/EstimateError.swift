import Knowledge

/// Why there is no estimate; `text` words it.
public enum EstimateError: Error, Hashable, Sendable {
  case unknownKind(String, known: [String])
  case unknownKey(String, kind: String, known: [String])
  case unknownWord(key: String, word: String, known: [String])
  case unknownUnit(String, known: [String])
  /// A unit of another quantity than the estimate's.
  case wrongUnit(String, known: [String])
  case missing([String])
  case noPair(String)
  case twice(String)
  case notANumber(key: String, found: String)
  case outOfRange(key: String, found: String, range: String)
  /// Sizes so large that the figure is no number any more.
  case tooLarge(kind: String)

  /// What is wrong and the nearest known name.
  public var text: LocalizedText {
    switch self {
    case .unknownKind(let name, let known):
      suggesting(name, known, LocalizedText(en: "no estimate named '\(name)'", zh: "没有名为“\(name)”的估算"))
    case .unknownKey(let name, let kind, let known):
      suggesting(
        name, known, LocalizedText(en: "\(kind) has no setting '\(name)'", zh: "\(kind) 没有“\(name)”这项设置"))
    case .unknownWord(let key, let word, let known):
      suggesting(word, known, LocalizedText(en: "\(key) cannot be '\(word)'", zh: "\(key) 不能是“\(word)”"))
    case .unknownUnit(let name, let known):
      suggesting(name, known, LocalizedText(en: "no unit named '\(name)'", zh: "没有名为“\(name)”的单位"))
    case .wrongUnit(let name, let known):
      LocalizedText(
        en: "'\(name)' is not a unit of this estimate; known: \(known.joined(separator: ", ")).",
        zh: "“\(name)”不是这项估算的单位；可用：\(known.joined(separator: "、"))。")
    case .missing(let keys):
      LocalizedText(
        en: "missing: \(keys.map { "\($0)=…" }.joined(separator: " "))",
        zh: "缺少：\(keys.map { "\($0)=…" }.joined(separator: " "))")
    case .noPair(let text):
      LocalizedText(en: "expected key=value, found '\(text)'", zh: "应写成 key=value，实际是“\(text)”")
    case .twice(let key): LocalizedText(en: "\(key) is given twice", zh: "\(key) 出现了两次")
    case .notANumber(let key, let found):
      LocalizedText(en: "\(key): expected a number, found '\(found)'", zh: "\(key)：应为数字，实际是“\(found)”")
    case .outOfRange(let key, let found, let range):
      LocalizedText(en: "\(key) must be \(range), found \(found)", zh: "\(key) 应为 \(range)，实际是 \(found)")
    case .tooLarge(let kind):
      LocalizedText(en: "\(kind): the sizes are too large to compute with", zh: "\(kind)：数值过大，无法计算")
    }
  }

  private func suggesting(_ name: String, _ known: [String], _ what: LocalizedText) -> LocalizedText {
    if let near = nearestName(to: name, among: known) {
      return LocalizedText(en: "\(what.en). Did you mean '\(near)'?", zh: "\(what.zh)，是否想写“\(near)”？")
    }
    return LocalizedText(
      en: "\(what.en); known: \(known.joined(separator: ", ")).",
      zh: "\(what.zh)；可用：\(known.joined(separator: "、"))。")
  }
}
