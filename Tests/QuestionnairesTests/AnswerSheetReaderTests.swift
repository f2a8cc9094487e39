import Knowledge
import Questionnaires
import Testing

@Suite struct AnswerSheetReaderTests {
  @Test func everyFormOfAnAnswerIsRead() throws {
    let sheet = try read(
      """
      scenario: nlp/letters
      title: Letters to the council
      answers:
        task.output: label
        task.target: {value: 85 %, note: 'agreed: in May', source: minutes, by: J. Doe}
        task.checked: not-applicable
        data.examples: 1,200
        data.budget: {value: 5000, currency: eur}
        data.minutes: -2.5 minutes
        data.places: [uk, eu]
        data.delay: unknown
        letters.language: "many"
      """)
    #expect(sheet.scenario == "nlp/letters")
    #expect(sheet.title == "Letters to the council")
    #expect(
      sheet.answers == [
        "task.output": Answer(.option("label")),
        "task.target": Answer(.number(0.85), note: "agreed: in May", source: "minutes", by: "J. Doe"),
        "task.checked": Answer(.notApplicable),
        "data.examples": Answer(.number(1200)),
        "data.budget": Answer(.money(5000, currency: "EUR")),
        "data.minutes": Answer(.number(-2.5)),
        "data.places": Answer(.options(["eu", "uk"])),
        "data.delay": Answer(.unknown),
        "letters.language": Answer(.option("many")),
      ])
  }

  @Test func jsonReadsLikeYAML() throws {
    let json = """
      {"scenario": "nlp/letters", "answers": {"task.output": "label", "data.examples": 1.2e3,
       "data.places": ["eu"], "data.budget": "5000 EUR", "task.target": {"value": 0.5, "note": "\\u4e2d"}}}
      """
    let yaml = try readAnswerSheet(json, file: "a.yaml", knowledge: MiniCatalog.knowledge)
    let sheet = try readAnswerSheet(json, file: "a.json", knowledge: MiniCatalog.knowledge)
    #expect(sheet == yaml)
    #expect(sheet.answers["task.target"] == Answer(.number(0.5), note: "中"))
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    var name: String
    var answers: String
    var expected: String
    var testDescription: String { name }
    init(_ name: String, _ answers: String, _ expected: String) {
      (self.name, self.answers, self.expected) = (name, answers, expected)
    }
  }

  static let refusals = [
    Refusal(
      "unknown question", "task.ouput: label",
      "a:3:3: no question named 'task.ouput'. Did you mean 'task.output'?"),
    Refusal(
      "section forgotten", "output: label", "a:3:3: no question named 'output'. Did you mean 'task.output'?"),
    Refusal("unknown option", "task.output: lable", "a:3:16: no option named 'lable'. Did you mean 'label'?"),
    Refusal(
      "option like no other", "task.output: zebra",
      "a:3:16: no option named 'zebra'; known: label, number, free-text."),
    Refusal(
      "question of another scenario", "letters.language: one",
      "a:3:3: the question 'letters.language' belongs to the scenario 'nlp/letters'"),
    Refusal("list for one choice", "task.output: [label]", "a:3:16: expected a single value, found a list"),
    Refusal("text for a number", "data.examples: many", "a:3:18: expected a number, found 'many'"),
    Refusal("infinity", "data.examples: .inf", "a:3:18: expected a number, found '.inf'"),
    Refusal("infinity in words", "data.minutes: inf", "a:3:17: expected a number, found 'inf'"),
    Refusal("too large for a number", "data.minutes: 1e999", "a:3:17: expected a number, found '1e999'"),
    Refusal("decimal comma", "data.minutes: 1,5", "a:3:17: expected a number, found '1,5'"),
    Refusal("half an example", "data.examples: 10.5", "a:3:18: expected a whole number, found '10.5'"),
    Refusal(
      "over the limit", "data.examples: 2000000",
      "a:3:18: 'data.examples' is 2000000, expected a number from 0 to 1000000"),
    Refusal(
      "fraction over one", "task.target: 1.2", "a:3:16: 'task.target' is 1.2, expected a number from 0 to 1"),
    Refusal(
      "currency on a count", "data.examples: 5 EUR",
      "a:3:18: 'data.examples' takes a plain number, found '5 EUR'"),
    Refusal(
      "money without currency", "data.budget: 5000",
      "a:3:16: expected an amount with its currency, for example '5000 EUR', found '5000'"),
    Refusal(
      "unknown currency", "data.budget: 5000 EUT",
      "a:3:16: unknown currency 'EUT'. Did you mean 'EUR'? Known: CNY, EUR, USD"),
    Refusal(
      "not applicable where it always applies", "task.output: not-applicable",
      "a:3:16: 'not-applicable' is not an answer to 'task.output'"),
    Refusal("nothing", "task.output:", "a:3:15: expected a single value, found nothing"),
    Refusal("no option chosen", "data.places: []", "a:3:16: 0 options, expected at least 1"),
    Refusal(
      "option chosen twice", "data.places: [eu, us, eu]",
      "a:3:25: the option 'eu' is chosen twice; name it once"),
    Refusal(
      "unknown key of an answer", "task.output: {value: label, notes: x}",
      "a:3:31: unknown key 'notes'. Did you mean 'note'?"),
    Refusal("answer without a value", "task.output: {note: x}", "a:3:16: the key 'value' is missing"),
    Refusal(
      "key twice", "task.output: label\n  task.output: number",
      "a:3:3: the key 'task.output' stands twice; keep one"),
  ]

  @Test(arguments: refusals) func refused(_ refusal: Refusal) {
    let findings = findings("scenario: vision/pictures\nanswers:\n  \(refusal.answers)\n")
    #expect(findings == [refusal.expected])
  }

  @Test func everyFaultOfASheetIsTold() {
    let found = findings(
      """
      scenario: nlp/leters
      answer: {}
      answers:
        task.output: lable
        data.examples: x
        letters.language: one
      """)
    #expect(
      found == [
        "a:1:11: no scenario named 'nlp/leters'. Did you mean 'nlp/letters'?",
        "a:2:1: unknown key 'answer'. Did you mean 'answers'?",
        "a:4:16: no option named 'lable'. Did you mean 'label'?",
        "a:5:18: expected a number, found 'x'",
      ])
  }

  @Test func brokenSyntaxNamesItsPlace() {
    let found = findings("scenario: nlp/letters\nanswers: {task.output: [label\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("a:3:1: not valid YAML: ") == true)
  }

  @Test func aSheetNobodyHasBegunIsLawful() throws {
    #expect(try read("scenario: nlp/letters\nanswers:\n").answers.isEmpty)
    #expect(findings("scenario: nlp/letters\n") == ["a:1:1: the key 'answers' is missing"])
    #expect(findings("- x\n") == ["a:1:1: expected a mapping, found a list"])
    #expect(findings("") == ["a:1:1: the file is empty"])
  }

  @Test func findingsReadWellInChinese() {
    do throws(Findings) {
      _ = try readAnswerSheet(
        "scenario: nlp/letters\nanswers: {task.output: lable}", file: "a", knowledge: MiniCatalog.knowledge)
      Issue.record("a wrong option was accepted")
    } catch {
      #expect(error.list.map { $0.text(in: .chinese) } == ["a:2:24: 没有名为“lable”的选项，是否想写“label”？"])
    }
  }
}

private func read(_ text: String) throws -> AnswerSheet {
  try readAnswerSheet(text, file: "a", knowledge: MiniCatalog.knowledge)
}

private func findings(_ text: String) -> [String] {
  do throws(Findings) {
    _ = try readAnswerSheet(text, file: "a", knowledge: MiniCatalog.knowledge)
    return []
  } catch {
    return error.list.map(\.description)
  }
}
