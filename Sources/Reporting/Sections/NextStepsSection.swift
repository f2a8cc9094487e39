import Knowledge

extension ReportContext {
  /// The to-do list.
  func nextStepsSection() -> ReportSection {
    let steps = nextSteps()
    let blocks: [Block] =
      steps.isEmpty
      ? [.paragraph(Phrase(say(NextStepsWording.nothing)))]
      : [.paragraph(Phrase(say(NextStepsWording.introduction))), .steps(steps.map(worded))]
    return ReportSection(id: "next", title: say(NextStepsWording.title), blocks: blocks)
  }

  private func worded(_ step: NextStep) -> Step {
    var facts: [Report.Fact] = []
    if let effort = step.effort {
      facts.append(
        Report.Fact(name: say(NextStepsWording.effort), value: Phrase(say(Wording.effort(effort)))))
    }
    let stakes = stakesText(step)
    if !stakes.isEmpty {
      facts.append(Report.Fact(name: say(NextStepsWording.atStake), value: Phrase(stakes)))
    }
    return Step(
      action: step.action, because: step.because, becauseLabel: say(NextStepsWording.because), facts: facts)
  }

  /// Upper bounds in words; empty under a tenth of a point.
  func stakesText(_ step: NextStep) -> String {
    var parts: [String] = []
    if step.fitGain >= 0.05 {
      parts.append(say(NextStepsWording.upToFit(numbers.number(step.fitGain, decimals: 1))))
    }
    if step.riskDrop >= 0.05 {
      parts.append(say(NextStepsWording.upToRisk(numbers.number(step.riskDrop, decimals: 1))))
    }
    return parts.joined(separator: say(Wording.listSeparator))
  }
}
