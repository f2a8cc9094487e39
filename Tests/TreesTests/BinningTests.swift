import Kernels
import Testing
import Trees

private func bins(
  _ values: [Float], _ kind: TreeColumn = .numeric(), most: Int = 255, minimumRows: Int = 1
) throws -> ColumnBins {
  let table = TreeTable(
    rows: values.count, columns: [kind], features: values,
    targets: [Float](repeating: 0, count: values.count))
  return try BinnedTable(table, BinningConfiguration(bins: most, minimumBinRows: minimumRows)).bins[0]
}

@Test func `few values get a bin each, bounded midway`() throws {
  #expect(try bins([4, 1, 2, 2, .nan]) == .numeric(bounds: [1.5, 3]))
  #expect(try bins([7, 7, 7]) == .numeric(bounds: []))
  #expect(try bins([.nan, .nan]) == .numeric(bounds: []))
  #expect(try bins([0, -0.0, 1]) == .numeric(bounds: [0.5]))
}

@Test func `infinite values are the largest finite ones`() throws {
  let most = Float.greatestFiniteMagnitude
  #expect(try bins([-.infinity, 0, .infinity]) == .numeric(bounds: [-most / 2, most / 2]))
}

@Test func `neighbouring floats part at the lower one`() throws {
  #expect(try bins([1, Float(1).nextUp]) == .numeric(bounds: [1]))
}

@Test func `bins with too few rows are joined`() throws {
  // 1 and 2 have one row each; together they are two.
  #expect(try bins([1, 2, 3, 3, 4, 4], minimumRows: 2) == .numeric(bounds: [2.5, 3.5]))
}

@Test func `many values share bins evenly`() throws {
  #expect(try bins((0..<100).map { Float($0) }, most: 4) == .numeric(bounds: [24.5, 49.5, 74.5]))
}

@Test func `a value common enough gets a bin of its own`() throws {
  // 60 of 100 rows are 50, more than a fourth. The others fill three bins of 13 or 14 rows each, but the
  // second ends early, half full, where 50 follows.
  let values = (0...20).map { Float($0) } + (60...78).map { Float($0) }
  let common = [Float](repeating: 50, count: 60)
  #expect(try bins(values + common, most: 4) == .numeric(bounds: [13.5, 35, 55]))
}

@Test func `levels are numbered from the commonest`() throws {
  #expect(try bins([5, 9, 9, 0, 9, 5, .nan], .categorical) == .categorical(levels: [9, 5, 0]))
  #expect(try bins([5, 9, 9, 0, 9, 5], .categorical, most: 2) == .categorical(levels: [9, 5]))
}

@Test func `a stream of rows gives the same model as a table`() throws {
  let rows = 3_000
  let table = Formula.table(rows, columns: [0, 1, 2, 3], targets: Formula.numbers(rows))
  let configuration = BoostingConfiguration(
    objective: .squaredError, rounds: 5, binning: BinningConfiguration(sampleRows: 500))
  var passes = 0
  let streamed = try BinnedTable(
    rows: rows, columns: table.columns, targets: table.targets, configuration.binning
  ) { range, buffer in
    if range.lowerBound == 0 { passes += 1 }
    for place in 0..<range.count * 4 { buffer[place] = table.features[range.lowerBound * 4 + place] }
  }
  #expect(passes == 2)
  let fromStream = try boostTrees(configuration, on: streamed).model
  #expect(try fromStream == boostTrees(configuration, on: table).model)
}

@Test func `the layout of the features does not matter`() throws {
  let rows = 500
  let table = Formula.table(rows, columns: [0, 1, 2, 3], targets: Formula.numbers(rows))
  let turned = TreeTable(
    rows: rows, columns: table.columns,
    features: (0..<4).flatMap { column in (0..<rows).map { table.features[$0 * 4 + column] } },
    layout: .columnMajor, targets: table.targets)
  let configuration = BoostingConfiguration(objective: .squaredError, rounds: 5)
  let model = try boostTrees(configuration, on: table).model
  #expect(try boostTrees(configuration, on: turned).model == model)
  #expect(
    model.predict(turned.features, rows: rows, layout: .columnMajor)
      == model.predict(table.features, rows: rows))
  let some = [3, 1, 4, 1, 5]
  #expect(table.subset(some).targets == turned.subset(some).targets)
  #expect(
    model.predict(table.subset(some).features, rows: 5)
      == model.predict(turned.subset(some).features, rows: 5, layout: .columnMajor))
}

@Test func `a sample of the rows sets the bounds, the same for the same seed`() throws {
  let values = (0..<5_000).map { Float(Formula.even($0)) }
  func bounds(_ seed: UInt64) throws -> ColumnBins {
    let table = TreeTable(
      rows: 5_000, columns: [.numeric()], features: values, targets: [Float](repeating: 0, count: 5_000))
    return try BinnedTable(table, BinningConfiguration(sampleRows: 1_000, seed: seed)).bins[0]
  }
  #expect(try bounds(1) == bounds(1))
  #expect(try bounds(1) != bounds(2))
  guard case .numeric(let ascending) = try bounds(1) else { throw TreeError.noRows }
  #expect(ascending.count == 254 && ascending == ascending.sorted())
}
