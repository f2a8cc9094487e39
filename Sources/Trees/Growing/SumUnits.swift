import CKernels

/// What whole units of gradient and hessian are worth, so that sums over rows are exact.
///
/// Units are powers of two, the smallest whose sums over all rows stay below 2⁵⁰; a `ct_sum` also holds the
/// number of rows in the lowest bits of its hessian. With a million rows a gradient has 30 bits, more than
/// the 24 of a float; only values far below the largest lose digits.
struct SumUnits {
  let countBits: Int
  let gradientScale: Double
  let hessianScale: Double

  /// - Parameters:
  ///   - rows: at most this many are summed.
  ///   - gradient: the largest absolute one.
  ///   - hessian: the largest.
  init(rows: Int, gradient: Float, hessian: Float) {
    let bits = Int.bitWidth - rows.leadingZeroBitCount
    countBits = bits
    gradientScale = Self.scale(largest: gradient, bits: 50 - bits)
    hessianScale = Self.scale(largest: hessian, bits: min(50 - bits, 63 - 2 * bits))
  }

  /// The largest power of two that leaves `largest` within `bits` bits; 1 if there is nothing to scale.
  private static func scale(largest: Float, bits: Int) -> Double {
    guard largest > 0, largest.isFinite else { return 1 }
    return Double(sign: .plus, exponent: bits - 1 - Int(largest.exponent), significand: 1)
  }

  func rows(_ sum: ct_sum) -> Int { Int(sum.hessian & ((1 << countBits) - 1)) }
  func gradient(_ sum: ct_sum) -> Double { Double(sum.gradient) / gradientScale }
  func hessian(_ sum: ct_sum) -> Double { Double(sum.hessian >> countBits) / hessianScale }
}

extension ct_sum {
  static let zero = ct_sum(gradient: 0, hessian: 0)

  static func + (left: ct_sum, right: ct_sum) -> ct_sum {
    ct_sum(gradient: left.gradient + right.gradient, hessian: left.hessian + right.hessian)
  }

  static func - (left: ct_sum, right: ct_sum) -> ct_sum {
    ct_sum(gradient: left.gradient - right.gradient, hessian: left.hessian - right.hessian)
  }
}
