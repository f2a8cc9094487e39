import Knowledge
import Questionnaires

/// A provision that the answers trigger, or may trigger, with everything a report says about it.
///
/// It holds the catalog's words, so that a kept record goes on saying what it said when it was made.
public struct TriggeredRule: Hashable, Codable, Sendable {
  public var regulation: RegulationID
  public var title: LocalizedText
  public var source: SourceID
  /// Date of the text that was read.
  public var textDate: String
  /// The rule's id within its regulation.
  public var rule: String
  public var article: String
  public var appliesFrom: String?
  public var what: LocalizedText
  /// False when unknown answers, or a fact that is not asked, decide whether it applies.
  public var isCertain: Bool
  /// The known answers that trigger it.
  public var causes: [QuestionID]
  /// The unknown answers that decide.
  public var open: [QuestionID]
  /// A fact the questionnaire does not ask that decides too.
  public var alsoDependsOn: LocalizedText?
  public var duties: [Duty]
}

/// Every rule that applies or may apply, in the catalog's order; a rule that certainly does not apply is left out.
///
/// Only answers decide, never what a pilot measured.
public func triggeredRules(for sheet: AnswerSheet, knowledge: KnowledgeBase) -> [TriggeredRule] {
  let questionnaire = Questionnaire(knowledge: knowledge, scenario: knowledge.scenario(sheet.scenario))
  let answers = questionnaire.resolve(sheet)
  return knowledge.regulations.flatMap { regulation in
    regulation.rules.compactMap { rule in
      triggered(rule, of: regulation, questionnaire, answers)
    }
  }
}

private func triggered(
  _ rule: RegulationRule, of regulation: Regulation, _ questionnaire: Questionnaire,
  _ answers: [ResolvedAnswer]
) -> TriggeredRule? {
  let inForce = Condition.isAnyOf(Regulation.jurisdictionQuestion, [regulation.jurisdiction])
  let condition = Condition.all([inForce] + (rule.when.map { [$0] } ?? []))
  let truth = questionnaire.truth(of: condition, answers)
  guard truth != .no else { return nil }
  let grounds = questionnaire.grounds(of: condition, answers)
  let open = grounds.filter { questionnaire.isOpen($0, answers) }
  return TriggeredRule(
    regulation: regulation.id, title: regulation.title, source: regulation.source,
    textDate: regulation.date, rule: rule.id, article: rule.article, appliesFrom: rule.appliesFrom,
    what: rule.what, isCertain: truth == .yes && rule.alsoDependsOn == nil,
    causes: grounds.filter { !open.contains($0) }, open: open, alsoDependsOn: rule.alsoDependsOn,
    duties: rule.duties)
}

extension Questionnaire {
  /// Whether a question's answer is unknown, or unknown answers decide if it is asked at all.
  fileprivate func isOpen(_ question: QuestionID, _ answers: [ResolvedAnswer]) -> Bool {
    index(of: question).map { answers[$0].origin == .unknown || answers[$0].mayBeHidden } ?? false
  }
}
