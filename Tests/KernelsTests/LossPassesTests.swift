import Foundation
import Kernels
import Testing

@Test(arguments: everyPasses)
func `binary cross-entropy, with its gradient`(_ passes: VectorPasses) {
  for count in [1, 15, 16, 50] {
    let z = numbers(count, 5, 20)
    let targets = numbers(count, 6).map { $0 > 0 ? Float(1) : 0 }
    let weights = numbers(count, 7).map { abs($0) }
    var p = z
    var delta = [Float](repeating: 0, count: count)
    let loss = passes.sigmoidCrossEntropy(
      &p, targets: targets, weights: weights, delta: &delta, count: count, scale: 0.25)
    var expected = 0.0
    var gradient: [Double] = []
    for index in 0..<count {
      let (x, t, w) = (Double(z[index]), Double(targets[index]), Double(weights[index]))
      expected += w * (max(x, 0) - x * t + log1p(exp(-abs(x))))
      gradient.append(0.25 * w * (1 / (1 + exp(-x)) - t))
    }
    #expect(abs(loss - expected) < 1e-5 * max(1, expected))
    expectClose(delta, gradient)
  }
}

@Test(arguments: everyPasses)
func `squared error, with its gradient`(_ passes: VectorPasses) {
  for count in [1, 15, 16, 50] {
    let (p, targets, weights) = (numbers(count, 5), numbers(count, 6), numbers(count, 7))
    var delta = [Float](repeating: 0, count: count)
    let loss = passes.squaredError(
      p, targets: targets, weights: weights, delta: &delta, count: count, scale: 0.5)
    let gaps = (0..<count).map { Double(p[$0]) - Double(targets[$0]) }
    let expected = zip(gaps, weights).reduce(0) { $0 + $1.0 * $1.0 * Double($1.1) }
    #expect(abs(loss - expected) < 1e-4 * max(1, abs(expected)))
    expectClose(delta, zip(gaps, weights).map { $0 * Double($1) })
  }
}

@Test(arguments: everyPasses)
func `softmax, its cross-entropy and its gradient`(_ passes: VectorPasses) {
  for (rows, columns, stride) in shapes where columns > 1 {
    let z = numbers(rows * stride, 8, 30)
    let classes = (0..<rows).map { Float($0 % columns) }
    let weights = numbers(rows, 9).map { abs($0) }
    var p = z
    var delta = [Float](repeating: 5, count: rows * stride)
    let loss = passes.softmaxCrossEntropy(
      &p, classes: classes, weights: weights, delta: &delta, rows: rows, columns: columns,
      stride: stride, scale: 0.5)
    var plain = z
    passes.softmax(&plain, rows: rows, columns: columns, stride: stride)
    #expect(plain == p)
    var expectedLoss = 0.0
    var expected = z.map { Double($0) }
    var gradient = [Double](repeating: 5, count: rows * stride)
    for row in 0..<rows {
      let places = row * stride..<row * stride + columns
      let total = places.reduce(0.0) { $0 + exp(Double(z[$1])) }
      for place in places {
        expected[place] = exp(Double(z[place])) / total
        let hit = place - row * stride == Int(classes[row])
        gradient[place] = 0.5 * Double(weights[row]) * (expected[place] - (hit ? 1 : 0))
        if hit { expectedLoss -= Double(weights[row]) * log(expected[place]) }
      }
    }
    expectClose(p, expected)
    expectClose(delta, gradient)
    #expect(abs(loss - expectedLoss) < 1e-5 * max(1, expectedLoss))
    var g = numbers(rows * stride, 10)
    let given = g
    passes.softmaxGradient(&g, p: p, rows: rows, columns: columns, stride: stride)
    let jacobian = (0..<rows * stride).map { place -> Double in
      guard place % stride < columns else { return Double(given[place]) }
      let start = place / stride * stride
      let mean = (start..<start + columns).reduce(0.0) { $0 + Double(given[$1]) * expected[$1] }
      return expected[place] * (Double(given[place]) - mean)
    }
    expectClose(g, jacobian)
  }
}
