import Knowledge

/// The questions of a points catalog, ready to say which of them a sheet shows.
public struct PointsQuestionnaire: Sendable {
  public let questions: [PointsQuestion]
  private let places: [QuestionID: Int]
  /// Every condition speaks only of questions before it in this order.
  private let order: [Int]

  public init(knowledge: PointsKnowledge) {
    questions = knowledge.questions
    var places: [QuestionID: Int] = [:]
    for (place, question) in questions.enumerated() { places[question.id] = place }
    self.places = places
    order = visibilityOrder(of: questions).order
  }

  /// What a sheet shows of each question, in the questions' order.
  public struct Visibility: Hashable, Sendable {
    /// Shown as things stand: an open question satisfies no comparison.
    public var shown: [Bool]
    /// Shown whatever the open questions are answered: undecided where they decide it.
    public var possible: [Truth]
  }

  /// A hidden question's answer satisfies nothing, so that it stops counting at once.
  public func visibility(_ sheet: PointsSheet) -> Visibility {
    var visibility = Visibility(
      shown: Array(repeating: true, count: questions.count),
      possible: Array(repeating: .yes, count: questions.count))
    for place in order {
      guard let condition = questions[place].visibleIf else { continue }
      let (shown, possible) = truth(of: condition, sheet, visibility)
      visibility.shown[place] = shown
      visibility.possible[place] = possible
    }
    return visibility
  }

  private func truth(
    of condition: Condition, _ sheet: PointsSheet, _ visibility: Visibility
  ) -> (Bool, Truth) {
    switch condition {
    case .isAnyOf(let question, let options):
      guard !options.isEmpty else { return (false, .no) }
      return match(question, visibility, given: sheet.chosen(question)) {
        $0.contains(where: options.contains)
      }
    case .answered(let question):
      let given = sheet.isAnswered(question) ? true : nil
      return match(question, visibility, given: given) { $0 }
    case .all(let parts):
      let truths = parts.map { truth(of: $0, sheet, visibility) }
      return (truths.allSatisfy(\.0), truths.map(\.1).min() ?? .yes)
    case .any(let parts):
      let truths = parts.map { truth(of: $0, sheet, visibility) }
      return (truths.contains(where: \.0), truths.map(\.1).max() ?? .no)
    case .not(let part):
      let (holds, possible) = truth(of: part, sheet, visibility)
      return (!holds, possible.negated)
    // A points catalog asks for no numbers, measures nothing and has no scenarios.
    case .atLeast, .atMost, .differenceAtLeast, .differenceAtMost, .notShownAbove, .shownBelow, .scenarioIs,
      .domainIs:
      return (false, .no)
    }
  }

  private func match<Given>(
    _ question: QuestionID, _ visibility: Visibility, given: Given?, _ holds: (Given) -> Bool
  ) -> (Bool, Truth) {
    guard let place = places[question], visibility.possible[place] != .no else { return (false, .no) }
    guard let given else { return (false, .undecided) }
    guard holds(given) else { return (false, .no) }
    return (visibility.shown[place], visibility.possible[place])
  }
}
