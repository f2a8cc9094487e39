import Knowledge

extension Questionnaire {
  /// Every question's answer as the scoring reads it, in the questions' order.
  ///
  /// A question the sheet leaves out takes the scenario's preset, and is unknown without one. A
  /// question whose condition is certainly false is hidden, whatever the sheet says about it.
  public func resolve(_ sheet: AnswerSheet) -> [ResolvedAnswer] {
    hidden(stated(sheet))
  }

  /// The answers after conditions have hidden what they hide.
  func hidden(_ answers: [ResolvedAnswer]) -> [ResolvedAnswer] {
    var answers = answers
    hide(&answers)
    return answers
  }

  /// Every question's answer or preset before conditions hide any.
  public func stated(_ sheet: AnswerSheet) -> [ResolvedAnswer] {
    var answers = defaults
    for index in questions.indices {
      guard let answer = sheet.answers[questions[index].id] else { continue }
      answers[index] = resolved(answer.value, of: index, origin: .answered)
    }
    return answers
  }

  /// A value given to the question of that index, as the scoring reads it.
  public func resolved(
    _ value: AnswerValue, of index: Int, origin: ResolvedAnswer.Origin
  ) -> ResolvedAnswer {
    readAnswer(value, options: options[index], unknown: unknowns[index], origin: origin, rates: rates)
  }

  /// The questions a person sees, in order, given the answers so far.
  public func visibleQuestions(_ sheet: AnswerSheet) -> [Question] {
    zip(questions, resolve(sheet)).filter { $0.1.origin != .hidden }.map(\.0)
  }

  /// Hides what conditions rule out, and marks what unknown answers may rule out; a hidden answer can
  /// hide others, so it goes on until none changes.
  public func hide(_ answers: inout [ResolvedAnswer]) {
    var changed = true
    while changed {
      changed = false
      for (index, shown) in conditions where answers[index].origin != .hidden {
        switch shown.truth(answers) {
        case .yes: continue
        case .undecided:
          guard !answers[index].mayBeHidden else { continue }
          answers[index].mayBeHidden = true
        case .no: answers[index] = .hidden
        }
        changed = true
      }
    }
  }
}

/// What an unknown answer stands for: every option, or the plausible span.
public func unknownAnswer(to question: Question) -> ResolvedAnswer {
  guard case .number(let form) = question.kind else {
    let all = question.options.count >= 64 ? UInt64.max : (1 << UInt64(question.options.count)) - 1
    return ResolvedAnswer(origin: .unknown, options: all)
  }
  let low = form.plausible.lowerBound
  let high = form.plausible.upperBound
  let middle =
    form.scale == .log && low > 0 ? (low * high).squareRoot() : (low + high) / 2
  return ResolvedAnswer(origin: .unknown, low: low, value: middle, high: high)
}

func readAnswer(
  _ value: AnswerValue, options: [OptionID], unknown: ResolvedAnswer, origin: ResolvedAnswer.Origin,
  rates: [String: Double]
) -> ResolvedAnswer {
  switch value {
  case .unknown: return unknown
  case .notApplicable: return .notApplicable
  case .option(let id):
    return options.firstIndex(of: id).map { .option($0, origin: origin) } ?? unknown
  case .options(let ids):
    var bits: UInt64 = 0
    for id in ids {
      if let index = options.firstIndex(of: id) { bits |= 1 << UInt64(index) }
    }
    return ResolvedAnswer(origin: origin, options: bits)
  case .number(let number): return .number(number, origin: origin)
  case .money(let amount, let currency):
    return rates[currency].map { .number(amount * $0, origin: origin) } ?? unknown
  }
}
