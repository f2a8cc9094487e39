import Foundation
import Kernels
import Testing

/// Equal but for what sums of terms of this size round by; in double the expected sum rounds as much.
private func close(_ found: Double, _ expected: Double, _ passes: VectorPasses, _ size: Double) -> Bool {
  abs(found - expected) <= (passes.precision == .single ? 16 : 64) * passes.rounding * max(1, size)
}

@Test(arguments: everyPasses)
func `binary cross-entropy on logits, with its gradient`(_ passes: VectorPasses) {
  for count in lengths + [4_096, 9_001] {
    let z = Buffer(passes, numbers(count, 1, 20))
    let targets = Buffer(passes, numbers(count, 2).map { $0 > 1 ? 1 : ($0 < -1 ? 0 : 0.25) })
    let weights = Buffer(passes, numbers(count, 3).map { max($0, 0) })
    let delta = Buffer(passes, count: count)
    let loss = passes.sigmoidCrossEntropy(
      z.start, targets: targets.start, weights: weights.start, delta: delta.start, count: count, scale: 0.3)
    let expected = (0..<count).map { index -> Double in
      let (p, q) = (1 / (1 + exp(-z[index])), 1 / (1 + exp(z[index])))
      return -weights[index] * (targets[index] * log(p) + (1 - targets[index]) * log(q))
    }
    #expect(close(loss, expected.reduce(0, +), passes, expected.reduce(0, +)), "\(count)")
    let slopes = (0..<count).map { 0.3 * weights[$0] * (1 / (1 + exp(-z[$0])) - targets[$0]) }
    expectClose(delta, slopes, "gradient")
    _ = passes.sigmoidCrossEntropy(
      z.start, targets: targets.start, weights: weights.start, delta: z.start, count: count, scale: 0.3)
    #expect(z.bytes == delta.bytes && z.isIntact)
  }
}

private func exact(_ kind: ElementwiseError, _ p: Double, _ t: Double, bend: Double)
  -> (loss: Double, slope: Double)
{
  let e = p - t
  let sign: Double = e > 0 ? 1 : (e < 0 ? -1 : 0)
  let side: Double = t > 0.5 ? 1 : -1
  return switch kind {
  case .squared: (e * e, 2 * e)
  case .absolute: (abs(e), sign)
  case .huber: abs(e) <= bend ? (e * e / 2, e) : (bend * (abs(e) - bend / 2), bend * sign)
  case .hinge: (max(0, 1 - side * p), side * p < 1 ? -side : 0)
  }
}

@Test(arguments: everyPasses, ElementwiseError.allCases)
func `errors of one prediction at a time, with their gradients`(
  _ passes: VectorPasses, _ kind: ElementwiseError
) {
  for count in lengths + [4_096, 9_001] {
    let p = Buffer(passes, numbers(count, 4))
    let targets = Buffer(
      passes, kind == .hinge ? numbers(count, 5).map { $0 > 0 ? 1 : 0 } : numbers(count, 5))
    if count > 0 { passes.write(targets[0], to: p.start, at: 0) }  // e = 0 exactly
    let weights = Buffer(passes, numbers(count, 6).map { max($0, 0) })
    let delta = Buffer(passes, count: count)
    let loss = passes.error(
      kind, p.start, targets: targets.start, weights: weights.start, delta: delta.start, count: count,
      scale: 0.3, bend: 1.5)
    let each = (0..<count).map { exact(kind, p[$0], targets[$0], bend: 1.5) }
    let total = (0..<count).reduce(0.0) { $0 + weights[$1] * each[$1].loss }
    #expect(close(loss, total, passes, total), "\(count)")
    expectClose(delta, (0..<count).map { 0.3 * weights[$0] * each[$0].slope }, "gradient", scale: 8)
    _ = passes.error(
      kind, p.start, targets: targets.start, weights: weights.start, delta: p.start, count: count,
      scale: 0.3, bend: 1.5)
    #expect(p.bytes == delta.bytes && p.isIntact)
  }
}

