import Knowledge

/// What a veto that holds does to the approaches it touches.
struct VetoEffect: Sendable {
  /// 0–100.
  var capFit: Double
  /// The best verdict it leaves; nil when it only caps the fit.
  var verdict: VerdictLevel?
  /// Bit i is set when it applies to approach i.
  var approaches: UInt64

  func touches(_ approach: Int) -> Bool { approaches & (1 << UInt64(approach)) != 0 }
}

/// The numbers a verdict asks for, each 0–100.
struct VerdictBound: Sendable {
  var verdict: VerdictLevel
  var fitAtLeast: Double
  var riskAtMost: Double
}
