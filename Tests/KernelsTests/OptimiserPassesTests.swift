import Foundation
import Kernels
import Testing

/// Three steps' gradients.
private func gradients(_ passes: VectorPasses, _ count: Int) -> [Buffer] {
  (0..<3).map { Buffer(passes, numbers(count, UInt64(10 + $0))) }
}

@Test(arguments: everyPasses, [0, 0.02])
func `Adam follows its formula, with decay and without`(_ passes: VectorPasses, _ decay: Double) {
  for count in lengths {
    let (w, first, second) = (
      Buffer(passes, numbers(count, 1)), Buffer(passes, count: count, filled: 0),
      Buffer(passes, count: count, filled: 0)
    )
    var (p, m, v) = (w.values, first.values, second.values)
    for (index, gradient) in gradients(passes, count).enumerated() {
      let t = Double(index + 1)
      let given = gradient.values
      passes.adam(
        w.start, gradients: gradient.start, first: first.start, second: second.start, count: count,
        factor: 0.4, number: index + 1, learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-7,
        decay: decay)
      for k in 0..<count {
        let g = 0.4 * given[k]
        m[k] = 0.9 * m[k] + 0.1 * g
        v[k] = 0.999 * v[k] + 0.001 * g * g
        p[k] -= 0.1 * decay * p[k]
        p[k] -= 0.1 * (m[k] / (1 - pow(0.9, t))) / ((v[k] / (1 - pow(0.999, t))).squareRoot() + 1e-7)
      }
      #expect(gradient.values == given && gradient.isIntact)
    }
    expectClose(w, p, "parameters", roundings: 16)
    expectClose(first, m, "mean", roundings: 8)
    expectClose(second, v, "square", roundings: 8, scale: 1e-2)
  }
}

@Test(arguments: everyPasses, [false, true])
func `momentum follows its formula, with the look ahead and without`(
  _ passes: VectorPasses, _ nesterov: Bool
) {
  for count in lengths {
    let (w, velocity) = (Buffer(passes, numbers(count, 2)), Buffer(passes, count: count, filled: 0))
    var (p, v) = (w.values, velocity.values)
    for gradient in gradients(passes, count) {
      passes.momentum(
        w.start, gradients: gradient.start, velocity: velocity.start, count: count, factor: 0.4, rate: 0.1,
        momentum: 0.9, nesterov: nesterov)
      for k in 0..<count {
        let g = 0.4 * gradient[k]
        v[k] = 0.9 * v[k] + g
        p[k] -= 0.1 * (nesterov ? g + 0.9 * v[k] : v[k])
      }
    }
    expectClose(w, p, "parameters", roundings: 8)
    expectClose(velocity, v, "velocity", roundings: 8)
  }
}

@Test(arguments: everyPasses)
func `RMSProp follows its formula`(_ passes: VectorPasses) {
  for count in lengths {
    let (w, square) = (Buffer(passes, numbers(count, 3)), Buffer(passes, count: count, filled: 0))
    var (p, s) = (w.values, square.values)
    for gradient in gradients(passes, count) {
      passes.rmsProp(
        w.start, gradients: gradient.start, square: square.start, count: count, factor: 0.4, rate: 0.1,
        smoothing: 0.99, epsilon: 1e-8)
      for k in 0..<count {
        let g = 0.4 * gradient[k]
        s[k] = 0.99 * s[k] + 0.01 * g * g
        p[k] -= 0.1 * g / (s[k].squareRoot() + 1e-8)
      }
    }
    expectClose(w, p, "parameters", roundings: 16)
    expectClose(square, s, "square", roundings: 8)
  }
}

@Test(arguments: everyPasses)
func `penalties pull by the sign and by the size, and a weight of zero not at all`(_ passes: VectorPasses) {
  for count in lengths {
    let weights = Buffer(passes, numbers(count, 4).enumerated().map { $0 % 5 == 0 ? 0 : $1 })
    let g = Buffer(passes, numbers(count, 5))
    let expected = zip(g.values, weights.values).map { slope, w in
      slope + 0.3 * (w > 0 ? 1 : w < 0 ? -1 : 0) + 1.7 * w
    }
    passes.addPenalty(g.start, weights: weights.start, count: count, l1: 0.3, l2: 1.7)
    expectClose(g, expected, "gradient", scale: 8)
    #expect(weights.isIntact)
  }
}

@Test(arguments: everyPasses)
func `a gradient that is not a number leaves a parameter that is none, and no other`(_ passes: VectorPasses) {
  let count = 21
  func expectSpoilt(_ what: String, _ step: (Numbers, Numbers, Numbers, Numbers) -> Void) {
    for broken in [0, 7, 16, 20] {
      let (w, g) = (Buffer(passes, numbers(count, 6)), Buffer(passes, numbers(count, 7)))
      let (a, b) = (Buffer(passes, count: count, filled: 0), Buffer(passes, count: count, filled: 0))
      passes.write(.nan, to: g.start, at: broken)
      step(w.start, g.start, a.start, b.start)
      #expect(w.values.enumerated().allSatisfy { $1.isNaN == ($0 == broken) }, "\(what), \(broken)")
    }
  }
  expectSpoilt("Adam") {
    passes.adam(
      $0, gradients: $1, first: $2, second: $3, count: count, factor: 1, number: 1, learningRate: 0.1,
      beta1: 0.9, beta2: 0.999, epsilon: 1e-7, decay: 0)
  }
  expectSpoilt("momentum") { w, g, state, _ in
    passes.momentum(
      w, gradients: g, velocity: state, count: count, factor: 1, rate: 0.1, momentum: 0.9, nesterov: false)
  }
  expectSpoilt("RMSProp") { w, g, state, _ in
    passes.rmsProp(
      w, gradients: g, square: state, count: count, factor: 1, rate: 0.1, smoothing: 0.9, epsilon: 1e-8)
  }
  expectSpoilt("plain") { w, g, _, _ in passes.addScaled(w, g, count: count, factor: -0.1) }
}
