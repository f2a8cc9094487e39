import Kernels
import Testing

@Test(arguments: everyPasses)
func `sums, products and multiples value by value`(_ passes: VectorPasses) {
  for count in lengths {
    let (x, y) = (Buffer(passes, numbers(count, 1)), Buffer(passes, numbers(count, 2)))
    let (a, b) = (x.values, y.values)
    let output = Buffer(passes, count: count)
    passes.add(output.start, x.start, y.start, count: count)
    expectClose(output, zip(a, b).map { $0 + $1 }, "sum")
    passes.multiplyEach(output.start, x.start, y.start, count: count)
    expectClose(output, zip(a, b).map { $0 * $1 }, "product")
    // A factor that no float holds, so that it must be rounded to the precision only.
    passes.addScaled(y.start, x.start, count: count, factor: -0.3)
    expectClose(y, zip(a, b).map { $1 - 0.3 * $0 }, "added multiple")
    passes.scale(x.start, count: count, by: 0.7)
    expectClose(x, a.map { 0.7 * $0 }, "multiple")
    passes.fill(y.start, count: count, with: 0.1)
    expectClose(y, a.map { _ in 0.1 }, "filled")
    passes.copy(y.start, x.start, count: count)
    #expect(y.bytes == x.bytes && y.isIntact)
    let (m, n) = (Buffer(passes, a), Buffer(passes, b))
    passes.mix(m.start, n.start, count: count, share: 0.3)
    expectClose(m, zip(m.values.indices, a).map { 0.3 * $1 + 0.7 * b[$0] }, "mixed")
    expectClose(n, zip(n.values.indices, b).map { 0.3 * $1 + 0.7 * a[$0] }, "mixed")
  }
}

@Test(arguments: everyPasses)
func `sums of two vectors may be written over either of them`(_ passes: VectorPasses) {
  for count in [1, 5, 16, 35] {
    let (a, b) = (wholes(count, 3), wholes(count, 4))
    for first in [true, false] {
      let (x, y) = (Buffer(passes, a), Buffer(passes, b))
      passes.add((first ? x : y).start, x.start, y.start, count: count)
      #expect((first ? x : y).values == zip(a, b).map { $0 + $1 })
      let (s, t) = (Buffer(passes, a), Buffer(passes, b))
      passes.multiplyEach((first ? s : t).start, s.start, t.start, count: count)
      #expect((first ? s : t).values == zip(a, b).map { $0 * $1 })
    }
  }
}

@Test(arguments: everyPasses)
func `rows and columns of a table`(_ passes: VectorPasses) {
  for columns in lengths where columns > 0 {
    for (rows, gap) in [(1, 0), (2, 5), (9, 0), (70, 1)] {
      let stride = columns + gap
      let values = wholes(rows * stride, 5)
      let (x, sums) = (Buffer(passes, values), Buffer(passes, count: columns))
      passes.columnSums(x.start, into: sums.start, rows: rows, columns: columns, stride: stride)
      #expect(sums.isIntact)
      #expect(
        sums.values
          == (0..<columns).map { column in
            (0..<rows).reduce(0.0) { $0 + values[$1 * stride + column] }
          })
    }
    let (z, row) = (Buffer(passes, wholes(3 * columns, 6)), Buffer(passes, wholes(columns, 7)))
    let before = z.values
    passes.addToRows(z.start, row: row.start, rows: 3, columns: columns)
    #expect(z.values == before.indices.map { before[$0] + row[$0 % columns] } && z.isIntact)
  }
  // One column without gaps is summed in blocks of a vector.
  let (x, sum) = (Buffer(passes, wholes(1_003, 8)), Buffer(passes, count: 1))
  passes.columnSums(x.start, into: sum.start, rows: 1_003, columns: 1)
  #expect(sum[0] == x.values.reduce(0, +) && sum.isIntact)
}

@Test(arguments: everyPasses)
func `the sum of squares keeps its digits over long vectors`(_ passes: VectorPasses) {
  for count in lengths + [4_095, 4_096, 4_097, 100_000] {
    let x = Buffer(passes, numbers(count, 9))
    let expected = x.values.reduce(0) { $0 + $1 * $1 }
    let found = passes.sumOfSquares(x.start, count: count)
    #expect(abs(found - expected) <= 16 * passes.rounding * expected, "\(count)")
  }
  let broken = Buffer(passes, [1, 2, .nan, 4, 5])
  #expect(passes.sumOfSquares(broken.start, count: 5).isNaN)
  #expect(passes.sumOfSquares(broken.start, count: 2) == 5)
}

@Test(arguments: everyPasses)
func `the search for broken numbers finds one anywhere and looks no further`(_ passes: VectorPasses) {
  for count in lengths where count > 0 {
    let x = Buffer(passes, numbers(count, 10, 1e30))
    #expect(passes.allFinite(x.start, count: count))
    for place in 0..<count {
      for broken in [Double.nan, .infinity, -.infinity] {
        let kept = x[place]
        passes.write(broken, to: x.start, at: place)
        #expect(!passes.allFinite(x.start, count: count))
        #expect(passes.allFinite(x.start, count: place))
        passes.write(kept, to: x.start, at: place)
      }
    }
  }
}

@Test(arguments: everyPasses)
func `rows are gathered in any order, repeatedly and from a wider table`(_ passes: VectorPasses) {
  for (columns, stride) in [(1, 1), (3, 5), (16, 16), (30, 33), (300, 301)] {
    let table = (0..<20 * stride).map { Float($0) / 3 }
    let order = [3, 0, 19, 3, 7, 11, 2]
    let output = Buffer(passes, count: 4 * columns)
    passes.gather(
      output.start, from: table, order: order, rows: 4, ahead: 3, columns: columns, stride: stride)
    let expected = order.prefix(4).flatMap { row in
      (0..<columns).map { Double(table[row * stride + $0]) }
    }
    #expect(output.values == expected && output.isIntact)
  }
}

@Test(arguments: everyPasses)
func `floats go in and come out unchanged`(_ passes: VectorPasses) {
  for count in lengths {
    let floats = numbers(count, 11).map { Float($0) }
    let x = Buffer(passes, count: count)
    passes.load(x.start, from: floats, count: count)
    #expect(x.values == floats.map { Double($0) } && x.isIntact)
    var back = [Float](repeating: 9, count: count + 1)
    passes.unload(&back, from: x.start, count: count)
    #expect(back == floats + [9])
  }
}

@Test func `an instruction set that the processor lacks gives way to its best one`() {
  for set in InstructionSet.allCases {
    #expect(VectorPasses(set).instructionSet == min(set, .best))
  }
  #expect(VectorPasses().instructionSet == .best && VectorPasses().precision == .single)
}
