import Knowledge
import Questionnaires
import Scoring

/// What led from one assessment of a scenario to another, change by change.
public struct VersionChange: Hashable, Sendable {
  /// How the effects of several changed answers were told apart.
  public enum Method: String, Sendable {
    /// The mean effect over every order in which the answers could have changed.
    case shapley
    /// One after the other in the order they are asked; each effect depends on those before it.
    case inOrder = "in-order"
  }

  public enum Cause: Hashable, Sendable {
    case answer(QuestionID)
    case evidence
    /// What remains when answers and evidence have been accounted for with today's knowledge: the part of
    /// changed rules, or of rules of that time that are not at hand any more.
    case knowledge
  }

  public struct Effect: Hashable, Sendable {
    public var cause: Cause
    /// Signed points of the fit and of the residual risk.
    public var fit: Double
    public var risk: Double
  }

  /// The part of the versions that differ between the two records.
  public enum Part: String, CaseIterable, Sendable {
    case engine, catalog, rubrics
  }

  /// As recorded.
  public var before: Scorecard
  public var after: Scorecard
  public var method: Method
  public var changedParts: [Part]
  /// Whether both records come from the rules used now.
  public var isOfToday: Bool
  /// Answers in the order they are asked, then evidence, then knowledge.
  ///
  /// Their sum is the change from `before` to `after`.
  public var effects: [Effect]
}

/// Up to so many changed answers are told apart over every order; 2⁸ scorings take a few milliseconds.
private let answersInEveryOrder = 8

func versionChange(from old: Assessment, to new: Assessment, _ scorer: Scorer) -> VersionChange {
  let changed = changedAnswers(old.sheet, new.sheet, scorer)
  let measuredBefore = old.observations
  let measuredAfter = new.observations
  func scores(_ sheet: AnswerSheet, _ observations: [Observation]) -> Scores {
    let summary = scorer.summary(for: sheet, observations: observations)
    return Scores(fit: summary.fit.value, risk: summary.risk.residual.value)
  }
  func sheet(changing answers: [QuestionID]) -> AnswerSheet {
    var sheet = old.sheet
    for id in answers { sheet.answers[id] = new.sheet.answers[id] }
    return sheet
  }

  let isSmall = changed.count <= answersInEveryOrder
  var effects =
    isSmall
    ? inEveryOrder(changed) { scores(sheet(changing: $0), measuredBefore) }
    : oneByOne(changed) { scores(sheet(changing: $0), measuredBefore) }
  if measuredBefore != measuredAfter {
    let step = scores(new.sheet, measuredAfter) - scores(new.sheet, measuredBefore)
    effects.append(VersionChange.Effect(cause: .evidence, fit: step.fit, risk: step.risk))
  }
  let parts = changedParts(old.versions, new.versions)
  let total = Scores(ScoreSummary(new.scorecard)) - Scores(ScoreSummary(old.scorecard))
  let rest = effects.reduce(total) { $0 - Scores(fit: $1.fit, risk: $1.risk) }
  // Sums of floating-point numbers leave a trace that no rule has caused.
  if !parts.isEmpty || abs(rest.fit) > 1e-9 || abs(rest.risk) > 1e-9 {
    effects.append(VersionChange.Effect(cause: .knowledge, fit: rest.fit, risk: rest.risk))
  }
  let today = [old, new].allSatisfy {
    $0.versions.catalog == scorer.knowledge.catalogVersion
      && $0.versions.rubrics == scorer.knowledge.rubricsVersion
  }
  return VersionChange(
    before: old.scorecard, after: new.scorecard, method: isSmall ? .shapley : .inOrder,
    changedParts: parts, isOfToday: today, effects: effects)
}

private struct Scores {
  var fit: Double
  var risk: Double

  init(fit: Double, risk: Double) {
    self.fit = fit
    self.risk = risk
  }

  init(_ card: ScoreSummary) {
    self.init(fit: card.fit.value, risk: card.risk.residual.value)
  }

  static func - (left: Scores, right: Scores) -> Scores {
    Scores(fit: left.fit - right.fit, risk: left.risk - right.risk)
  }
}

private func inEveryOrder(
  _ answers: [QuestionID], _ scores: ([QuestionID]) -> Scores
) -> [VersionChange.Effect] {
  let scores = (0..<(1 << answers.count)).map { subset in
    scores(answers.enumerated().filter { subset & (1 << $0.offset) != 0 }.map(\.element))
  }
  let fit = shapleyValues(players: answers.count) { scores[$0].fit }
  let risk = shapleyValues(players: answers.count) { scores[$0].risk }
  return answers.indices.map {
    VersionChange.Effect(cause: .answer(answers[$0]), fit: fit[$0], risk: risk[$0])
  }
}

private func oneByOne(
  _ answers: [QuestionID], _ scores: ([QuestionID]) -> Scores
) -> [VersionChange.Effect] {
  var last = scores([])
  return answers.indices.map { index in
    let next = scores(Array(answers[...index]))
    defer { last = next }
    let step = next - last
    return VersionChange.Effect(cause: .answer(answers[index]), fit: step.fit, risk: step.risk)
  }
}

/// The questions whose answers differ, in the order they are asked; those the catalog does not know are left out.
private func changedAnswers(_ old: AnswerSheet, _ new: AnswerSheet, _ scorer: Scorer) -> [QuestionID] {
  scorer.questionnaire(for: new.scenario).questions.map(\.id).filter {
    old.answers[$0]?.value != new.answers[$0]?.value
  }
}

/// The parts of the rules that two records, or a record and today, do not share.
func changedParts(_ old: Versions, _ new: Versions) -> [VersionChange.Part] {
  VersionChange.Part.allCases.filter { part in
    switch part {
    case .engine: old.engine != new.engine
    case .catalog: old.catalog != new.catalog
    case .rubrics: old.rubrics != new.rubrics
    }
  }
}
