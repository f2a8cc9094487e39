import Knowledge
import Questionnaires
import TestSupport
import Testing

@Suite struct ResolvedSheetReaderTests {
  @Test func plainSheetsAreReadPlainlyAndToTheSameAnswers() throws {
    for knowledge in [MiniCatalog.knowledge, try realKnowledge()] {
      let readers = Readers(knowledge)
      let texts = SheetTexts(knowledge, odd: 0)
      var generator = TestGenerator(seed: 11)
      for _ in 0..<200 {
        let text = texts.sheet(using: &generator)
        let plain = try #require(readers.quick.readPlainly(Array(text.utf8)), "\(text)")
        #expect(plain == readers.thorough(text).sheet, "\(text)")
      }
    }
  }

  @Test func whateverIsReadPlainlyIsFaultlessAndReadsAlikeThoroughly() throws {
    for knowledge in [MiniCatalog.knowledge, try realKnowledge()] {
      let readers = Readers(knowledge)
      let texts = SheetTexts(knowledge, odd: 0.03)
      var generator = TestGenerator(seed: 12)
      for _ in 0..<300 {
        var text = Array(texts.sheet(using: &generator).utf8)
        if Bool.random(using: &generator) { damage(&text, using: &generator) }
        let expected = readers.thorough(text)
        if let plain = readers.quick.readPlainly(text) {
          #expect(plain == expected.sheet, "\(String(decoding: text, as: UTF8.self))")
        }
        #expect(readers.either(text) == expected, "\(String(decoding: text, as: UTF8.self))")
      }
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var isPlain: Bool
    var testDescription: String { name }
    init(_ name: String, _ text: String, isPlain: Bool) {
      (self.name, self.text, self.isPlain) = (name, text, isPlain)
    }
  }

  static let cases = [
    Case("nothing answered", #"{"scenario": "nlp/letters", "answers": {}}"#, isPlain: true),
    Case("a scenario's own question", sheet(#""letters.language": "many""#), isPlain: true),
    Case(
      "the scenario last", #"{"answers":{"letters.language":"many"},"scenario":"nlp/letters"}"#, isPlain: true
    ),
    Case("a hidden question", sheet(#""task.output": "free-text", "data.delay": "long""#), isPlain: true),
    Case("several options", sheet(#""data.places": ["uk", "eu"]"#), isPlain: true),
    Case("many decimals", sheet(#""task.target": 0.81234567890123456789"#), isPlain: true),
    Case("an amount of money", sheet(#""data.budget": "5000.5 EUR""#), isPlain: true),
    Case("a note", sheet(#""task.target": {"value": 0.5, "note": "中"}"#), isPlain: true),
    Case("an escape in a note", sheet(#""task.target": {"value": 0.5, "note": "\u4e2d"}"#), isPlain: true),
    Case("an escape", sheet(#""task.output": "\u006cabel""#), isPlain: false),
    Case("an exponent", sheet(#""data.examples": 1.2e3"#), isPlain: false),
    Case("a number in quotes", sheet(#""data.examples": "1,200""#), isPlain: false),
    Case("money in parts", sheet(#""data.budget": {"value": 5000, "currency": "eur"}"#), isPlain: false),
    Case("no answers", #"{"scenario": "nlp/letters"}"#, isPlain: false),
    Case("null for answers", #"{"scenario": "nlp/letters", "answers": null}"#, isPlain: false),
    Case("a question twice", sheet(#""data.examples": 1, "data.examples": 1"#), isPlain: false),
    Case("a key twice", #"{"answers": {}, "scenario": "nlp/letters", "answers": {}}"#, isPlain: false),
    Case("an option twice", sheet(#""data.places": ["eu", "eu"]"#), isPlain: false),
    Case("unknown among options", sheet(#""data.places": ["unknown"]"#), isPlain: false),
    Case(
      "another scenario's question",
      #"{"scenario": "vision/pictures", "answers": {"letters.language": "one"}}"#, isPlain: false),
    Case("half an example", sheet(#""data.examples": 10.5"#), isPlain: false),
    Case("over the limit", sheet(#""data.examples": 2000000"#), isPlain: false),
    Case("money without currency", sheet(#""data.budget": 5000"#), isPlain: false),
    Case("text after the sheet", sheet("") + "}", isPlain: false),
  ]

  @Test(arguments: cases) func read(_ example: Case) {
    let readers = Readers(MiniCatalog.knowledge)
    let expected = readers.thorough(example.text)
    #expect(readers.either(Array(example.text.utf8)) == expected)
    let plain = readers.quick.readPlainly(Array(example.text.utf8))
    #expect((plain != nil) == example.isPlain)
    if example.isPlain { #expect(plain == expected.sheet) }
  }

  @Test func findingsNameTheirPlaceInTheFile() {
    let readers = Readers(MiniCatalog.knowledge)
    #expect(
      readers.either(Array(sheet(#""data.examples": 10.5"#).utf8)).findings
        == ["a:7:58: expected a whole number, found '10.5'"])
  }
}

private func sheet(_ answers: String) -> String {
  "{\"scenario\": \"nlp/letters\", \"answers\": {\(answers)}}"
}

/// Changes, removes or doubles one byte.
private func damage(_ text: inout [UInt8], using generator: inout TestGenerator) {
  let place = Int.random(in: 0..<text.count, using: &generator)
  switch Int.random(in: 0..<3, using: &generator) {
  case 0: text[place] = UInt8.random(in: 0...255, using: &generator)
  case 1: text.remove(at: place)
  default: text.insert(text[place], at: place)
  }
}

/// The reader under test and, beside it, what the readers of every sheet make of a text.
private struct Readers {
  struct Result: Equatable {
    var sheet: ResolvedSheet?
    var findings: [String] = []
  }

  let quick: ResolvedSheetReader
  private let reader: AnswerSheetReader
  private let questionnaires: [ScenarioID: Questionnaire]

  init(_ knowledge: KnowledgeBase) {
    questionnaires = Dictionary(
      uniqueKeysWithValues: knowledge.scenarios.map {
        ($0.id, Questionnaire(knowledge: knowledge, scenario: $0))
      })
    quick = ResolvedSheetReader(knowledge: knowledge, questionnaires: questionnaires)
    reader = AnswerSheetReader(knowledge: knowledge)
  }

  func either(_ text: [UInt8]) -> Result {
    do throws(Findings) {
      return Result(sheet: try quick.read(json: text, file: "a", firstLine: 7))
    } catch {
      return Result(findings: error.list.map(\.description))
    }
  }

  func thorough(_ text: String) -> Result { thorough(Array(text.utf8)) }

  func thorough(_ text: [UInt8]) -> Result {
    do {
      let named = try reader.read(try parseJSONSource(text, file: "a", firstLine: 7))
      let answers = questionnaires[named.sheet.scenario]?.resolve(named.sheet) ?? []
      return Result(sheet: ResolvedSheet(id: named.id, scenario: named.sheet.scenario, answers: answers))
    } catch let findings as Findings {
      return Result(findings: findings.list.map(\.description))
    } catch {
      return Result(findings: ["\(error)"])
    }
  }
}
