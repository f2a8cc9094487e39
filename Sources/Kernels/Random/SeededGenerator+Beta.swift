import Foundation

extension SeededGenerator {
  /// A number from the beta distribution with both parameters `alpha`, between 0 and 1; alpha is positive.
  public mutating func beta(_ alpha: Double) -> Double {
    let (a, b) = (gamma(alpha), gamma(alpha))
    // Both may round to zero for a very small alpha, where the distribution sits at the two ends.
    return a + b > 0 ? a / (a + b) : (uniform() < 0.5 ? 0 : 1)
  }

  /// A number from the gamma distribution of this shape and scale 1 (Marsaglia and Tsang, 2000).
  mutating func gamma(_ shape: Double) -> Double {
    precondition(shape > 0, "a gamma distribution needs a positive shape, not \(shape)")
    if shape < 1 { return gamma(shape + 1) * pow(1 - uniform(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = pow(1 + c * x, 3)
      guard v > 0 else { continue }
      if log(1 - uniform()) < x * x / 2 + d * (1 - v + log(v)) { return d * v }
    }
  }
}
