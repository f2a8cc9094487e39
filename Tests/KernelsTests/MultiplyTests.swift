import Kernels
import Testing

/// One, few and many of everything; beyond 256 inner values and 512 columns the product runs in blocks.
private let sizes: [(rows: Int, columns: Int, inner: Int)] = [
  (1, 1, 1), (1, 1, 40), (1, 1, 300), (7, 1, 5), (40, 1, 9), (33, 1, 513), (1, 9, 3), (1, 70, 300),
  (5, 40, 1), (2, 3, 4), (6, 16, 8), (13, 31, 15), (14, 32, 16), (15, 33, 17), (17, 5, 33), (29, 65, 257),
  (31, 7, 256), (129, 20, 10), (130, 2, 300), (3, 513, 40), (5, 600, 70), (9, 530, 520), (32, 128, 30),
]

/// A matrix of whole numbers in rows or, transposed, in columns; its rows in memory lie `gap` too far apart.
private struct Matrix {
  let buffer: Buffer
  let view: MatrixView
  let at: (Int, Int) -> Double

  init(_ passes: VectorPasses, _ rows: Int, _ columns: Int, transposed: Bool, gap: Int, seed: UInt64) {
    let stride = (transposed ? rows : columns) + gap
    let stored = wholes((transposed ? columns : rows) * stride, seed)
    buffer = Buffer(passes, stored)
    let plain = MatrixView(buffer.start, rowStride: stride)
    view = transposed ? plain.transposed : plain
    at = { row, column in transposed ? stored[column * stride + row] : stored[row * stride + column] }
  }
}

/// A B by two loops, [rows][columns].
private func product(_ size: (rows: Int, columns: Int, inner: Int), _ a: Matrix, _ b: Matrix) -> [Double] {
  (0..<size.rows * size.columns).map { place in
    (0..<size.inner).reduce(0.0) { sum, k in
      sum + a.at(place / size.columns, k) * b.at(k, place % size.columns)
    }
  }
}

@Test(arguments: everyPasses, [(false, false), (true, false), (false, true), (true, true)])
func `products are the sums they stand for, transposed or not`(
  _ passes: VectorPasses, _ transposed: (a: Bool, b: Bool)
) {
  for size in sizes {
    for gap in [0, 3] {
      let a = Matrix(passes, size.rows, size.inner, transposed: transposed.a, gap: gap, seed: 1)
      let b = Matrix(passes, size.inner, size.columns, transposed: transposed.b, gap: gap, seed: 2)
      let bias = Buffer(passes, wholes(size.columns, 3))
      let sums = product(size, a, b)
      let stride = size.columns + gap
      let before = wholes(size.rows * stride, 4)
      for ending in 0..<8 {
        let (biased, adding, relu) = (ending & 1 > 0, ending & 2 > 0, ending & 4 > 0)
        let c = Buffer(passes, before)
        passes.multiply(
          rows: size.rows, columns: size.columns, inner: size.inner, a.view, b.view, into: c.start,
          stride: stride, bias: biased ? bias.start : nil, adding: adding, thenReLU: relu)
        let expected = before.indices.map { place -> Double in
          let (row, column) = (place / stride, place % stride)
          if column >= size.columns { return before[place] }
          let sum =
            sums[row * size.columns + column] + (biased ? bias[column] : 0) + (adding ? before[place] : 0)
          return relu ? max(sum, 0) : sum
        }
        #expect(c.values == expected, "\(size), gap \(gap), ending \(ending)")
        #expect(c.isIntact, "\(size), gap \(gap), ending \(ending)")
      }
    }
  }
}

