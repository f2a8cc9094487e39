import Knowledge

/// Answers of one sheet that cannot be true together.
public struct Conflict: Hashable, Codable, Sendable {
  public var id: ConflictID
  /// The questions whose answers contradict one another, in the rule's order.
  public var questions: [QuestionID]
  /// What contradicts what, and what to do.
  public var text: LocalizedText
}

extension Questionnaire {
  /// The rules whose condition certainly holds; unknown answers contradict nothing.
  ///
  /// A person's answer counts even where another answer hides its question, because that is what many
  /// contradictions look like. At least one answer must be the person's own: presets alone never conflict.
  public func conflicts(in sheet: AnswerSheet, among rules: [ConflictRule]) -> [Conflict] {
    guard !rules.isEmpty else { return [] }
    var answers = resolve(sheet)
    let stated = stated(sheet)
    for (index, question) in questions.enumerated() where sheet.answers[question.id] != nil {
      answers[index] = stated[index]
    }
    return rules.compactMap { rule in
      guard truth(of: rule.when, answers) == .yes else { return nil }
      let questions = grounds(of: rule.when, answers)
      // An unknown number stands for its plausible span, which may hold a condition that nobody stated.
      guard questions.allSatisfy({ isKnown($0, answers) }),
        questions.contains(where: { sheet.answers[$0] != nil })
      else { return nil }
      return Conflict(id: rule.id, questions: questions, text: rule.text)
    }
  }

  /// The questions that make a condition as true as it is, each once: of alternatives, only the truest.
  public func grounds(of condition: Condition, _ answers: [ResolvedAnswer]) -> [QuestionID] {
    var seen: Set<QuestionID> = []
    return decisive(condition, answers).filter { seen.insert($0).inserted }
  }

  private func isKnown(_ question: QuestionID, _ answers: [ResolvedAnswer]) -> Bool {
    index(of: question).map { answers[$0].applies && answers[$0].origin != .unknown } ?? false
  }

  private func decisive(_ condition: Condition, _ answers: [ResolvedAnswer]) -> [QuestionID] {
    switch condition {
    case .all(let parts): return parts.flatMap { decisive($0, answers) }
    case .any(let parts):
      let best = truth(of: condition, answers)
      return parts.filter { truth(of: $0, answers) == best }.flatMap { decisive($0, answers) }
    case .not(let part): return decisive(part, answers)
    default: return condition.questions
    }
  }
}

extension Interview {
  /// What contradicts itself in the answers so far.
  public var conflicts: [Conflict] { questionnaire.conflicts(in: sheet, among: conflictRules) }
}
