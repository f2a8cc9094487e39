import Assessments
import Charts
import Knowledge
import Questionnaires
import Recommendations
import Scoring

/// What every section reads: the record, the catalog's wording by id, the language and its numbers.
struct ReportContext {
  let assessment: Assessment
  let knowledge: KnowledgeBase
  let language: Language
  /// False leaves out what differs between two runs of the same inputs.
  let includesTimes: Bool
  let numbers: NumberText
  let scenario: Scenario?
  let criteria: [String: Criterion]
  let risks: [String: Risk]
  let vetoes: [String: Veto]
  private let questions: [QuestionID: Question]

  init(_ assessment: Assessment, _ knowledge: KnowledgeBase, _ language: Language, includesTimes: Bool) {
    self.assessment = assessment
    self.knowledge = knowledge
    self.language = language
    self.includesTimes = includesTimes
    numbers = NumberText(language)
    let scenario = knowledge.scenario(assessment.scenario)
    self.scenario = scenario
    let rubrics = knowledge.rubrics
    criteria = byID(rubrics.flatMap(\.criteria)) { $0.id.name }
    risks = byID(rubrics.flatMap(\.risks)) { $0.id.name }
    vetoes = byID(rubrics.flatMap(\.vetoes)) { $0.id.name }
    questions = byID(knowledge.questions + (scenario?.questions ?? [])) { $0.id }
  }

  /// The scorecard that holds.
  var card: Scorecard { assessment.scorecard }

  /// The score of the approach the verdict is about; nil only when the scorecard lists no such approach.
  var judged: ApproachScore? { card.approaches.first { $0.id == card.judged } }

  func say(_ text: LocalizedText) -> String { text[language] }

  /// The catalog's text, or the id where the catalog does not know it (any more).
  func say(_ text: LocalizedText?, orID id: String) -> String { text?[language] ?? id }

  func title(_ approach: ApproachID) -> String {
    say(knowledge.approach(approach)?.title, orID: approach.rawValue)
  }

  func title(_ rubric: RubricID) -> String { say(knowledge.rubric(rubric)?.title, orID: rubric.name) }

  func question(_ id: QuestionID) -> Question? { questions[id] }

  /// A question's text as a reference to its answer in the report.
  func reference(_ id: QuestionID) -> Phrase {
    Phrase([.reference(say(questions[id]?.text, orID: id.name), anchor: answerAnchor(id))])
  }

  func references(_ ids: [QuestionID]) -> Phrase {
    var seen: Set<QuestionID> = []
    let phrases = ids.filter { seen.insert($0).inserted }.map(reference)
    return phrases.joined(separator: say(Wording.listSeparator))
  }

  /// What was answered to a question, worded; a preset and a missing answer say so.
  func answer(_ id: QuestionID) -> String {
    if let answer = assessment.sheet.answers[id] { return text(of: answer.value, to: id) }
    if let preset = scenario?.presets.first(where: { $0.question == id }) {
      return say(AnswersWording.preset(claimText(preset.value, to: id)))
    }
    return say(AnswersWording.notAnswered)
  }

  /// An answer's value, worded.
  func text(of value: AnswerValue, to id: QuestionID) -> String {
    switch value {
    case .option(let option): label(option, of: id)
    case .options(let options): options.map { label($0, of: id) }.joined(separator: say(Wording.comma))
    case .number(let number): self.number(number, to: id)
    case .money(let amount, let currency): numbers.money(amount, currency: currency)
    case .unknown: say(AnswersWording.unknown)
    case .notApplicable: say(AnswersWording.notApplicable)
    }
  }

  /// A claim or preset as text (an option id or a number), worded like an answer.
  func claimText(_ raw: String, to id: QuestionID?) -> String {
    guard let id, let question = questions[id] else { return raw }
    if raw == "unknown" { return say(AnswersWording.unknown) }
    if raw == "not-applicable" { return say(AnswersWording.notApplicable) }
    if question.kind.isNumber, let number = Double(raw) { return self.number(number, to: id) }
    return label(OptionID(raw), of: id)
  }

  private func label(_ option: OptionID, of id: QuestionID) -> String {
    say(questions[id]?.option(option)?.label, orID: option.name)
  }

  private func number(_ value: Double, to id: QuestionID) -> String {
    guard case .number(let form) = questions[id]?.kind else { return numbers.plain(value) }
    switch form.kind {
    case .fraction: return numbers.percent(value)
    case .money: return numbers.money(value, currency: knowledge.baseCurrency)
    case .count, .amount:
      guard let unit = form.unit else { return numbers.plain(value) }
      return "\(numbers.plain(value)) \(unit[language])"
    }
  }
}

/// The anchor of a question's row among all answers.
func answerAnchor(_ id: QuestionID) -> String { "answer-" + id.name }

private func byID<Key: Hashable, Value>(_ values: [Value], _ key: (Value) -> Key) -> [Key: Value] {
  Dictionary(values.map { (key($0), $0) }) { first, _ in first }
}

extension ScoreRange {
  var chartRange: ChartRange { ChartRange(value, low: low, high: high) }
}
