import Trees

/// Tables made by a formula, the same as References/formula.py gives, so that no data file is needed.
enum Formula {
  /// A double from 0 to 1 that looks random, from a whole number.
  static func even(_ i: Int) -> Double {
    var h = UInt32(truncatingIfNeeded: i) &* 2_654_435_761 &+ 974_711
    h ^= h >> 16
    h = h &* 2_246_822_519
    h ^= h >> 13
    h = h &* 3_266_489_917
    h ^= h >> 16
    return Double(h) / 0x1p32
  }

  private static func step(_ row: Int, column: Int, most: Int) -> Float {
    Float(1 + Int(even(1000 * column + 100_000 * most + row) * Double(most)))
  }

  /// 100 steps, 60 steps, 40 steps with every seventh missing, and 12 levels from 0.
  static func features(_ row: Int) -> [Float] {
    [
      step(row, column: 0, most: 100), step(row, column: 1, most: 60),
      row % 7 == 0 ? .nan : step(row, column: 2, most: 40), step(row, column: 3, most: 12) - 1,
    ]
  }

  /// What the targets depend on.
  static func signal(_ row: Int) -> Double {
    let x = features(row).map(Double.init)
    let third = x[2].isNaN ? 25 : x[2]
    let level = (x[3] * 5).truncatingRemainder(dividingBy: 12) > 6 ? 1.0 : 0
    return abs(x[0] - 40) / 30 + x[1] * third / 1200 + level
  }

  /// A number a row, in quarters.
  static func numbers(_ rows: Int) -> [Float] {
    (0..<rows).map { Float((4 * (signal($0) + even(7_000_000 + $0))).rounded(.down)) / 4 }
  }

  /// Classes about equally large.
  static func classes(_ rows: Int, _ count: Int) -> [Float] {
    let bounds = count == 2 ? [2.1] : [1.8, 2.5]
    return (0..<rows).map { row in
      let z = signal(row) + even(8_000_000 + row)
      return Float(bounds.count { z >= $0 })
    }
  }

  static func weights(_ rows: Int) -> [Float] {
    let raw = (0..<rows).map { (1 + 4 * even(9_000_000 + $0)).rounded(.down) }
    let mean = raw.reduce(0, +) / Double(rows)
    return raw.map { Float($0 / mean) }
  }

  /// Some of the columns of the first `rows` rows; the fourth is categorical.
  static func table(
    _ rows: Int, columns: [Int], targets: [Float], weights: [Float]? = nil,
    monotone: [MonotoneDirection?] = [nil, nil, nil, nil]
  ) -> TreeTable {
    TreeTable(
      rows: rows, columns: columns.map { $0 == 3 ? .categorical : .numeric(monotone: monotone[$0]) },
      features: (0..<rows).flatMap { row in columns.map { features(row)[$0] } }, targets: targets,
      weights: weights)
  }
}
