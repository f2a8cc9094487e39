import Kernels
import Testing

// The first numbers of xoshiro256** after SplitMix64, from an independent program in Python's whole numbers.
@Test func `the sequence is that of xoshiro256**`() {
  var generator = SeededGenerator(seed: 42)
  #expect(
    (0..<4).map { _ in generator.next() } == [
      0x1578_0b2e_0c2e_c716, 0x6104_d986_6d11_3a7e, 0xae17_5332_39e4_99a1, 0xecb8_ad47_03b3_60a1,
    ])
  var zero = SeededGenerator(seed: 0)
  #expect((0..<2).map { _ in zero.next() } == [0x99ec_5f36_cb75_f2b4, 0xbf6e_1f78_4956_452a])
}

@Test func `purposes under one seed have sequences of their own`() {
  var first = SeededGenerator(seed: 7, purpose: "batch order")
  var second = SeededGenerator(seed: 7, purpose: "dropout")
  var again = SeededGenerator(seed: 7, purpose: "batch order")
  let drawn = first.next()
  #expect(drawn != second.next())
  #expect(drawn == again.next())
}

@Test func `even, bounded and normal draws have their means and spreads`() {
  var generator = SeededGenerator(seed: 3)
  let count = 40_000
  let even = (0..<count).map { _ in generator.uniform() }
  #expect(even.allSatisfy { $0 >= 0 && $0 < 1 })
  // Standard error 0.289 / 200 = 0.0014; four of them.
  #expect(abs(even.reduce(0, +) / Double(count) - 0.5) < 0.006)
  let normal = (0..<count).map { _ in generator.normal(mean: 2, standardDeviation: 3) }
  let mean = normal.reduce(0, +) / Double(count)
  let variance = normal.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
  #expect(abs(mean - 2) < 0.06)
  #expect(abs(variance.squareRoot() - 3) < 0.05)
  var faces = [Int](repeating: 0, count: 6)
  for _ in 0..<count { faces[generator.index(below: 6)] += 1 }
  #expect(faces.allSatisfy { abs($0 - count / 6) < 330 })
}

@Test(arguments: [0, 1, 2, 50])
func `a shuffle keeps every item`(count: Int) {
  var generator = SeededGenerator(seed: 1)
  var items = Array(0..<count)
  generator.shuffle(&items)
  #expect(items.sorted() == Array(0..<count))
  if count == 50 { #expect(items != Array(0..<count)) }
}
