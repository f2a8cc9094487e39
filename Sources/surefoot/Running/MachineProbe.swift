import Foundation
import Kernels
import Recommendations

/// How fast this machine multiplies matrices on one core, measured in a few milliseconds.
enum MachineProbe {
  static func speed(size: Int = 384, repeats: Int = 3) -> MachineSpeed? {
    var plan = ArenaPlan()
    let (a, b, c) = (plan.reserve(size * size), plan.reserve(size * size), plan.reserve(size * size))
    let arena = Arena(plan)
    for index in 0..<arena.count { arena.base[index] = Float(index % 17) * 0.125 }
    var best = Double.infinity
    // The first product also loads the library's kernels, so it does not count.
    for round in 0...repeats {
      let begin = Clock.monotonicSeconds()
      MatrixProduct.multiply(
        rows: size, columns: size, inner: size, arena.base + a, stride: size, arena.base + b, stride: size,
        into: arena.base + c, stride: size)
      if round > 0 { best = min(best, Clock.monotonicSeconds() - begin) }
    }
    guard best > 0, best.isFinite else { return nil }
    return MachineSpeed(singlePrecisionFLOPsPerSecond: 2 * pow(Double(size), 3) / best)
  }
}
