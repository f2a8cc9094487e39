import Kernels
import Testing

private let tables = [(1, 1), (3, 2), (4, 7), (9, 16), (5, 33), (150, 5), (2, 70)]

@Test(arguments: everyPasses)
func `rows are normalised at every width, alone and as sums`(_ passes: VectorPasses) {
  for (rows, columns) in tables {
    for (isSum, centres) in [(false, true), (true, true), (false, false), (true, false)] {
      let x = Buffer(passes, numbers(rows * columns, 1, 3))
      let other = Buffer(passes, numbers(rows * columns, 2, 3))
      let (gain, bias) = (Buffer(passes, numbers(columns, 3)), Buffer(passes, numbers(columns, 4)))
      let y = Buffer(passes, count: rows * columns)
      let sum = Buffer(passes, count: rows * columns)
      let statistics = Buffer(passes, count: 2 * rows)
      passes.normaliseRows(
        y.start, x.start, adding: isSum ? other.start : nil, into: isSum ? sum.start : nil,
        gain: gain.start, bias: centres ? bias.start : nil, statistics: statistics.start, rows: rows,
        columns: columns, epsilon: 0.5, centres: centres)
      let values = isSum ? zip(x.values, other.values).map { $0 + $1 } : x.values
      var (expected, marks): ([Double], [Double]) = ([], [])
      for row in 0..<rows {
        let own = values[row * columns..<(row + 1) * columns]
        let mean = centres ? own.reduce(0, +) / Double(columns) : 0
        let variance = own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(columns)
        let scale = 1 / (variance + 0.5).squareRoot()
        expected += own.enumerated().map { ($1 - mean) * scale * gain[$0] + (centres ? bias[$0] : 0) }
        marks += [mean, scale]
      }
      expectClose(y, expected, "rows", roundings: 32)
      expectClose(statistics, marks, "statistics", roundings: 32)
      if isSum { expectClose(sum, values, "sums", roundings: 1) }
      #expect(y.isIntact && statistics.isIntact && sum.isIntact)
    }
  }
}

@Test(arguments: everyPasses)
func `the gradient of normalised rows is the plain formula's`(_ passes: VectorPasses) {
  for (rows, columns) in tables {
    for centres in [true, false] {
      let x = Buffer(passes, numbers(rows * columns, 1, 3))
      let g = Buffer(passes, numbers(rows * columns, 2))
      let gain = Buffer(passes, numbers(columns, 3))
      let statistics = Buffer(passes, (0..<rows).flatMap { [centres ? 0.25 : 0, 0.5 + Double($0 % 4) / 8] })
      let (dx, also) = (Buffer(passes, count: rows * columns), Buffer(passes, count: rows * columns))
      let (slopes, shifts) = (Buffer(passes, count: columns), Buffer(passes, count: columns))
      passes.normaliseRowsGradient(
        g.start, x: x.start, gain: gain.start, statistics: statistics.start, dx: dx.start,
        otherDx: also.start, gainSums: slopes.start, biasSums: shifts.start, rows: rows, columns: columns,
        centres: centres)
      var expected: [Double] = []
      var (gains, biases) = ([Double](repeating: 0, count: columns), [Double](repeating: 0, count: columns))
      for row in 0..<rows {
        let (mean, scale) = (statistics[2 * row], statistics[2 * row + 1])
        let normal = (0..<columns).map { (x[row * columns + $0] - mean) * scale }
        let d = (0..<columns).map { g[row * columns + $0] * gain[$0] }
        let along = zip(d, normal).reduce(0) { $0 + $1.0 * $1.1 } / Double(columns)
        let across = centres ? d.reduce(0, +) / Double(columns) : 0
        expected += zip(d, normal).map { ($0 - across - $1 * along) * scale }
        for column in 0..<columns {
          gains[column] += g[row * columns + column] * normal[column]
          biases[column] += g[row * columns + column]
        }
      }
      expectClose(dx, expected, "dx", roundings: 32)
      #expect(also.bytes == dx.bytes)
      expectClose(slopes, gains, "gains", roundings: 200)
      expectClose(shifts, biases, "biases", roundings: 200)
      #expect(dx.isIntact && also.isIntact && slopes.isIntact && shifts.isIntact)
    }
  }
}

@Test(arguments: everyPasses)
func `columns are normalised, summed and differentiated at every width`(_ passes: VectorPasses) {
  for (rows, columns) in tables {
    let x = Buffer(passes, numbers(rows * columns, 1, 3))
    let g = Buffer(passes, numbers(rows * columns, 2))
    let (mean, scale) = (Buffer(passes, numbers(columns, 3)), Buffer(passes, numbers(columns, 4)))
    let (gain, bias) = (Buffer(passes, numbers(columns, 5)), Buffer(passes, numbers(columns, 6)))
    let (sums, squares) = (Buffer(passes, count: columns), Buffer(passes, count: columns))
    passes.shiftedSums(
      x.start, centre: nil, into: sums.start, rows: rows, columns: columns, squared: false)
    passes.shiftedSums(
      x.start, centre: mean.start, into: squares.start, rows: rows, columns: columns, squared: true)
    func columnSum(_ value: (_ index: Int, _ column: Int) -> Double) -> [Double] {
      (0..<columns).map { column in
        (0..<rows).reduce(0) { $0 + value($1 * columns + column, column) }
      }
    }
    expectClose(sums, columnSum { index, _ in x[index] }, "sums", roundings: 200)
    expectClose(
      squares, columnSum { index, column in (x[index] - mean[column]) * (x[index] - mean[column]) },
      "squares", roundings: 200)

    let y = Buffer(passes, count: rows * columns)
    passes.normaliseColumns(
      y.start, x.start, mean: mean.start, factor: scale.start, bias: bias.start, rows: rows,
      columns: columns)
    func each(_ value: (_ index: Int, _ column: Int) -> Double) -> [Double] {
      (0..<rows * columns).map { value($0, $0 % columns) }
    }
    expectClose(
      y, each { index, column in (x[index] - mean[column]) * scale[column] + bias[column] }, "columns",
      roundings: 8)

    let (slopes, shifts) = (Buffer(passes, count: columns), Buffer(passes, count: columns))
    passes.normaliseColumnsSums(
      g.start, x: x.start, mean: mean.start, scale: scale.start, gainSums: slopes.start,
      biasSums: shifts.start, rows: rows, columns: columns)
    expectClose(
      slopes, columnSum { index, column in g[index] * (x[index] - mean[column]) * scale[column] },
      "gains", roundings: 200)
    expectClose(shifts, columnSum { index, _ in g[index] }, "biases", roundings: 200)

    for isFixed in [false, true] {
      let dx = Buffer(passes, count: rows * columns)
      passes.normaliseColumnsGradient(
        dx.start, g.start, x: x.start, mean: mean.start, scale: scale.start, gain: gain.start,
        gainMean: isFixed ? nil : slopes.start, biasMean: isFixed ? nil : shifts.start, rows: rows,
        columns: columns)
      let expected = each { index, column in
        let normal = (x[index] - mean[column]) * scale[column]
        let change = isFixed ? 0 : shifts[column] + normal * slopes[column]
        return gain[column] * scale[column] * (g[index] - change)
      }
      expectClose(dx, expected, "dx", roundings: 64)
      #expect(dx.isIntact)
    }
    #expect(y.isIntact && sums.isIntact && squares.isIntact && slopes.isIntact && shifts.isIntact)
  }
}
