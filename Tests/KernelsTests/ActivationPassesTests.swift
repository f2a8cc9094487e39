import Foundation
import Kernels
import Testing

private func exact(_ activation: ElementwiseActivation, _ z: Double) -> Double {
  switch activation {
  case .identity: z
  case .relu: max(z, 0)
  case .sigmoid: 1 / (1 + exp(-z))
  case .tanh: tanh(z)
  case .silu: z / (1 + exp(-z))
  case .gelu: z * 0.5 * erfc(-z / 2.0.squareRoot())
  case .geluTanh: z * 0.5 * (1 + tanh((2 / Double.pi).squareRoot() * (z + 0.044715 * z * z * z)))
  case .leakyReLU: z < 0 ? 0.01 * z : z
  }
}

/// The slope by differences of fourth order, which lose only what the fifth derivative is large.
private func slope(_ activation: ElementwiseActivation, _ z: Double) -> Double {
  func value(_ shift: Double) -> Double { exact(activation, z + shift) }
  let h = 1e-3
  return (8 * (value(h) - value(-h)) - (value(2 * h) - value(-2 * h))) / (12 * h)
}

/// Numbers over ±6, none of them near the bend that some activations have at 0.
private func sums(_ count: Int, _ seed: UInt64) -> [Double] {
  numbers(count, seed, 6).map { abs($0) < 0.01 ? 0.01 : $0 }
}

/// Roundings of the polynomials: the float's error function is right to 2e-7 only.
private func allowance(_ passes: VectorPasses) -> Double { passes.precision == .single ? 8 : 16 }

@Test(arguments: everyPasses, ElementwiseActivation.allCases)
func `activations and their gradients at every length`(
  _ passes: VectorPasses, _ activation: ElementwiseActivation
) {
  for count in lengths {
    let z = Buffer(passes, sums(count, 1))
    let given = z.values
    let kept = Buffer(passes, count: count)
    passes.biasActivate(activation, z.start, bias: nil, keepingSums: kept.start, rows: count, columns: 1)
    expectClose(z, given.map { exact(activation, $0) }, "\(activation)", roundings: allowance(passes))
    #expect(kept.values == given && kept.isIntact)

    let g = Buffer(passes, numbers(count, 2))
    let slopes = zip(g.values, given).map { $0 * slope(activation, $1) }
    // The differences in double are right to about eleven digits.
    let roundings = passes.precision == .single ? 16 : 1e5
    let source = activation.needsSum ? kept : z
    let output = Buffer(passes, count: count)
    passes.activationGradient(activation, output.start, g.start, from: source.start, count: count)
    expectClose(output, slopes, "slope of \(activation)", roundings: roundings)
    passes.activationGradient(activation, g.start, g.start, from: source.start, count: count)
    #expect(g.bytes == output.bytes && g.isIntact)
  }
}

private let tables: [(rows: Int, columns: Int, gap: Int)] = [
  (1, 1, 0), (7, 1, 0), (40, 1, 0), (9, 1, 3), (3, 2, 14), (5, 17, 15), (2, 33, 0), (4, 16, 0), (11, 40, 1),
]

@Test(arguments: everyPasses, ElementwiseActivation.allCases)
func `a bias goes to every row, and its gradient is the sum of the rows`(
  _ passes: VectorPasses, _ activation: ElementwiseActivation
) {
  for (rows, columns, gap) in tables {
    let bias = Buffer(passes, numbers(columns, 3, 1))
    let z = Buffer(passes, sums(rows * columns, 4))
    let total = z.values.indices.map { z[$0] + bias[$0 % columns] }
    let kept = Buffer(passes, count: rows * columns)
    passes.biasActivate(
      activation, z.start, bias: bias.start, keepingSums: kept.start, rows: rows, columns: columns)
    expectClose(kept, total, "sums", roundings: 1, scale: 8)
    expectClose(z, kept.values.map { exact(activation, $0) }, "\(activation)", roundings: allowance(passes))

    // The gradient's rows may lie apart; what is between them stays as it is.
    let stride = columns + gap
    let before = numbers(rows * stride, 5)
    let g = Buffer(passes, before)
    let source = Buffer(
      passes, sums(rows * stride, 6).map { activation.needsSum ? $0 : exact(activation, $0) })
    let each = Buffer(passes, count: rows * stride)
    passes.activationGradient(activation, each.start, g.start, from: source.start, count: rows * stride)
    let untouched = g.values
    let columnSums = Buffer(passes, count: columns)
    passes.activationGradient(
      activation, g.start, from: source.start, columnSums: columnSums.start, rows: rows, columns: columns,
      stride: stride)
    #expect(
      g.values == untouched.indices.map { $0 % stride < columns ? each[$0] : untouched[$0] } && g.isIntact)
    let expected = (0..<columns).map { column in
      (0..<rows).reduce(0.0) { $0 + g[$1 * stride + column] }
    }
    expectClose(columnSums, expected, "column sums", roundings: 8, scale: 10)
  }
}

