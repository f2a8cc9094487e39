import Foundation
import Kernels
import Testing

/// Plain softmax of scale × row over the keys that `sees` lets through, 0 elsewhere.
private func softmax(_ row: ArraySlice<Double>, scale: Double, sees: (Int) -> Bool) -> [Double] {
  let powers = row.enumerated().map { sees($0) ? exp(scale * $1) : 0 }
  let sum = powers.reduce(0, +)
  return powers.map { sum > 0 ? $0 / sum : 0 }
}

@Test(arguments: everyPasses)
func `a masked softmax looks at what it may, at every width`(_ passes: VectorPasses) {
  for (queries, keys) in [(1, 1), (3, 2), (4, 7), (9, 9), (20, 17), (5, 40)] {
    for (isMasked, isCausal) in [(false, false), (true, false), (false, true), (true, true)] {
      let z = Buffer(passes, numbers(queries * keys, 1, 4))
      let given = z.values
      let mask = Buffer(passes, (0..<keys).map { $0 % 3 == 1 ? 1 : 0 })
      passes.maskedSoftmax(
        z.start, mask: isMasked ? mask.start : nil, queries: queries, keys: keys, scale: 0.7,
        isCausal: isCausal)
      let expected = (0..<queries).flatMap { query in
        softmax(given[query * keys..<(query + 1) * keys], scale: 0.7) { key in
          (!isMasked || key % 3 == 1) && (!isCausal || key <= query)
        }
      }
      expectClose(z, expected, "masked \(isMasked), causal \(isCausal)", roundings: 32)
      for (value, reference) in zip(z.values, expected) where reference == 0 { #expect(value == 0) }
      #expect(z.isIntact)
    }
  }
}

@Test(arguments: everyPasses)
func `embedding takes rows, and its gradient gives them back, at every width`(_ passes: VectorPasses) {
  let tokens: [Double] = [2, 0, 4, 2, 5, -1, 1.5, 3, 2]
  for columns in lengths where columns > 0 {
    let table = Buffer(passes, numbers(5 * columns, 1))
    let given = Buffer(passes, tokens)
    let output = Buffer(passes, count: tokens.count * columns)
    passes.embed(
      output.start, table: table.start, tokens: given.start, positions: tokens.count, columns: columns,
      vocabulary: 5, padding: 3)
    for (position, token) in tokens.enumerated() {
      for column in 0..<columns {
        let value = output[position * columns + column]
        switch token {
        case 3: #expect(value == 0)
        case 0, 2, 4: #expect(value == table[Int(token) * columns + column])
        default: #expect(value.isNaN)
        }
      }
    }
    #expect(output.isIntact)

    let g = Buffer(passes, numbers(tokens.count * columns, 2))
    let sums = Buffer(passes, [Double](repeating: 0, count: 5 * columns))
    passes.embedGradient(
      sums.start, g.start, tokens: given.start, positions: tokens.count, columns: columns,
      stride: columns, vocabulary: 5, padding: 3)
    let expected = (0..<5 * columns).map { index in
      tokens.indices.reduce(0.0) {
        let isOwn = index / columns != 3 && tokens[$1] == Double(index / columns)
        return $0 + (isOwn ? g[$1 * columns + index % columns] : 0)
      }
    }
    expectClose(sums, expected, "gradient of a table", roundings: 4)
    #expect(sums.isIntact)
  }
}

@Test(arguments: everyPasses)
func `masked sums and their spreading count what the mask counts`(_ passes: VectorPasses) {
  let marks: [Double] = [1, 0, 1, 1, 0, 1]
  for columns in lengths where columns > 0 {
    let x = Buffer(passes, numbers(6 * columns, 1))
    let mask = Buffer(passes, marks)
    for isMasked in [false, true] {
      let sum = Buffer(passes, count: columns)
      passes.maskedSum(
        sum.start, x.start, mask: isMasked ? mask.start : nil, positions: 6, columns: columns, scale: 0.25)
      let counted = marks.indices.filter { !isMasked || marks[$0] == 1 }
      let expected = (0..<columns).map { column in
        counted.reduce(0.0) { $0 + 0.25 * x[$1 * columns + column] }
      }
      expectClose(sum, expected, "sum", roundings: 8)
      let spread = Buffer(passes, count: 6 * columns)
      passes.maskedSpread(
        spread.start, sum.start, mask: isMasked ? mask.start : nil, positions: 6, columns: columns,
        scale: 2)
      let row = sum.values
      expectClose(
        spread,
        (0..<6 * columns).map { counted.contains($0 / columns) ? 2 * row[$0 % columns] : 0 }, "spread",
        roundings: 1)
      #expect(sum.isIntact && spread.isIntact)
    }
  }
}
