import Foundation
import Kernels
import Recommendations

/// How fast this machine multiplies matrices on one core, measured in a few milliseconds.
enum MachineProbe {
  static func speed(size: Int = 384, repeats: Int = 3) -> MachineSpeed? {
    let passes = VectorPasses()
    let arena = Arena(numbers: 3 * size * size)
    let (a, b) = (arena.base, passes.place(arena.base, size * size))
    let c = passes.place(b, size * size)
    passes.fill(a, count: 2 * size * size, with: 0.125)
    var best = Double.infinity
    // The first product also takes its working memory, so it does not count.
    for round in 0...repeats {
      let begin = Clock.monotonicSeconds()
      passes.multiply(
        rows: size, columns: size, inner: size, MatrixView(a, rowStride: size),
        MatrixView(b, rowStride: size), into: c, stride: size)
      if round > 0 { best = min(best, Clock.monotonicSeconds() - begin) }
    }
    guard best > 0, best.isFinite else { return nil }
    return MachineSpeed(singlePrecisionFLOPsPerSecond: 2 * pow(Double(size), 3) / best)
  }
}
