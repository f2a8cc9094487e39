import Kernels
import Testing

private let key: UInt64 = 0x1234_5678_9abc_def0

/// Dropout of ones: the mask.
private func mask(_ passes: VectorPasses, _ count: Int, first: Int = 0, key: UInt64 = key, rate: Double)
  -> Buffer
{
  let ones = Buffer(passes, count: count, filled: 1)
  let output = Buffer(passes, count: count)
  passes.dropout(output.start, input: ones.start, count: count, first: first, key: key, rate: rate)
  #expect(output.isIntact)
  return output
}

@Test(arguments: everyPasses)
func `dropout sets the asked share to zero and scales the rest`(_ passes: VectorPasses) {
  let count = 20_003
  for rate in [0, 0.1, 0.25, 0.5, 0.9, 1 - 0x1p-53] {
    let drawn = mask(passes, count, rate: rate).values
    #expect(drawn.allSatisfy { $0 == 0 || abs($0 * (1 - rate) - 1) <= passes.rounding })
    let dropped = Double(drawn.filter { $0 == 0 }.count)
    // Within four standard deviations of the binomial.
    let spread = (Double(count) * rate * (1 - rate)).squareRoot()
    #expect(abs(dropped - rate * Double(count)) <= 4 * spread + 1e-9, "\(rate)")
  }
}

@Test(arguments: everyPasses)
func `the mask is a function of key and position on every instruction set`(_ passes: VectorPasses) {
  func kept(_ buffer: Buffer) -> [Bool] { buffer.values.map { $0 != 0 } }
  let whole = kept(mask(passes, 1_000, rate: 0.3))
  #expect(whole == kept(mask(VectorPasses(.baseline), 1_000, rate: 0.3)))
  for (first, count) in [(0, 1), (1, 40), (17, 333), (999, 1)] {
    #expect(kept(mask(passes, count, first: first, rate: 0.3)) == Array(whole[first..<first + count]))
  }
  // Both halves of the key count, and masks of neighbouring keys or of shifted positions agree as often
  // as independent ones do: 0.3² + 0.7² = 0.58 of 1,000, with a standard deviation of 16.
  for other in [
    mask(passes, 1_000, key: key + 1, rate: 0.3), mask(passes, 1_000, key: key ^ 1 << 40, rate: 0.3),
    mask(passes, 1_000, first: 1_000, rate: 0.3), mask(passes, 1_000, first: 1, rate: 0.3),
  ] {
    let agreeing = zip(whole, kept(other)).filter { $0 == $1 }.count
    #expect(abs(agreeing - 580) < 64)
  }
}

@Test(arguments: everyPasses)
func `the same call takes a gradient back through the mask, also in place`(_ passes: VectorPasses) {
  for count in lengths {
    let drawn = mask(passes, count, first: 5, rate: 0.4)
    let g = Buffer(passes, numbers(count, 1))
    let expected = zip(g.values, drawn.values).map { $0 * $1 }
    passes.dropout(g.start, input: g.start, count: count, first: 5, key: key, rate: 0.4)
    expectClose(g, expected, "gradient", roundings: 1, scale: 5)
  }
}

@Test(arguments: everyPasses)
func `noise has mean 0 and the asked deviation, and is the same on every instruction set`(
  _ passes: VectorPasses
) {
  let count = 40_000
  func noise(_ passes: VectorPasses, _ count: Int, key: UInt64 = key, deviation: Double = 2) -> [Double] {
    let x = Buffer(passes, count: count, filled: 0)
    passes.addNoise(x.start, count: count, key: key, deviation: deviation)
    #expect(x.isIntact)
    return x.values
  }
  let drawn = noise(passes, count)
  let mean = drawn.reduce(0, +) / Double(count)
  let variance = drawn.reduce(0) { $0 + $1 * $1 } / Double(count)
  // Deviation 2: the mean has a standard error of 0.01, the variance one of 4 · √(1.7 / 40,000) = 0.026.
  #expect(abs(mean) < 0.04 && abs(variance - 4) < 0.11)
  #expect(drawn.allSatisfy { abs($0) < 2 * 3.47 })
  let within = drawn.filter { abs($0) < 2 }.count
  // 0.683 of a normal distribution; 0.668 of the sum of four even ones. Standard deviation 94.
  #expect(abs(within - 26_700) < 500)
  for (a, b) in zip(drawn, noise(VectorPasses(.baseline), 1_000)) { #expect(abs(a - b) < 1e-6) }
  #expect(noise(passes, 100, key: key + 1) != Array(drawn.prefix(100)))
  #expect(noise(passes, 33, deviation: 0).allSatisfy { $0 == 0 })
}
