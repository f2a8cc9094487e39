import CKernels

/// The bounds that monotone columns above a leaf set to its value.
struct ValueBounds {
  var lower = -Double.infinity
  var upper = Double.infinity

  func clamped(_ value: Double) -> Double { min(max(value, lower), upper) }
}

/// Values of leaves and gains of splits from sums of gradients G and hessians H.
///
/// With T(G) = sign(G) · max(|G| − l1, 0), the value that lowers the objective's second-order expansion
/// most is −T(G) / (H + l2); it lowers it by half of T(G)² / (H + l2), and a split gains the sum of that
/// over its sides less the whole's. (Friedman, "Greedy function approximation: a gradient boosting
/// machine", 2001, for the step; Chen and Guestrin, "XGBoost", 2016, equations 5 to 7, for l2.)
struct LeafArithmetic {
  let l1: Double
  let l2: Double
  let minimumGain: Double
  let minimumRows: Int
  let minimumHessian: Double
  let units: SumUnits

  init(_ configuration: BoostingConfiguration, _ units: SumUnits) {
    l1 = configuration.l1
    l2 = configuration.l2
    minimumGain = configuration.minimumGain
    minimumRows = configuration.minimumLeafRows
    minimumHessian = configuration.minimumLeafHessian
    self.units = units
  }

  /// In the form that the pass over bins reads.
  var limits: ct_limits {
    ct_limits(
      gradient_unit: 1 / units.gradientScale, hessian_unit: 1 / units.hessianScale, l1: l1, l2: l2,
      minimum_hessian: Int64((minimumHessian * units.hessianScale).rounded(.up).clamped(below: 0x1p60)),
      minimum_rows: Int64(minimumRows), count_bits: Int64(units.countBits))
  }

  func isLegal(_ side: ct_sum) -> Bool {
    units.rows(side) >= minimumRows && units.hessian(side) >= minimumHessian
  }

  /// A leaf's value before shrinkage.
  func value(_ sum: ct_sum, extraL2: Double = 0, _ bounds: ValueBounds) -> Double {
    bounds.clamped(-reduced(sum) / denominator(sum, extraL2))
  }

  /// T(G)² / (H + l2).
  func share(_ sum: ct_sum, extraL2: Double = 0) -> Double {
    let reduced = reduced(sum)
    return reduced * reduced / denominator(sum, extraL2)
  }

  /// The share of a leaf that gets this value, which need not be its best.
  func share(_ sum: ct_sum, extraL2: Double = 0, value: Double) -> Double {
    -(2 * reduced(sum) * value + denominator(sum, extraL2) * value * value)
  }

  /// Whether a split gains enough to be made, beyond what rounding could feign.
  func isWorth(gain: Double, share: Double) -> Bool {
    gain > minimumGain && gain > 1e-12 * abs(share)
  }

  private func reduced(_ sum: ct_sum) -> Double {
    let gradient = units.gradient(sum)
    return gradient > 0 ? max(gradient - l1, 0) : min(gradient + l1, 0)
  }

  // At least one unit, as in the pass over bins: a hessian too small to count must not blow up a value.
  private func denominator(_ sum: ct_sum, _ extraL2: Double) -> Double {
    max(units.hessian(sum) + (l2 + extraL2), 1 / units.hessianScale)
  }
}

extension Double {
  fileprivate func clamped(below limit: Double) -> Double { Swift.min(self, limit) }
}
