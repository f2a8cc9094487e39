import Foundation
import Kernels
import Testing

private func exact(_ activation: ElementwiseActivation, _ z: Double) -> Double {
  switch activation {
  case .identity: z
  case .relu: max(z, 0)
  case .sigmoid: 1 / (1 + exp(-z))
  case .tanh: tanh(z)
  }
}

@Test(arguments: everyPasses, ElementwiseActivation.allCases)
func `bias and activation, and their gradient`(_ passes: VectorPasses, _ activation: ElementwiseActivation) {
  for (rows, columns, stride) in shapes {
    let z = numbers(rows * stride, 1, 6)
    let bias = numbers(columns, 2)
    var a = z
    passes.biasActivate(activation, &a, bias: bias, rows: rows, columns: columns, stride: stride)
    let expected = (0..<rows * stride).map { place in
      let column = place % stride
      return column < columns
        ? exact(activation, Double(z[place]) + Double(bias[column])) : Double(z[place])
    }
    expectClose(a, expected, 4e-7, "\(activation) \(rows)x\(columns)")
    var g = numbers(rows * stride, 3)
    let given = g
    let mask = numbers(rows * stride, 4)
    var sums = [Float](repeating: 0, count: columns)
    passes.activationGradient(
      activation, &g, value: a, mask: mask, columnSums: &sums, rows: rows, columns: columns,
      stride: stride)
    let slopes = (0..<rows * stride).map { place -> Double in
      let value = Double(a[place])
      let masked = Double(given[place]) * Double(mask[place])
      guard place % stride < columns else { return Double(given[place]) }
      switch activation {
      case .identity: return masked
      case .relu: return value > 0 ? masked : 0
      case .sigmoid: return masked * value * (1 - value)
      case .tanh: return masked * (1 - value * value)
      }
    }
    expectClose(g, slopes, 2e-6, "slope of \(activation)")
    let totals = (0..<columns).map { column in
      (0..<rows).reduce(0.0) { $0 + slopes[$1 * stride + column] }
    }
    expectClose(sums, totals, 1e-5, "sums of \(activation)")
    passes.columnSums(given, into: &sums, rows: rows, columns: columns, stride: stride)
    expectClose(
      sums,
      (0..<columns).map { column in
        (0..<rows).reduce(0.0) { $0 + Double(given[$1 * stride + column]) }
      }, 1e-5, "column sums")
  }
}

