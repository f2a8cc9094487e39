import Knowledge
import TestSupport
import Testing

/// The visibility language, by the conditions it becomes.
struct SurveyExpressionTests {
  /// A form with a single choice `one` (a, b, ab), several choices `many` (a, b, c) and words `words`.
  private func condition(_ expression: String) throws -> Condition? {
    let escaped = expression.split(separator: "\"", omittingEmptySubsequences: false).joined(
      separator: "\\\"")
    let survey = """
      {"elements": [
        {"type": "radiogroup", "name": "one-RS", "choices": ["a", "b", "ab"]},
        {"type": "checkbox", "name": "many", "choices": ["a", "b", "c"]},
        {"type": "text", "name": "words"},
        {"type": "text", "name": "shown", "visibleIf": "\(escaped)"}]}
      """
    let rule = try readImportRule(smallRule, file: "rule.yaml")
    return try importSurvey(survey, file: "form.json", rule: rule).knowledge.questions.last?.visibleIf
  }

  private static let oneA = Condition.isAnyOf("one-rs", ["a"])
  private static let oneB = Condition.isAnyOf("one-rs", ["b"])
  private static let manyA = Condition.isAnyOf("many", ["a"])
  private static let manyB = Condition.isAnyOf("many", ["b"])

  static let meanings: [(String, Condition)] = [
    ("{one-RS} = 'a'", oneA),
    (#"{ one-RS } == "a""#, oneA),
    ("{one-RS} equal a", oneA),
    ("{one-RS} <> 'a'", .not(oneA)),
    ("{one-RS} != 'a'", .not(oneA)),
    // On one choice `contains` looks for a part of the value.
    ("{one-RS} contains 'a'", .isAnyOf("one-rs", ["a", "ab"])),
    ("{one-RS} contains ['b']", .isAnyOf("one-rs", ["b", "ab"])),
    ("{one-RS} notcontains 'a'", .all([.answered("one-rs"), .not(.isAnyOf("one-rs", ["a", "ab"]))])),
    ("{one-RS} anyof ['a', 'b']", .isAnyOf("one-rs", ["a", "b"])),
    // On several it asks for all of them.
    ("{many} contains 'a'", manyA),
    ("{many} contains ['a', 'b']", .all([manyA, manyB])),
    ("{many} *= ['a']", manyA),
    ("{many} allof ['a', 'b']", .all([manyA, manyB])),
    ("{many} anyof ['a', 'b']", .isAnyOf("many", ["a", "b"])),
    ("{many} = ['a', 'b']", .all([manyA, manyB, .not(.isAnyOf("many", ["c"]))])),
    ("{words} notempty", .answered("words")),
    ("{words} EMPTY", .not(.answered("words"))),
    // `or` binds looser than `and`, and both looser than `not`.
    ("{one-RS} = 'a' or {one-RS} = 'b' and {many} contains 'a'", .any([oneA, .all([oneB, manyA])])),
    ("({one-RS} = 'a' or {one-RS} = 'b') AND {many} contains 'a'", .all([.any([oneA, oneB]), manyA])),
    ("not {one-RS} = 'a' && {many} contains 'a'", .all([.not(oneA), manyA])),
    ("!({one-RS} = 'a' || {many} contains 'a')", .not(.any([oneA, manyA]))),
    // No option has this value.
    ("{one-RS} = 'zzz'", .isAnyOf("one-rs", [])),
  ]

  @Test(arguments: meanings) func `an expression becomes a condition`(
    _ expression: String, _ expected: Condition
  ) throws {
    #expect(try condition(expression) == expected)
  }

  static let faults: [(String, String)] = [
    ("'a' = {one-RS}", "expected a question in braces, such as {name} at character 1, found 'a'"),
    (
      "{one-RS} is 'a'",
      "expected a comparison such as =, <>, contains, anyof or notempty at character 10, found 'is'"
    ),
    ("{one-RS} =", "expected a value, such as 'item1' or ['item1', 'item2'] at character 11, found the end"),
    ("({one-RS} = 'a'", "expected ')' at character 16, found the end"),
    ("{one-RS} anyof ['a' 'b']", "expected ',' or ']' at character 21, found 'b'"),
    ("{one-RS} = 'a' {many} empty", "expected 'and', 'or' or the end at character 16, found 'many'"),
    ("{one-RS = 'a'", "expected '}' at character 14, found the end"),
    ("{one-RS} = 'a", "expected the closing quotation mark at character 14, found the end"),
    ("{one-RS} ; 'a'", "expected a question, a value or an operator at character 10, found ';'"),
  ]

  @Test(arguments: faults) func `a fault names its place and what was expected`(
    _ expression: String, _ message: String
  ) throws {
    let error = #expect(throws: Findings.self) { try condition(expression) }
    #expect(
      error?.list.map(\.description) == ["form.json:5:50: elements[3].visibleIf: \(message)"])
  }

  static let refused: [(String, String)] = [
    ("{one-RD} = 'a'", "no question named 'one-RD'. Did you mean 'one-RS'?"),
    ("{words} = 'a'", "elements[3].visibleIf: 'equal' on the text question 'words' is not supported"),
    ("{one-RS} > 1", "elements[3].visibleIf: 'greater' on the choice question 'one-RS' is not supported"),
    ("{many} = 'a'", "elements[3].visibleIf: 'equal' on the choices question 'many' is not supported"),
  ]

  @Test(arguments: refused) func `what has no counterpart is refused`(
    _ expression: String, _ message: String
  ) throws {
    let error = #expect(throws: Findings.self) { try condition(expression) }
    #expect(error?.list.map { $0.message(in: .english) } == [message])
  }

  @Test func `panels and questions pass their conditions on`() throws {
    let survey = """
      {"elements": [
        {"type": "radiogroup", "name": "one-RS", "choices": ["a", "b"]},
        {"type": "panel", "name": "p", "visibleIf": "{one-RS} = 'a'", "elements": [
          {"type": "panel", "name": "q", "elements": [
            {"type": "text", "name": "inner", "visibleIf": "{one-RS} notempty"}]}]}]}
      """
    let rule = try readImportRule(smallRule, file: "rule.yaml")
    let inner = try importSurvey(survey, file: "form.json", rule: rule).knowledge.questions.last
    #expect(inner?.visibleIf == .all([Self.oneA, .answered("one-rs")]))
  }
}
