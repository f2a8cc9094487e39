import Knowledge
import Questionnaires

extension Probe {
  /// How many sets of the same size are worth telling.
  private static let told = 5

  /// The smallest sets of actionable changes whose verdict reaches the target, least effort first.
  ///
  /// Branch and bound: where even the best of the answers still open could not reach it, no set made of them does.
  mutating func smallestSets(reaching target: Verdict) -> [ChangeSet] {
    let choices = actionable().map { improvements($0) }.filter { !$0.isEmpty }
    for size in 1...Changes.largestSet {
      var found: [[Change]] = []
      extend([], from: 0, by: size, choices, reaching: target, &found)
      if !found.isEmpty { return best(of: found, reaching: target) }
    }
    return []
  }

  /// Adds every reaching set of `size` more questions, taken from those at `start` and later.
  private mutating func extend(
    _ chosen: [[Change]], from start: Int, by size: Int, _ choices: [[Change]], reaching target: Verdict,
    _ found: inout [[Change]]
  ) {
    let open = size == 0 ? chosen : chosen + choices[start...]
    guard outcomeMayReach(target, open.map(opened)) else { return }
    guard size > 0 else {
      for changes in products(chosen) where outcome(changes).verdict.reaches(target) { found.append(changes) }
      return
    }
    for next in start..<max(start, choices.count - size + 1) {
      extend(
        chosen + [choices[next]], from: next + 1, by: size - 1, choices, reaching: target, &found)
    }
  }

  /// The question's answer as unknown between its own and the changed ones.
  private func opened(_ choices: [Change]) -> Change {
    let question = choices[0].question
    let now = base.answers[question]
    var open = ResolvedAnswer(
      origin: .unknown, options: now.options, low: now.low, value: now.value, high: now.high)
    for choice in choices {
      open.options |= choice.answer.options
      open.low = min(open.low, choice.answer.low)
      open.high = max(open.high, choice.answer.high)
    }
    return Change(question: question, answer: open)
  }

  /// The answers a question's action leads to: better options, or larger numbers at which something turns.
  private func improvements(_ index: Int) -> [Change] {
    let question = questionnaire.questions[index]
    let now = base.answers[index]
    guard question.kind.isNumber else {
      let reached = question.action?.to ?? []
      let here = now.chosen.flatMap { reached.firstIndex(of: question.options[$0].id) }
      let better = Set(reached.prefix(here ?? reached.count))
      return alternatives(index).filter { change in
        change.answer.chosen.map { better.contains(question.options[$0].id) } ?? false
      }
    }
    return alternatives(index).filter { $0.answer.value > now.value }
  }

  /// The questions a person can act on whose answer counts now, and was not measured.
  private func actionable() -> [Int] {
    questionnaire.questions.indices.filter { index in
      questionnaire.questions[index].action != nil && base.answers[index].applies
        && replacements.answers[index] == nil
    }
  }

  /// The least effort first, then the greatest margin; of sets that differ only in how far one answer goes, the
  /// better one.
  private mutating func best(of found: [[Change]], reaching target: Verdict) -> [ChangeSet] {
    var rated: [(changes: [Change], effort: [Int], margin: Double)] = found.map { changes in
      let outcome = outcome(changes)
      let efforts = changes.map { effort($0.question).rank }.sorted(by: >)
      return (changes, efforts, outcome.fit.value - outcome.residual.value)
    }
    rated.sort { left, right in
      if left.effort != right.effort { return left.effort.lexicographicallyPrecedes(right.effort) }
      if left.margin != right.margin { return left.margin > right.margin }
      return left.changes.map(\.question).lexicographicallyPrecedes(right.changes.map(\.question))
    }
    var seen: Set<[Int]> = []
    return rated.filter { seen.insert($0.changes.map(\.question)).inserted }.prefix(Self.told).map {
      changeSet(tightened($0.changes, reaching: target))
    }
  }

  private mutating func changeSet(_ changes: [Change]) -> ChangeSet {
    let outcome = outcome(changes)
    return ChangeSet(
      changes: changes.map {
        AnswerChange(question: id($0.question), answer: value($0), effort: effort($0.question))
      },
      verdict: outcome.verdict, fit: outcome.fit.range, residual: outcome.residual.range)
  }

  /// Brings each changed number as near to the present one as still suffices.
  private mutating func tightened(_ changes: [Change], reaching target: Verdict) -> [Change] {
    var changes = changes
    for place in changes.indices {
      guard case .number(let form) = questionnaire.questions[changes[place].question].kind else { continue }
      let now = base.answers[changes[place].question].value
      var enough = changes[place].answer.value
      var short = now
      for _ in 0..<40 where abs(enough - short) > 0.005 * abs(enough) {
        let middle =
          form.scale == .log && short > 0 && enough > 0
          ? (short * enough).squareRoot() : (short + enough) / 2
        changes[place].answer = .number(middle, origin: .answered)
        if outcome(changes).verdict.reaches(target) { enough = middle } else { short = middle }
      }
      changes[place].answer = .number(rounded(enough, away: now, form), origin: .answered)
      // Rounding may step over another bound; then the exact number stands.
      if !outcome(changes).verdict.reaches(target) {
        changes[place].answer = .number(enough, origin: .answered)
      }
    }
    return changes
  }

  /// Two significant digits, rounded away from the present number and kept within the question's limits.
  private func rounded(_ number: Double, away now: Double, _ form: NumberForm) -> Double {
    guard number != 0 else { return 0 }
    var step = 1.0
    while abs(number) / step >= 100 { step *= 10 }
    while abs(number) / step < 10 { step /= 10 }
    let near = (number / step).rounded(number > now ? .up : .down) * step
    let whole = form.kind == .count ? near.rounded(number > now ? .up : .down) : near
    return min(max(whole, form.limits.lowerBound), form.limits.upperBound)
  }

  private func effort(_ index: Int) -> QuestionAction.Effort {
    questionnaire.questions[index].action?.effort ?? .high
  }
}

extension QuestionAction.Effort {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Every way to take one of each list.
private func products(_ lists: [[Probe.Change]]) -> [[Probe.Change]] {
  lists.reduce([[]]) { sets, choices in sets.flatMap { set in choices.map { set + [$0] } } }
}
