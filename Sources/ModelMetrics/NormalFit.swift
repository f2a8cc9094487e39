/// A normal distribution over several numbers, fitted to rows: their mean and covariance.
public struct NormalFit: Hashable, Codable, Sendable {
  /// Shape [columns].
  public let mean: [Double]
  /// Row-major [columns][columns], divided by the sum of counts less one.
  public let covariance: [Double]

  public var columns: Int { mean.count }

  /// - Parameters:
  ///   - rows: row-major [rows][columns].
  ///   - counts: how often each row counts; nil counts each once.
  /// - Returns: nil where fewer than two rows count.
  public init?(_ rows: [Float], columns: Int, counts: [Int32]? = nil) {
    precondition(columns > 0 && rows.count % columns == 0, "rows of another width")
    let count = rows.count / columns
    precondition(counts.map { $0.count == count } ?? true, "one count a row")
    var mean = [Double](repeating: 0, count: columns)
    var total = 0.0
    for row in 0..<count {
      let weight = Double(counts?[row] ?? 1)
      guard weight > 0 else { continue }
      total += weight
      for column in 0..<columns { mean[column] += weight * Double(rows[row * columns + column]) }
    }
    guard total > 1 else { return nil }
    for column in 0..<columns { mean[column] /= total }
    var products = [Double](repeating: 0, count: columns * columns)
    var centred = [Double](repeating: 0, count: columns)
    rows.withUnsafeBufferPointer { rows in
      products.withUnsafeMutableBufferPointer { products in
        centred.withUnsafeMutableBufferPointer { centred in
          for row in 0..<count {
            let weight = Double(counts?[row] ?? 1)
            guard weight > 0 else { continue }
            for column in 0..<columns {
              centred[column] = Double(rows[row * columns + column]) - mean[column]
            }
            for first in 0..<columns {
              let scaled = weight * centred[first] / (total - 1)
              for second in 0...first { products[first * columns + second] += scaled * centred[second] }
            }
          }
          for first in 0..<columns {
            for second in 0..<first {
              products[second * columns + first] = products[first * columns + second]
            }
          }
        }
      }
    }
    self.mean = mean
    covariance = products
  }

  /// The lower triangle L with L · Lᵀ = covariance, row-major [columns][columns] (Cholesky).
  ///
  /// Directions without spread get columns of zeros.
  public var factor: [Double] {
    let size = columns
    let largest = (0..<size).map { covariance[$0 * size + $0] }.max() ?? 0
    var lower = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      for row in column..<size {
        var sum = covariance[row * size + column]
        for inner in 0..<column { sum -= lower[row * size + inner] * lower[column * size + inner] }
        if row == column {
          // What rounding leaves of a spread of zero is no spread.
          if sum <= 1e-12 * largest { break }
          lower[row * size + column] = sum.squareRoot()
        } else {
          lower[row * size + column] = sum / lower[column * size + column]
        }
      }
    }
    return lower
  }
}
