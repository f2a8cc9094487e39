/// How long a training may take, by a clock of the caller's.
///
/// Training stops before the step, or the validation after it, that would go over; so the time taken stays
/// under the budget by less than one step and one validation.
public struct TimeBudget: Sendable {
  public var seconds: Double
  /// Seconds since the budget began to run.
  public var elapsed: @Sendable () -> Double

  public init(seconds: Double, elapsed: @escaping @Sendable () -> Double) {
    self.seconds = seconds
    self.elapsed = elapsed
  }
}

/// The longest recent step and validation, to tell whether another one fits.
struct TimeWatch {
  let budget: TimeBudget
  private var stepBegan: Double?
  private var longestStep = 0.0
  private var validation = 0.0

  init(_ budget: TimeBudget) { self.budget = budget }

  /// Whether a step and the validation that follows training's end still fit.
  mutating func allowsStep() -> Bool {
    let now = budget.elapsed()
    // An older long step loses its weight slowly, so that one hiccup does not end a training early.
    if let began = stepBegan { longestStep = max(now - began, 0.9 * longestStep) }
    stepBegan = now
    return now + longestStep + validation <= budget.seconds
  }

  /// Times a validation.
  mutating func validating<Result>(_ body: () -> Result) -> Result {
    let began = budget.elapsed()
    let result = body()
    validation = budget.elapsed() - began
    stepBegan = nil
    return result
  }
}
