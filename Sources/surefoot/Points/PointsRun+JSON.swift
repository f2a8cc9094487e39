import Knowledge
import Questionnaires
import Scoring

extension PointsRun {
  /// The line of a sheet; `details` adds what each answer contributes and the versions.
  func json(
    id: String, _ sheet: PointsSheet, _ card: PointsScorecard, details: Bool = false
  ) -> JSONText {
    let names = Dictionary(uniqueKeysWithValues: knowledge.questions.map { ($0.id, $0.name) })
    func list(_ questions: [QuestionID]) -> JSONText {
      .array(questions.map { .string(names[$0] ?? $0.name) })
    }
    var members: [(String, JSONText)] = [
      ("id", .string(id)), ("rubric", .string(knowledge.rubric.id.name)), ("raw", .points(card.raw.value)),
      ("mitigation", .points(card.mitigation.value)), ("reduced", .bool(card.isReduced)),
      ("score", .points(card.score.value)), ("maximum", .points(card.maximum)),
      ("level", .integer(card.level)), ("levels", .integer(card.levels)),
      ("low", .points(card.score.low)), ("high", .points(card.score.high)),
      (
        "ranges",
        .object([
          ("raw", range(card.raw)), ("mitigation", range(card.mitigation)), ("score", range(card.score)),
          (
            "level",
            .object([("low", .integer(card.levelLow)), ("high", .integer(card.levelHigh))])
          ),
        ])
      ),
      ("areas", .object(card.areas.map { ($0.id, area($0)) })), ("visible", list(card.visible)),
      ("open", list(card.open)), ("hidden", list(card.hidden)), ("dropped", dropped(sheet, names)),
    ]
    if details {
      members += [
        ("contributions", .array(card.contributions.map { contribution($0) })),
        ("reduction", .points(card.reduction)), ("mitigation-maximum", .points(card.mitigationMaximum)),
        (
          "versions",
          .object([("engine", .string(Version.engine)), ("catalog", .string(knowledge.version))])
        ),
      ]
    }
    return .object(members)
  }

  private func range(_ span: PointsSpan) -> JSONText {
    .object([("low", .points(span.low)), ("high", .points(span.high))])
  }

  private func area(_ area: PointsScorecard.Area) -> JSONText {
    .object([
      ("side", .string(area.side.rawValue)), ("points", .points(area.points.value)),
      ("maximum", .points(area.maximum)), ("low", .points(area.points.low)),
      ("high", .points(area.points.high)), ("questions", .integer(area.questions)),
    ])
  }

  private func contribution(_ contribution: PointsScorecard.Contribution) -> JSONText {
    let question = knowledge.questions.first { $0.id == contribution.question }
    let options = contribution.options.map { id in
      question?.options.first { $0.id == id }?.name ?? id.name
    }
    return .object([
      ("question", .string(question?.name ?? contribution.question.name)),
      ("area", .string(contribution.area)), ("side", .string(contribution.side.rawValue)),
      ("options", .array(options.map { .string($0) })), ("points", .points(contribution.points)),
    ])
  }

  private func dropped(_ sheet: PointsSheet, _ names: [QuestionID: String]) -> JSONText {
    .array(
      sheet.dropped.map { dropped in
        .object([
          ("question", .string(names[dropped.question] ?? dropped.question.name)),
          ("value", .string(dropped.value)),
        ])
      })
  }
}

extension JSONText {
  /// Whole points without a fraction.
  fileprivate static func points(_ points: Double) -> JSONText {
    points == points.rounded() && abs(points) < 1e15 ? .integer(Int(points)) : .number(points)
  }
}