@Test(arguments: everyPasses)
func `activations hold at the ends of their range`(_ passes: VectorPasses) {
  let ends: [Float] = [-.infinity, -1000, -88, -1e-4, 0, 1e-4, 88, 1000, .infinity]
  for activation in [ElementwiseActivation.sigmoid, .tanh, .relu] {
    var a = ends
    passes.biasActivate(activation, &a, bias: [0], rows: ends.count, columns: 1, stride: 1)
    expectClose(
      a.map { $0.isInfinite ? 2 : $0 },
      ends.map { end in
        let value = exact(activation, Double(end))
        return value.isInfinite ? 2 : value
      }, 1e-7, "\(activation)")
    // Relative near zero, where tanh(x) is x.
    if activation == .tanh { #expect(abs(a[5] / 1e-4 - 1) < 1e-6) }
    var broken: [Float] = [.nan]
    passes.biasActivate(activation, &broken, bias: [0], rows: 1, columns: 1, stride: 1)
    #expect(broken[0].isNaN)
  }
}

@Test(arguments: everyPasses)
func `products with a single column`(_ passes: VectorPasses) {
  for (rows, columns, stride) in shapes {
    let a = numbers(rows * stride, 11)
    let (w, d) = (numbers(columns, 12), numbers(rows, 13))
    var dots = [Float](repeating: 0, count: rows)
    passes.rowDots(a, w, into: &dots, rows: rows, columns: columns, stride: stride)
    expectClose(
      dots,
      (0..<rows).map { row in
        (0..<columns).reduce(0.0) { $0 + Double(a[row * stride + $1]) * Double(w[$1]) }
      }, 1e-5)
    var sums = [Float](repeating: 0, count: columns)
    passes.weightedRowSum(a, d, into: &sums, rows: rows, columns: columns, stride: stride)
    expectClose(
      sums,
      (0..<columns).map { column in
        (0..<rows).reduce(0.0) { $0 + Double(d[$1]) * Double(a[$1 * stride + column]) }
      }, 1e-5)
    var g = [Float](repeating: 7, count: rows * stride)
    passes.outerProduct(d, w, into: &g, rows: rows, columns: columns, stride: stride)
    expectClose(
      g,
      (0..<rows * stride).map {
        $0 % stride < columns ? Double(d[$0 / stride]) * Double(w[$0 % stride]) : 7
      })
  }
}

@Test(arguments: everyPasses)
func `penalties, plain steps and the search for broken numbers`(_ passes: VectorPasses) {
  for count in [1, 15, 16, 50] {
    let x = numbers(count, 14)
    var y = numbers(count, 15)
    let given = y
    passes.addScaled(&y, x, count: count, factor: -0.5)
    expectClose(y, (0..<count).map { Double(given[$0]) - 0.5 * Double(x[$0]) })
    var weights = numbers(count, 16)
    weights[0] = 0
    y = given
    passes.addPenalty(&y, weights: weights, count: count, l1: 0.25, l2: 2)
    expectClose(
      y,
      (0..<count).map { index in
        let w = Double(weights[index])
        return Double(given[index]) + 0.25 * (w > 0 ? 1 : w < 0 ? -1 : 0) + 2 * w
      })
    #expect(passes.allFinite(y, count: count))
    for broken in [Float.nan, .infinity, -.infinity] {
      y[count - 1] = broken
      #expect(!passes.allFinite(y, count: count))
      #expect(passes.allFinite(y, count: count - 1))
    }
  }
}

@Test(arguments: everyPasses)
func `dropout draws the same mask on every instruction set, at the asked rate`(_ passes: VectorPasses) {
  let count = 20_003
  let input = [Float](repeating: 2, count: count)
  var (output, mask) = (input, input)
  passes.dropout(&output, input: input, mask: &mask, count: count, key: 0x1234_5678_9abc, rate: 0.25)
  let dropped = mask.filter { $0 == 0 }.count
  #expect(mask.allSatisfy { $0 == 0 || abs($0 - 4 / 3) < 1e-6 })
  #expect(zip(output, mask).allSatisfy { $0 == 2 * $1 })
  // Standard deviation 61; four of them.
  #expect(abs(dropped - count / 4) < 245)
  var baseline = mask
  VectorPasses(.baseline).dropout(
    &output, input: input, mask: &baseline, count: count, key: 0x1234_5678_9abc, rate: 0.25)
  #expect(mask == baseline)
  VectorPasses(.baseline).dropout(
    &output, input: input, mask: &baseline, count: count, key: 0x1234_5678_9abd, rate: 0.25)
  let same = zip(mask, baseline).filter { $0 == $1 }.count
  #expect(abs(same - count * 5 / 8) < 280)  // 0.75² + 0.25² of independent masks agree
}

// Two steps of Adam and of momentum by hand, in double precision.
@Test(arguments: everyPasses)
func `optimiser steps follow their formulas`(_ passes: VectorPasses) {
  for count in [1, 17, 64] {
    var p = numbers(count, 17)
    let gradients = [numbers(count, 18), numbers(count, 19)]
    var (first, second) = ([Float](repeating: 0, count: count), [Float](repeating: 0, count: count))
    var (dp, dm, dv) = (p.map { Double($0) }, first.map { Double($0) }, second.map { Double($0) })
    for (index, g) in gradients.enumerated() {
      let t = Double(index + 1)
      passes.adam(
        &p, gradients: g, first: &first, second: &second, count: count,
        step: AdamStep(number: index + 1, learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-7))
      for k in 0..<count {
        dm[k] = 0.9 * dm[k] + 0.1 * Double(g[k])
        dv[k] = 0.999 * dv[k] + 0.001 * Double(g[k]) * Double(g[k])
        dp[k] -= 0.1 * dm[k] / (1 - pow(0.9, t)) / ((dv[k] / (1 - pow(0.999, t))).squareRoot() + 1e-7)
      }
    }
    expectClose(p, dp)
    expectClose(second, dv)
    p = numbers(count, 17)
    dp = p.map { Double($0) }
    first = [Float](repeating: 0, count: count)
    dm = first.map { Double($0) }
    for g in gradients {
      passes.momentum(&p, gradients: g, velocity: &first, count: count, rate: 0.1, momentum: 0.9)
      for k in 0..<count {
        dm[k] = 0.9 * dm[k] + Double(g[k])
        dp[k] -= 0.1 * dm[k]
      }
    }
    expectClose(p, dp)
  }
}
