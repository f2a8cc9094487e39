import CKernels

extension ColumnBins {
  /// Bins of about equally many values each, from a sample of a numeric column.
  ///
  /// A value so common that it fills a bin gets one of its own. Bounds lie midway between neighbouring
  /// values. (As in LightGBM: Ke et al., "LightGBM: A Highly Efficient Gradient Boosting Decision Tree",
  /// 2017.)
  /// - Parameters:
  ///   - sample: finite values without missing ones, in any order; sorted on return.
  ///   - scratch: room for as many values.
  ///   - minimumRows: of the sample in a bin, so that no bin rests on a value or two.
  static func numeric(
    sample: UnsafeMutableBufferPointer<Float>, scratch: UnsafeMutablePointer<Float>, most: Int,
    minimumRows: Int
  ) -> ColumnBins {
    guard let base = sample.baseAddress, sample.count > 0 else { return .numeric(bounds: []) }
    ct_sort(base, scratch, sample.count)
    var distinct: [(value: Float, rows: Int)] = []
    distinct.reserveCapacity(sample.count)
    var start = 0
    for place in 1...sample.count where place == sample.count || base[place] != base[start] {
      distinct.append((base[start], place - start))
      start = place
    }
    let bounds =
      distinct.count <= most
      ? boundsBetweenAll(distinct, minimumRows: minimumRows)
      : boundsOfEqualShares(distinct, most: min(most, max(1, sample.count / max(minimumRows, 1))))
    return .numeric(bounds: bounds)
  }

  /// Few values: a bin for each, joined until a bin has enough rows.
  private static func boundsBetweenAll(
    _ distinct: [(value: Float, rows: Int)], minimumRows: Int
  ) -> [Float] {
    var bounds: [Float] = []
    var rows = 0
    for place in 0..<distinct.count - 1 {
      rows += distinct[place].rows
      guard rows >= minimumRows else { continue }
      bounds.append(middle(distinct[place].value, distinct[place + 1].value))
      rows = 0
    }
    return bounds
  }

  private static func boundsOfEqualShares(
    _ distinct: [(value: Float, rows: Int)], most: Int
  ) -> [Float] {
    let all = distinct.reduce(0) { $0 + $1.rows }
    let large = Double(all) / Double(most)
    // What the values too common to share a bin leave for the others.
    var (rows, bins) = (all, most)
    for value in distinct where Double(value.rows) >= large {
      rows -= value.rows
      bins -= 1
    }
    var share = Double(rows) / Double(max(bins, 1))
    var bounds: [Float] = []
    var filled = 0
    for place in 0..<distinct.count - 1 {
      guard bounds.count < most - 1 else { break }
      let (here, next) = (distinct[place], distinct[place + 1])
      let isLarge = Double(here.rows) >= large
      if !isLarge { rows -= here.rows }
      filled += here.rows
      // A bin also ends early rather than be half full when a common value follows.
      let common = Double(next.rows) >= large && Double(filled) >= max(1, share / 2)
      guard isLarge || Double(filled) >= share || common else { continue }
      bounds.append(middle(here.value, next.value))
      filled = 0
      if !isLarge {
        bins -= 1
        share = Double(rows) / Double(max(bins, 1))
      }
    }
    return bounds
  }

  /// A number at least `lower` and below `upper`, midway where a float lies there.
  static func middle(_ lower: Float, _ upper: Float) -> Float {
    let half = Float((Double(lower) + Double(upper)) / 2)
    return half >= lower && half < upper ? half : lower
  }

  /// A bin for each level of a sample, the commonest first, those of equal number by their code.
  static func categorical(sample: UnsafeMutableBufferPointer<Float>, most: Int) -> ColumnBins {
    var rows: [Int32: Int] = [:]
    for value in sample { rows[Int32(value), default: 0] += 1 }
    let levels = rows.keys.sorted { left, right in
      let (first, second) = (rows[left, default: 0], rows[right, default: 0])
      return first == second ? left < right : first > second
    }
    return .categorical(levels: Array(levels.prefix(most)))
  }
}
