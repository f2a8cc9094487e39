import Assessments
import Knowledge
import Questionnaires
import Scoring

/// What every section of a comparison reads: the cases with their names and wordings.
struct ComparisonContext {
  let comparison: Comparison
  let knowledge: KnowledgeBase
  let language: Language
  let includesTimes: Bool
  let numbers: NumberText
  /// One a case, in the cases' order.
  let contexts: [ReportContext]
  let names: [String]
  private let answers: [[ResolvedAnswer]]
  private let questionnaires: [Questionnaire]

  init(_ comparison: Comparison, _ knowledge: KnowledgeBase, _ language: Language, includesTimes: Bool) {
    self.comparison = comparison
    self.knowledge = knowledge
    self.language = language
    self.includesTimes = includesTimes
    numbers = NumberText(language)
    let assessments = comparison.cases.map(\.assessment)
    contexts = assessments.map { ReportContext($0, knowledge, language, includesTimes: includesTimes) }
    names = caseNames(comparison.cases, knowledge, language)
    questionnaires = assessments.map {
      Questionnaire(knowledge: knowledge, scenario: knowledge.scenario($0.scenario))
    }
    answers = zip(questionnaires, assessments).map { $0.resolve($1.sheet) }
  }

  /// Up to so many cases stand side by side in columns; more of them are grouped by what they share.
  var hasColumns: Bool { comparison.cases.count <= 4 }

  func say(_ text: LocalizedText) -> String { text[language] }

  func say(_ text: LocalizedText?, orID id: String) -> String { text?[language] ?? id }

  /// A case's name as text of the person's own.
  func name(_ index: Int) -> Phrase { .quoted(names[index]) }

  /// The question as one of the cases knows it.
  func question(_ id: QuestionID) -> Phrase {
    let text = contexts.lazy.compactMap { $0.question(id)?.text[language] }.first
    return Phrase([.text((text ?? id.name) + " "), .code(id.name)])
  }

  /// What a case answers to a question, worded.
  func answer(_ id: QuestionID, of index: Int) -> String {
    isHidden(id, of: index) ? say(ComparisonWording.notAsked) : contexts[index].answer(id)
  }

  /// The same as an answer sheet holds it, the scenario's preset where nothing was said; nil for no answer.
  func written(_ id: QuestionID, of index: Int) -> String? {
    guard !isHidden(id, of: index) else { return nil }
    if let answer = comparison.cases[index].assessment.sheet.answers[id] { return answer.value.written }
    return contexts[index].scenario?.presets.first { $0.question == id }?.value
  }

  private func isHidden(_ id: QuestionID, of index: Int) -> Bool {
    questionnaires[index].index(of: id).map { answers[index][$0].origin == .hidden } ?? false
  }

  /// What a criterion, veto or risk is called; the cases share one set of rubrics.
  func name(_ spread: PointSpread) -> String {
    guard let context = contexts.first else { return spread.id }
    switch spread.origin {
    case .criterion: return say(context.criteria[spread.id]?.title, orID: spread.id)
    case .risk: return say(context.risks[spread.id]?.title, orID: spread.id)
    case .veto:
      return say(ContributionsWording.veto)
        + say(context.vetoes[spread.id]?.reason, orID: spread.id).withoutStop
    }
  }

  /// The likely value of a month; the report of the case has the range.
  func value(_ one: ComparedCase) -> String {
    one.monthlyValue.map { numbers.estimate($0.value, currency: knowledge.baseCurrency) } ?? "–"
  }

  /// The computed verdict, with what a reviewer decided instead.
  func verdict(_ one: ComparedCase) -> String {
    let verdict = say(Wording.verdict(one.card.verdict))
    guard let review = one.assessment.reviews?.last, !review.agrees else { return verdict }
    return verdict + " " + say(ReviewWording.short(review))
  }
}

/// Titles of the cases; those that are not told apart by them are called by their id or file.
private func caseNames(
  _ cases: [ComparedCase], _ knowledge: KnowledgeBase, _ language: Language
) -> [String] {
  let titles = cases.map { one in
    let title = one.assessment.sheet.title.flatMap { $0.isEmpty ? nil : $0 }
    return title ?? knowledge.scenario(one.assessment.scenario)?.title[language]
      ?? one.assessment.scenario.name
  }
  let counts = Dictionary(titles.map { ($0, 1) }, uniquingKeysWith: +)
  return zip(titles, cases).map { title, one in
    counts[title] == 1 ? title : one.reference
  }
}
