import Foundation

/// A small seeded generator (Steele, Lea and Flood, 2014, "Fast splittable pseudorandom number generators").
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64
  private var spareNormal: Double?

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below 1.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A standard normal number, by Marsaglia's polar method (Marsaglia and Bray, 1964).
  mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let first = 2 * uniform() - 1
      let second = 2 * uniform() - 1
      let square = first * first + second * second
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      spareNormal = second * factor
      return first * factor
    }
  }

  /// A gamma number of unit scale (Marsaglia and Tsang, 2000); `shape` above 0.
  mutating func gamma(shape: Double) -> Double {
    // Below 1 the method needs a shape one larger, scaled back.
    if shape < 1 { return gamma(shape: shape + 1) * pow(1 - uniform(), 1 / shape) }
    let offset = shape - 1.0 / 3
    let scale = 1 / (9 * offset).squareRoot()
    while true {
      let normal = normal()
      let root = 1 + scale * normal
      guard root > 0 else { continue }
      let cube = root * root * root
      let uniform = 1 - uniform()
      if uniform < 1 - 0.0331 * normal * normal * normal * normal { return offset * cube }
      if log(uniform) < 0.5 * normal * normal + offset * (1 - cube + log(cube)) { return offset * cube }
    }
  }

  /// Shares around the stated ones that add up to their sum (Dirichlet): larger concentrations stay nearer.
  mutating func dirichlet(around shares: ArraySlice<Double>, concentration: Double) -> [Double] {
    let total = shares.reduce(0, +)
    guard total > 0 else { return Array(shares) }
    let draws = shares.map { $0 > 0 ? gamma(shape: concentration * $0 / total) : 0 }
    let sum = draws.reduce(0, +)
    return sum > 0 ? draws.map { total * $0 / sum } : Array(shares)
  }
}
