import Knowledge
import Questionnaires

/// Scores sheets on a rubric of kind `points`; made once, used for any number of sheets.
public struct PointsScorer: Sendable {
  public let knowledge: PointsKnowledge
  private let questionnaire: PointsQuestionnaire
  /// For each question its area's place and its points; nil where it does not score.
  private let scored: [Scored?]

  private struct Scored {
    var area: Int
    var points: [OptionID: Double]
    /// What the question can give: least and most, no answer at all included.
    var low: Double
    var high: Double
  }

  public init(knowledge: PointsKnowledge) {
    self.knowledge = knowledge
    questionnaire = PointsQuestionnaire(knowledge: knowledge)
    scored = knowledge.questions.map { question in
      guard let area = knowledge.rubric.areas.firstIndex(where: { $0.points[question.id] != nil }),
        let points = knowledge.rubric.areas[area].points[question.id]
      else { return nil }
      let several = question.kind == .choices
      return Scored(
        area: area, points: points,
        low: several ? points.values.reduce(0) { $0 + min(0, $1) } : min(0, points.values.min() ?? 0),
        high: several ? points.values.reduce(0) { $0 + max(0, $1) } : max(0, points.values.max() ?? 0))
    }
  }

  public func scorecard(for sheet: PointsSheet) -> PointsScorecard {
    let rubric = knowledge.rubric
    let visibility = questionnaire.visibility(sheet)
    var areas = rubric.areas.map { area in
      PointsScorecard.Area(
        id: area.id, side: area.side, points: PointsSpan(value: 0, low: 0, high: 0), maximum: area.maximum,
        questions: area.points.count)
    }
    var contributions: [PointsScorecard.Contribution] = []
    var (visible, open, hidden): ([QuestionID], [QuestionID], [QuestionID]) = ([], [], [])
    for (place, question) in knowledge.questions.enumerated() {
      let isShown = visibility.shown[place]
      let chosen = sheet.chosen(question.id)
      if isShown { visible.append(question.id) }
      if !isShown, sheet.isAnswered(question.id) { hidden.append(question.id) }
      guard let scored = scored[place] else { continue }
      if isShown, chosen == nil { open.append(question.id) }
      let given = chosen.map { $0.reduce(0) { $0 + (scored.points[$1] ?? 0) } }
      areas[scored.area].points =
        areas[scored.area].points
        + span(
          scored, given: given, isShown, visibility.possible[place])
      if isShown, let chosen, let given {
        contributions.append(
          PointsScorecard.Contribution(
            question: question.id, area: areas[scored.area].id, side: areas[scored.area].side,
            options: chosen, points: given))
      }
    }
    func sum(_ side: PointsArea.Side) -> PointsSpan {
      areas.filter { $0.side == side }.reduce(PointsSpan(value: 0, low: 0, high: 0)) { $0 + $1.points }
    }
    let (raw, mitigation) = (sum(.impact), sum(.mitigation))
    // More impact never lowers the score, whether reduced or not, so the ends come from the ends of both sums;
    // rounding may lift a reduced fraction above itself, so both ends of the mitigation are asked.
    func scores(_ impact: Double) -> [Double] {
      [mitigation.low, mitigation.high].map { rubric.score(impact: impact, mitigation: $0) }
    }
    let score = PointsSpan(
      value: rubric.score(impact: raw.value, mitigation: mitigation.value),
      low: scores(raw.low).min() ?? raw.low, high: scores(raw.high).max() ?? raw.high)
    return PointsScorecard(
      raw: raw, mitigation: mitigation, score: score, level: rubric.level(of: score.value),
      levelLow: rubric.level(of: score.low), levelHigh: rubric.level(of: score.high),
      levels: rubric.levelBounds.count + 1,
      isReduced: rubric.mitigation?.applies(at: mitigation.value) ?? false,
      maximum: rubric.maximum(.impact), mitigationMaximum: rubric.maximum(.mitigation), areas: areas,
      contributions: contributions, visible: visible, open: open, hidden: hidden)
  }

  private func span(_ scored: Scored, given: Double?, _ isShown: Bool, _ possible: Truth) -> PointsSpan {
    guard possible != .no else { return PointsSpan(value: 0, low: 0, high: 0) }
    let (low, high) = given.map { ($0, $0) } ?? (scored.low, scored.high)
    let mayBeNothing = possible == .undecided
    return PointsSpan(
      value: isShown ? given ?? 0 : 0, low: mayBeNothing ? min(0, low) : low,
      high: mayBeNothing ? max(0, high) : high)
  }
}
