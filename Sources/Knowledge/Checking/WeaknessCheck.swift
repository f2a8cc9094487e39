extension KnowledgeReading {
  /// What does no harm but should not stand: questions that feed nothing or can never be shown, rules that
  /// no answers reach, and sources nothing rests on.
  func weaknesses() -> [Finding] {
    guard let knowledge else { return [] }
    let feeding = questionsInUse(knowledge)
    var findings: [Finding] = []
    for question in questions {
      if !feeding.contains(question.value.id) {
        findings.append(Finding(.unusedQuestion(question.value.id.name), at: question.position))
      }
      if let condition = question.value.visibleIf, !canHold(condition, knowledge) {
        findings.append(Finding(.unreachableQuestion(question.value.id.name), at: question.position))
      }
    }
    findings += unreachableRules(knowledge)
    let used = Set(
      context.references.compactMap { reference -> SourceID? in
        if case .source(let id) = reference.target { id } else { nil }
      })
    for source in sources where !used.contains(source.value.id) {
      findings.append(Finding(.unusedSource(source.value.id.name), at: source.position))
    }
    return findings
  }

  /// Vetoes, contradictions and provisions of laws whose condition no answers fulfil.
  private func unreachableRules(_ knowledge: KnowledgeBase) -> [Finding] {
    var rules: [(name: String, when: Condition, position: SourcePosition)] = []
    for rubric in rubrics.map(\.rubric) {
      rules += rubric.value.vetoes.map { ($0.id.name, $0.when, rubric.position) }
    }
    rules += guidance.conflicts.map { ($0.value.id.name, $0.value.when, $0.position) }
    for law in guidance.regulations {
      rules += law.value.rules.compactMap { rule in
        rule.when.map { ("\(law.value.id.name)/\(rule.id)", $0, law.position) }
      }
    }
    return rules.filter { !canHold($0.when, knowledge) }
      .map { Finding(.unreachableRule($0.name), at: $0.position) }
  }

  /// Questions that feed a criterion, risk, mitigation, veto, verdict bound, conflict, regulation or visibility.
  private func questionsInUse(_ knowledge: KnowledgeBase) -> Set<QuestionID> {
    var used: Set<QuestionID> = []
    for rubric in knowledge.rubrics {
      for criterion in rubric.criteria { used.formUnion(criterion.supply.questions) }
      for risk in rubric.risks {
        used.formUnion(risk.impact.questions + risk.drivers.flatMap(\.questions))
        used.formUnion(risk.mitigations.flatMap(\.removed.questions))
      }
      for veto in rubric.vetoes { used.formUnion(veto.when.questions) }
    }
    for bound in knowledge.policy.bounds { used.formUnion(bound.requires?.questions ?? []) }
    for conflict in knowledge.conflicts { used.formUnion(conflict.when.questions) }
    for rule in knowledge.regulations.flatMap(\.rules) { used.formUnion(rule.when?.questions ?? []) }
    for question in knowledge.questions { used.formUnion(question.visibleIf?.questions ?? []) }
    return used
  }

  /// Whether any combination of answers makes a condition true, each question taken on its own.
  private func canHold(_ condition: Condition, _ knowledge: KnowledgeBase) -> Bool {
    switch condition {
    case .isAnyOf(let question, let options):
      let known = knowledge.question(question)?.options.map(\.id) ?? []
      return options.contains { known.contains($0) }
    case .atLeast(let question, let bound):
      return (limits(question, knowledge)?.upperBound ?? -.infinity) >= bound
    case .atMost(let question, let bound):
      return (limits(question, knowledge)?.lowerBound ?? .infinity) <= bound
    case .differenceAtLeast(let first, let second, let bound):
      guard let left = limits(first, knowledge), let right = limits(second, knowledge) else { return false }
      return left.upperBound - right.lowerBound >= bound
    case .differenceAtMost(let first, let second, let bound):
      guard let left = limits(first, knowledge), let right = limits(second, knowledge) else { return false }
      return left.lowerBound - right.upperBound <= bound
    case .notShownAbove, .shownBelow, .answered, .scenarioIs, .domainIs: return true
    case .all(let parts): return parts.allSatisfy { canHold($0, knowledge) } && !contradicts(parts, knowledge)
    case .any(let parts): return parts.contains { canHold($0, knowledge) }
    case .not(let part): return !always(part, knowledge)
    }
  }

  /// Two demands on the same single choice that share no option.
  private func contradicts(_ parts: [Condition], _ knowledge: KnowledgeBase) -> Bool {
    var allowed: [QuestionID: Set<OptionID>] = [:]
    for case .isAnyOf(let question, let options) in parts {
      guard case .choice = knowledge.question(question)?.kind else { continue }
      allowed[question] = allowed[question].map { $0.intersection(options) } ?? Set(options)
    }
    return allowed.values.contains { $0.isEmpty }
  }

  private func always(_ condition: Condition, _ knowledge: KnowledgeBase) -> Bool {
    guard case .isAnyOf(let question, let options) = condition else { return false }
    let known = knowledge.question(question)?.options.map(\.id) ?? []
    return !known.isEmpty && known.allSatisfy { options.contains($0) }
  }

  private func limits(_ id: QuestionID, _ knowledge: KnowledgeBase) -> ClosedRange<Double>? {
    guard case .number(let form) = knowledge.question(id)?.kind else { return nil }
    return form.limits
  }
}