@Test(arguments: everyPasses, [(false, false), (true, false), (false, true), (true, true)])
func `any part of a product has the bytes it has in the whole`(
  _ passes: VectorPasses, _ transposed: (a: Bool, b: Bool)
) {
  for (rows, columns, inner) in [(40, 70, 30), (150, 40, 90), (30, 600, 100), (20, 40, 300), (5, 3, 700)] {
    let a = Buffer(passes, numbers(rows * inner, 6))
    let b = Buffer(passes, numbers(inner * columns, 7))
    let bias = Buffer(passes, numbers(columns, 8))
    func multiply(_ c: Buffer, _ firstRow: Int, _ rowCount: Int, _ firstColumn: Int, _ columnCount: Int) {
      let aView =
        transposed.a
        ? MatrixView(passes.place(a.start, firstRow), rowStride: rows).transposed
        : MatrixView(passes.place(a.start, firstRow * inner), rowStride: inner)
      let bView =
        transposed.b
        ? MatrixView(passes.place(b.start, firstColumn * inner), rowStride: inner).transposed
        : MatrixView(passes.place(b.start, firstColumn), rowStride: columns)
      passes.multiply(
        rows: rowCount, columns: columnCount, inner: inner, aView, bView,
        into: passes.place(c.start, firstRow * columns + firstColumn), stride: columns,
        bias: passes.place(bias.start, firstColumn))
    }
    let whole = Buffer(passes, count: rows * columns)
    multiply(whole, 0, rows, 0, columns)
    for width in [1, 2, columns / 2 + 1, columns] {
      for height in [1, rows / 3 + 1, rows] {
        let parts = Buffer(passes, count: rows * columns)
        for row in stride(from: 0, to: rows, by: height) {
          for column in stride(from: 0, to: columns, by: width) {
            multiply(parts, row, min(height, rows - row), column, min(width, columns - column))
          }
        }
        #expect(
          parts.bytes == whole.bytes, "\((rows, columns, inner)) in parts of \(height) by \(width)")
      }
    }
  }
}

/// Large enough to be divided; 193 columns leave the third of three threads a single one.
private let shared: [(rows: Int, columns: Int, inner: Int)] = [
  (64, 193, 128), (193, 64, 128), (700, 90, 30), (20, 700, 100), (65, 129, 300), (1030, 1, 1000),
  (1, 1030, 1000), (300, 80, 60),
]

@Test(arguments: everyPasses, [(false, false), (true, false), (false, true), (true, true)])
func `products have the same bytes on one, two and three threads`(
  _ passes: VectorPasses, _ transposed: (a: Bool, b: Bool)
) {
  let pools = [1, 2, 3].map { WorkerPool(threads: $0) }
  for (rows, columns, inner) in shared {
    let a = Buffer(passes, numbers(rows * inner, 9))
    let b = Buffer(passes, numbers(inner * columns, 10))
    let bias = Buffer(passes, numbers(columns, 11))
    let results = pools.map { pool in
      let c = Buffer(passes, count: rows * columns)
      passes.multiply(
        rows: rows, columns: columns, inner: inner,
        transposed.a
          ? MatrixView(a.start, rowStride: rows).transposed : MatrixView(a.start, rowStride: inner),
        transposed.b
          ? MatrixView(b.start, rowStride: inner).transposed : MatrixView(b.start, rowStride: columns),
        into: c.start, stride: columns, bias: bias.start, pool: pool)
      #expect(c.isIntact)
      return c.bytes
    }
    #expect(results[1] == results[0] && results[2] == results[0], "\((rows, columns, inner))")
  }
}

/// The gradient of one unit's weights over very many rows: a single column, and A transposed.
@Test(arguments: everyPasses)
func `a single column is summed over any number of rows`(_ passes: VectorPasses) {
  for (inputs, rows) in [(3, 20_000), (17, 20_000), (40, 4_209)] {
    let (x, delta) = (wholes(inputs * rows, 12), wholes(rows, 13))
    let (a, b) = (Buffer(passes, x), Buffer(passes, delta))
    let c = Buffer(passes, count: inputs)
    passes.multiply(
      rows: inputs, columns: 1, inner: rows, MatrixView(a.start, rowStride: inputs).transposed,
      MatrixView(b.start, rowStride: 1), into: c.start, stride: 1)
    let expected = (0..<inputs).map { input in
      (0..<rows).reduce(0.0) { $0 + x[$1 * inputs + input] * delta[$1] }
    }
    #expect(c.values == expected && c.isIntact, "\(inputs) inputs, \(rows) rows")
  }
}

@Test(arguments: everyPasses)
func `what is not a number spoils its own row and column, and no ReLU hides it`(_ passes: VectorPasses) {
  let (rows, columns, inner) = (20, 37, 19)
  let a = Buffer(passes, numbers(rows * inner, 14))
  let b = Buffer(passes, numbers(inner * columns, 15))
  passes.write(.nan, to: a.start, at: 7 * inner + 18)
  passes.write(.nan, to: b.start, at: 3 * columns + 36)
  let c = Buffer(passes, count: rows * columns)
  passes.multiply(
    rows: rows, columns: columns, inner: inner, MatrixView(a.start, rowStride: inner),
    MatrixView(b.start, rowStride: columns), into: c.start, stride: columns, thenReLU: true)
  for (place, value) in c.values.enumerated() {
    #expect(value.isNaN == (place / columns == 7 || place % columns == 36), "\(place)")
  }
}
