import Knowledge

/// Reads a sheet that is written plainly many times faster than `AnswerSheetReader`, and to the same effect.
///
/// It takes no sheet that has findings, and not every lawful one: see `ResolvedSheetReader`.
struct PlainSheetReader: Sendable {
  private enum Key: Sendable { case id, title, scenario, answers }

  private let keys = ByteTable<Key>([
    ("id", .id), ("title", .title), ("scenario", .scenario), ("answers", .answers),
  ])
  private let scenarios: ByteTable<PlainQuestionnaire>

  /// - Parameter core: the questions that stand first in every questionnaire.
  init(questionnaires: some Sequence<Questionnaire>, core: Questionnaire) {
    let currencies = PlainCurrencies(rates: core.rates)
    let shared = core.questions.indices.map { PlainQuestion($0, in: core, currencies) }
    scenarios = ByteTable(
      questionnaires.map { ($0.scenario.name, PlainQuestionnaire($0, core: shared, currencies)) })
  }

  /// nil where the sheet has to be read by `AnswerSheetReader`.
  func read(_ bytes: [UInt8]) -> ResolvedSheet? {
    var json = PlainJSON(bytes)
    var seen: Set<Key> = []
    var id: String?
    var scenario: PlainQuestionnaire?
    var answers: [ResolvedAnswer]?
    var postponed: Range<Int>?
    guard json.take(UInt8(ascii: "{")) else { return nil }
    repeat {
      guard let name = json.text(), let key = keys.value(of: name, in: bytes), seen.insert(key).inserted,
        json.take(UInt8(ascii: ":"))
      else { return nil }
      switch key {
      case .id:
        id = json.words()
        guard id != nil else { return nil }
      case .title:
        guard json.words() != nil else { return nil }
      case .scenario:
        scenario = json.text().flatMap { scenarios.value(of: $0, in: bytes) }
        guard scenario != nil else { return nil }
      case .answers:
        if let scenario {
          answers = scenario.answers(&json)
          guard answers != nil else { return nil }
        } else {
          // Only the scenario says which questions there are.
          postponed = json.skipObject()
          guard postponed != nil else { return nil }
        }
      }
    } while json.take(UInt8(ascii: ","))
    guard json.take(UInt8(ascii: "}")), json.next() == nil, let scenario else { return nil }
    if let postponed {
      json.go(to: postponed.lowerBound)
      answers = scenario.answers(&json)
      guard json.index == postponed.upperBound else { return nil }
    }
    return answers.map { ResolvedSheet(id: id, scenario: scenario.questionnaire.scenario, answers: $0) }
  }
}

/// One scenario's questions, found by the bytes of their ids.
final class PlainQuestionnaire: Sendable {
  let questionnaire: Questionnaire
  private let indices: ByteTable<Int>
  private let questions: [PlainQuestion]

  /// - Parameter core: the core questions, which are the same in every scenario.
  init(_ questionnaire: Questionnaire, core: [PlainQuestion], _ currencies: PlainCurrencies) {
    self.questionnaire = questionnaire
    indices = ByteTable(questionnaire.questions.enumerated().map { ($1.id.name, $0) })
    questions =
      core
      + questionnaire.questions.indices.dropFirst(core.count).map {
        PlainQuestion($0, in: questionnaire, currencies)
      }
  }

  /// The object of answers at the cursor, resolved as `Questionnaire.resolve` does; nil where it is not plain.
  func answers(_ json: inout PlainJSON) -> [ResolvedAnswer]? {
    var answers = questionnaire.defaults
    var stand = [Bool](repeating: false, count: answers.count)
    guard json.take(UInt8(ascii: "{")) else { return nil }
    if json.take(UInt8(ascii: "}")) { return questionnaire.hidden(answers) }
    repeat {
      guard let name = json.text(), let index = indices.value(of: name, in: json.bytes), !stand[index],
        json.take(UInt8(ascii: ":")), let answer = questions[index].answer(&json)
      else { return nil }
      stand[index] = true
      answers[index] = answer
    } while json.take(UInt8(ascii: ","))
    guard json.take(UInt8(ascii: "}")) else { return nil }
    return questionnaire.hidden(answers)
  }
}
