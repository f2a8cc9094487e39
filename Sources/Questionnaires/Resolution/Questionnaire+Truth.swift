import Knowledge

extension Questionnaire {
  /// Whether a condition holds over resolved answers; hidden and not-applicable answers satisfy no comparison.
  public func truth(
    of condition: Condition, _ answers: [ResolvedAnswer],
    measured: CompiledCondition.Measured = { _, _ in nil }
  ) -> Truth {
    CompiledCondition(condition, self).truth(answers, measured: measured)
  }
}
