/// Relates a form's expressions to the imported questions.
///
/// The meanings are those of survey-library's condition runner: `contains` on one choice asks for a part of
/// its value and on several for all of the values named; a comparison with a question that has no answer
/// fails, except `<>` and `empty`.
struct SurveyConditions {
  /// By the names the form uses.
  var questions: [String: PointsQuestion]
  private(set) var findings: [Finding] = []
  private(set) var remarks: [SurveyRemark] = []

  init(questions: [String: PointsQuestion]) {
    self.questions = questions
  }

  /// nil when the expression cannot be expressed; the findings then say why.
  mutating func condition(_ source: SurveyCondition) -> Condition? {
    condition(source.expression, source)
  }

  private mutating func condition(_ expression: SurveyExpression, _ source: SurveyCondition) -> Condition? {
    switch expression {
    case .all(let parts): all(parts, source).map { .all($0) }
    case .any(let parts): all(parts, source).map { .any($0) }
    case .not(let part): condition(part, source).map { .not($0) }
    case .comparison(let comparison): condition(comparison, source)
    }
  }

  private mutating func all(_ parts: [SurveyExpression], _ source: SurveyCondition) -> [Condition]? {
    var conditions: [Condition] = []
    for part in parts {
      if let condition = condition(part, source) { conditions.append(condition) }
    }
    return conditions.count == parts.count ? conditions : nil
  }

  private mutating func condition(_ comparison: SurveyComparison, _ source: SurveyCondition) -> Condition? {
    guard let question = questions[comparison.question] else {
      findings.append(
        Finding(
          .unknownName(kind: "question", name: comparison.question, known: questions.keys.sorted()),
          at: source.position))
      return nil
    }
    let condition = related(comparison, question, source)
    if condition == nil {
      let feature =
        "'\(comparison.comparison.rawValue)' on the \(question.kind.rawValue) question '\(comparison.question)'"
      findings.append(
        Finding(.points(.unsupported(feature: feature, path: source.path)), at: source.position))
    }
    return condition
  }

  /// nil where the comparison has no counterpart.
  private mutating func related(
    _ comparison: SurveyComparison, _ question: PointsQuestion, _ source: SurveyCondition
  ) -> Condition? {
    switch (comparison.comparison, question.kind) {
    case (.empty, _): return .not(.answered(question.id))
    case (.notEmpty, _): return .answered(question.id)
    case (_, .text): return nil
    case (.equal, _): return equality(comparison, question, source)
    case (.notEqual, _): return equality(comparison, question, source).map { .not($0) }
    case (.contains, _): return containment(comparison, question, source)
    case (.notContains, _):
      return .all([.answered(question.id), .not(containment(comparison, question, source))])
    case (.anyOf, _): return .isAnyOf(question.id, options(comparison.values, question, source))
    case (.allOf, .choices): return containment(comparison, question, source)
    default: return nil
    }
  }

  /// Of several choices only a whole list can be equal: those chosen, and no other.
  private mutating func equality(
    _ comparison: SurveyComparison, _ question: PointsQuestion, _ source: SurveyCondition
  ) -> Condition? {
    if question.kind == .choice {
      return comparison.isList ? nil : .isAnyOf(question.id, options(comparison.values, question, source))
    }
    guard comparison.isList else { return nil }
    let named = options(comparison.values, question, source)
    let others = question.options.map(\.id).filter { !named.contains($0) }
    let chosen = named.map { Condition.isAnyOf(question.id, [$0]) }
    return .all(chosen + (others.isEmpty ? [] : [.not(.isAnyOf(question.id, others))]))
  }

  private mutating func containment(
    _ comparison: SurveyComparison, _ question: PointsQuestion, _ source: SurveyCondition
  ) -> Condition {
    guard question.kind == .choice else {
      let parts = comparison.values.map { value in
        Condition.isAnyOf(question.id, options([value], question, source))
      }
      return joined(parts) ?? .all([])
    }
    // On a text the runner looks for the list's own text, its values joined by commas.
    let part = comparison.values.joined(separator: ",")
    let matching = question.options.filter { $0.name.contains(part) }.map(\.id)
    if matching.isEmpty { remarks.append(SurveyRemark(kind: .neverHolds(value: part), path: source.path)) }
    return .isAnyOf(question.id, matching)
  }

  private mutating func options(
    _ values: [String], _ question: PointsQuestion, _ source: SurveyCondition
  ) -> [OptionID] {
    values.compactMap { value in
      if let option = question.option(named: value) { return option.id }
      remarks.append(SurveyRemark(kind: .neverHolds(value: value), path: source.path))
      return nil
    }
  }
}