@Test(arguments: everyPasses, [0, 0.1])
func `softmax and cross-entropy on logits, with its gradient`(_ passes: VectorPasses, _ smoothing: Double) {
  for columns in lengths where columns > 0 {
    let rows = 5
    let z = Buffer(passes, numbers(rows * columns, 7, 20))
    // The fourth row weighs nothing, so its class may be anything.
    let classes = Buffer(passes, (0..<rows).map { $0 == 3 ? -1 : Double($0 * 7 % columns) })
    let weights = Buffer(passes, [1, 0.5, 2, 0, 0.3])
    let delta = Buffer(passes, count: rows * columns)
    let loss = passes.softmaxCrossEntropy(
      z.start, classes: classes.start, weights: weights.start, delta: delta.start, rows: rows,
      columns: columns, scale: 0.3, smoothing: smoothing)
    var expected = 0.0
    var size = 0.0
    var slopes = [Double](repeating: 0, count: rows * columns)
    for row in 0..<rows where weights[row] > 0 {
      let places = row * columns..<(row + 1) * columns
      let logTotal = log(places.reduce(0.0) { $0 + exp(z[$1]) })
      for place in places {
        let named = place - row * columns == Int(classes[row]) ? 1.0 : 0
        let target = (1 - smoothing) * named + smoothing / Double(columns)
        expected += weights[row] * target * (logTotal - z[place])
        size += weights[row] * target * (abs(logTotal) + abs(z[place]))
        slopes[place] = 0.3 * weights[row] * (exp(z[place] - logTotal) - target)
      }
    }
    #expect(close(loss, expected, passes, size), "\(columns)")
    expectClose(delta, slopes, "gradient", roundings: 16)
    _ = passes.softmaxCrossEntropy(
      z.start, classes: classes.start, weights: weights.start, delta: z.start, rows: rows,
      columns: columns, scale: 0.3, smoothing: smoothing)
    #expect(z.bytes == delta.bytes && z.isIntact)
  }
}

@Test(arguments: everyPasses)
func `losses hold far out`(_ passes: VectorPasses) {
  let ends: [Double] = [-1e30, -100, 0, 100, 1e30]
  for target in [0.0, 1] {
    let count = ends.count
    let (z, delta) = (Buffer(passes, ends), Buffer(passes, count: count))
    let targets = Buffer(passes, count: count, filled: target)
    for only in 0..<count {
      let weights = Buffer(passes, (0..<count).map { $0 == only ? 1 : 0 })
      let end = z[only]
      let loss = passes.sigmoidCrossEntropy(
        z.start, targets: targets.start, weights: weights.start, delta: delta.start, count: count, scale: 1)
      // A straight line on the wrong side, nothing on the right one.
      let expected = end == 0 ? log(2) : max(0, target == 1 ? -end : end)
      #expect(close(loss, expected, passes, expected), "\(end), \(target)")
      #expect(abs(delta[only] - ((end < 0 ? 0 : end > 0 ? 1 : 0.5) - target)) < 1e-6)
      for kind in [ElementwiseError.absolute, .huber, .hinge] {
        let wanted = exact(kind, end, target, bend: 1)
        let loss = passes.error(
          kind, z.start, targets: targets.start, weights: weights.start, delta: delta.start, count: count,
          scale: 1)
        #expect(close(loss, wanted.loss, passes, wanted.loss), "\(kind), \(end), \(target)")
        #expect(abs(delta[only] - wanted.slope) < 1e-6)
      }
    }
  }
  let (z, delta) = (Buffer(passes, [1e30, -1e30, 100, -100]), Buffer(passes, count: 4))
  let classes = Buffer(passes, [1, 0])
  for (weights, expected) in [([1.0, 0], 2e30), ([0, 1], 0)] {
    let loss = passes.softmaxCrossEntropy(
      z.start, classes: classes.start, weights: Buffer(passes, weights).start, delta: delta.start, rows: 2,
      columns: 2, scale: 1)
    #expect(close(loss, expected, passes, expected))
    let slopes: [Double] = expected == 0 ? [0, 0, 0, 0] : [1, -1, 0, 0]
    for (found, slope) in zip(delta.values, slopes) { #expect(abs(found - slope) < 1e-30) }
  }
}

@Test(arguments: everyPasses)
func `a prediction that is not a number makes a loss that is none`(_ passes: VectorPasses) {
  for count in [1, 3, 4, 17, 40] {
    for broken in [0, count / 2, count - 1] {
      let z = Buffer(passes, numbers(count, 8))
      passes.write(.nan, to: z.start, at: broken)
      let ones = Buffer(passes, count: count, filled: 1)
      let delta = Buffer(passes, count: count)
      #expect(
        passes.sigmoidCrossEntropy(
          z.start, targets: ones.start, weights: ones.start, delta: delta.start, count: count, scale: 1
        ).isNaN && delta[broken].isNaN)
      for kind in ElementwiseError.allCases {
        let loss = passes.error(
          kind, z.start, targets: ones.start, weights: ones.start, delta: delta.start, count: count,
          scale: 1)
        #expect(loss.isNaN && delta[broken].isNaN, "\(kind)")
      }
      let first = Buffer(passes, [0])
      #expect(
        passes.softmaxCrossEntropy(
          z.start, classes: first.start, weights: ones.start, delta: delta.start, rows: 1, columns: count,
          scale: 1
        ).isNaN && delta.values.allSatisfy { $0.isNaN })
    }
  }
}