@Test(arguments: everyPasses, ElementwiseActivation.allCases)
func `activations hold far out, at zero and for what is not a number`(
  _ passes: VectorPasses, _ activation: ElementwiseActivation
) {
  let ends: [Double] = [-1e30, -1000, -100, -30, -1e-4, 0, 1e-4, 30, 100, 1000, 1e30]
  let z = Buffer(passes, ends)
  let given = z.values
  passes.biasActivate(activation, z.start, bias: nil, rows: ends.count, columns: 1)
  expectClose(z, given.map { exact(activation, $0) }, "\(activation)", roundings: 8, scale: 1e-2)
  if activation == .tanh || activation == .identity { #expect(abs(z[6] / given[6] - 1) < 1e-6) }
  let g = Buffer(passes, [Double](repeating: 1, count: ends.count))
  let source = activation.needsSum ? Buffer(passes, ends) : z
  passes.activationGradient(activation, g.start, g.start, from: source.start, count: ends.count)
  let slopes = given.map { z -> Double in
    switch activation {
    case .relu: z > 0 ? 1 : 0
    case .leakyReLU: z > 0 ? 1 : 0.01
    // Beyond ±30 every one of the others is a straight line to all digits of a double.
    default: abs(z) > 29 ? (exact(activation, 2 * z) - exact(activation, z)) / z : slope(activation, z)
    }
  }
  expectClose(g, slopes, "slope of \(activation)", roundings: passes.precision == .single ? 8 : 1e5)

  for count in [1, 3, 4, 17] {
    let broken = Buffer(passes, [Double](repeating: .nan, count: count))
    passes.biasActivate(activation, broken.start, bias: nil, rows: count, columns: 1)
    let slopes = Buffer(passes, [Double](repeating: .nan, count: count))
    let values = Buffer(passes, numbers(count, 7))
    passes.activationGradient(activation, slopes.start, slopes.start, from: values.start, count: count)
    #expect(broken.values.allSatisfy { $0.isNaN } && slopes.values.allSatisfy { $0.isNaN })
  }
}

@Test(arguments: everyPasses)
func `softmax and its gradient at every width`(_ passes: VectorPasses) {
  for columns in lengths where columns > 0 {
    for (rows, scale, causal) in [(3, 1.0, nil), (5, 0.25, nil), (7, 0.5, 3)] as [(Int, Double, Int?)] {
      let z = Buffer(passes, numbers(rows * columns, 8, 20))
      let given = z.values
      passes.softmax(z.start, rows: rows, columns: columns, scale: Float(scale), causalRows: causal)
      var expected = [Double](repeating: 0, count: rows * columns)
      for row in 0..<rows {
        let seen = causal.map { min(row % $0 + 1, columns) } ?? columns
        let places = row * columns..<row * columns + seen
        let total = places.reduce(0.0) { $0 + exp(scale * given[$1]) }
        for place in places { expected[place] = exp(scale * given[place]) / total }
      }
      expectClose(z, expected, "softmax", roundings: 16)

      let g = Buffer(passes, numbers(rows * columns, 9))
      let incoming = g.values
      let p = z.values
      passes.softmaxGradient(g.start, p: z.start, rows: rows, columns: columns, scale: Float(scale))
      // The whole Jacobian: ∂pⱼ/∂zᵢ = scale · pⱼ ([i = j] − pᵢ).
      let slopes = p.indices.map { place -> Double in
        let start = place / columns * columns
        return (start..<start + columns).reduce(0.0) {
          $0 + incoming[$1] * scale * p[$1] * ((place == $1 ? 1 : 0) - p[place])
        }
      }
      expectClose(g, slopes, "gradient of softmax", roundings: 16)
    }
  }
}

@Test(arguments: everyPasses)
func `softmax holds far out and lets nothing that is not a number pass for one`(_ passes: VectorPasses) {
  let z = Buffer(passes, [1e30, -1e30, 0, 100, -100, 0, 1e30, 1e30, -1e30])
  passes.softmax(z.start, rows: 3, columns: 3)
  expectClose(z, [1, 0, 0, 1, exp(-200), exp(-100), 0.5, 0.5, 0], "softmax", roundings: 4)
  for columns in [1, 2, 5, 16, 33] {
    for broken in 0..<columns {
      let row = Buffer(passes, numbers(columns, 10))
      passes.write(.nan, to: row.start, at: broken)
      passes.softmax(row.start, rows: 1, columns: columns)
      #expect(row.values.allSatisfy { $0.isNaN })
    }
  }
}
