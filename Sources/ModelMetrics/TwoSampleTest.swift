/// How often the nearest neighbour of a row is of its own sample, each row left out in turn: near 0.5 where
/// two samples could come from one source, towards 1 where they can be told apart, below 0.5 where one copies
/// the other (a classifier two-sample test, Lopez-Paz and Oquab, 2017).
///
/// - Parameters: row-major [rows][columns], as many rows of each; distances are Euclidean, and of equally near
///   rows the first counts, those of `first` coming before those of `second`.
/// - Returns: from 0 to 1; nil with fewer than two rows.
public func twoSampleAccuracy(_ first: [Float], _ second: [Float], columns: Int) -> Double? {
  precondition(columns > 0 && first.count == second.count, "two samples of one size")
  let rows = first.count / columns
  guard rows >= 2 else { return nil }
  let all = first + second
  var hits = 0
  all.withUnsafeBufferPointer { all in
    for row in 0..<2 * rows {
      var (nearest, least) = (row, Float.infinity)
      for other in 0..<2 * rows where other != row {
        var distance: Float = 0
        for column in 0..<columns {
          let gap = all[row * columns + column] - all[other * columns + column]
          distance += gap * gap
        }
        if distance < least { (nearest, least) = (other, distance) }
      }
      if (nearest < rows) == (row < rows) { hits += 1 }
    }
  }
  return Double(hits) / Double(2 * rows)
}
