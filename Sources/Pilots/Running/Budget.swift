/// The time a pilot may take, measured by the caller's clock.
struct Budget {
  let seconds: Double
  private let clock: () -> Double
  private let start: Double

  init(seconds: Double, clock: @escaping () -> Double) {
    self.seconds = seconds
    self.clock = clock
    start = clock()
  }

  var now: Double { clock() }
  var elapsed: Double { clock() - start }
  var remaining: Double { seconds - elapsed }

  /// Runs `work` and says how long it took.
  func timed<Value>(_ work: () throws -> Value) rethrows -> (value: Value, seconds: Double) {
    let began = clock()
    let value = try work()
    return (value, clock() - began)
  }
}
