import Knowledge

extension Questionnaire {
  /// Every question's answer as the scoring reads it, in the questions' order.
  ///
  /// A question the sheet leaves out takes the scenario's preset, and is unknown without one. A
  /// question whose condition is certainly false is hidden, whatever the sheet says about it.
  public func resolve(_ sheet: AnswerSheet) -> [ResolvedAnswer] {
    var answers: [ResolvedAnswer] = []
    answers.reserveCapacity(questions.count)
    for (index, question) in questions.enumerated() {
      if let answer = sheet.answers[question.id] {
        answers.append(resolved(answer.value, of: question, origin: .answered, rates: rates))
      } else {
        answers.append(presets[index] ?? unknownAnswer(to: question))
      }
    }
    hide(&answers)
    return answers
  }

  /// The questions a person sees, in order, given the answers so far.
  public func visibleQuestions(_ sheet: AnswerSheet) -> [Question] {
    zip(questions, resolve(sheet)).filter { $0.1.origin != .hidden }.map(\.0)
  }

  /// Hides what conditions rule out, and marks what unknown answers may rule out; a hidden answer can
  /// hide others, so it goes on until none changes.
  private func hide(_ answers: inout [ResolvedAnswer]) {
    var changed = true
    while changed {
      changed = false
      for (index, question) in questions.enumerated() where answers[index].origin != .hidden {
        guard let condition = question.visibleIf else { continue }
        switch truth(of: condition, answers) {
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

func resolved(
  _ value: AnswerValue, of question: Question, origin: ResolvedAnswer.Origin, rates: [String: Double]
) -> ResolvedAnswer {
  switch value {
  case .unknown: return unknownAnswer(to: question)
  case .notApplicable: return .notApplicable
  case .option(let id):
    guard let index = question.options.firstIndex(where: { $0.id == id }) else {
      return unknownAnswer(to: question)
    }
    return .option(index, origin: origin)
  case .options(let ids):
    var bits: UInt64 = 0
    for id in ids {
      if let index = question.options.firstIndex(where: { $0.id == id }) { bits |= 1 << UInt64(index) }
    }
    return ResolvedAnswer(origin: origin, options: bits)
  case .number(let number): return .number(number, origin: origin)
  case .money(let amount, let currency):
    guard let rate = rates[currency] else { return unknownAnswer(to: question) }
    return .number(amount * rate, origin: origin)
  }
}
