import Foundation

extension Weighing {
  /// One approach's risk before and after mitigations, 0–100: the risks it is exposed to, joined by the p-norm.
  ///
  /// More risks never lower the norm, and one grave risk is not diluted by many small ones.
  func risk(_ approach: Int, _ tally: Tally) -> Tally.RiskSpan {
    Tally.RiskSpan(
      inherent: joined(approach, tally, \.inherent), residual: residual(approach, tally))
  }

  func residual(_ approach: Int, _ tally: Tally) -> Interval { joined(approach, tally, \.residual) }

  private func joined(
    _ approach: Int, _ tally: Tally, _ side: (Tally.RiskSpan) -> Interval
  ) -> Interval {
    var sum = Interval(0)
    let start = approach * tally.risks.count
    for (index, risk) in tally.risks.enumerated() {
      let exposure = compiled.exposures[start + index]
      let risk = side(risk)
      sum.low += power(exposure * risk.low)
      sum.value += power(exposure * risk.value)
      sum.high += power(exposure * risk.high)
    }
    return sum.rising(norm)
  }

  /// The central residual risk, 0–100; the same as `residual(…).value`, without the ends.
  func centralResidual(_ approach: Int, _ tally: Tally) -> Double {
    var sum = 0.0
    let start = approach * tally.risks.count
    for (index, risk) in tally.risks.enumerated() {
      sum += power(compiled.exposures[start + index] * risk.residual.value)
    }
    return norm(sum)
  }

  /// The norm of risks whose powers add up to `sum`, 0–100.
  func norm(_ sum: Double) -> Double {
    guard sum > 0 else { return 0 }
    switch riskNorm {
    case 2: return 100 * min(1, sum.squareRoot())
    case 4: return 100 * min(1, sum.squareRoot().squareRoot())
    default: return 100 * min(1, pow(sum, 1 / riskNorm))
    }
  }

  /// A risk to the power of the policy's norm; a product for the usual small whole exponents.
  func power(_ risk: Double) -> Double {
    switch riskNorm {
    case 2: return risk * risk
    case 4:
      let square = risk * risk
      return square * square
    default: return pow(risk, riskNorm)
    }
  }
}
