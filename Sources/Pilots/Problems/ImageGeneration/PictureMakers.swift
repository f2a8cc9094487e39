import Kernels
import ModelMetrics

/// Pictures whose pixels know nothing of each other: each is drawn from what it was in training.
///
/// The best that can be done where pixels truly have nothing to do with each other.
struct IndependentPixels: Hashable, Codable, Sendable {
  /// Equally likely values of each pixel, in rising order.
  let values: [[Float]]

  /// Values kept of a pixel at most.
  private static let kept = 100

  /// - Parameter pictures: at least one.
  init(_ pictures: [[Float]]) {
    let count = min(Self.kept, pictures.count)
    values = (0..<(pictures.first?.count ?? 0)).map { pixel in
      let sorted = pictures.map { $0[pixel] }.sorted()
      return (0..<count).map { sorted[(2 * $0 + 1) * sorted.count / (2 * count)] }
    }
  }

  func picture(_ random: inout SeededGenerator) -> [Float] {
    values.map { $0[random.index(below: $0.count)] }
  }
}

/// Pictures from a normal distribution over all pixels with their full covariance: all principal components.
struct NormalPixels: Hashable, Codable, Sendable {
  let mean: [Float]
  /// The lower triangle that turns independent numbers into pixels, row after row.
  let factor: [Float]

  /// - Parameter pictures: at least two.
  init?(_ pictures: [[Float]]) {
    guard let columns = pictures.first?.count,
      let fit = NormalFit(pictures.flatMap { $0 }, columns: columns)
    else { return nil }
    mean = fit.mean.map { Float($0) }
    let square = fit.factor
    factor = (0..<columns).flatMap { row in (0...row).map { Float(square[row * columns + $0]) } }
  }

  func picture(_ random: inout SeededGenerator) -> [Float] {
    let noise = mean.map { _ in Float(random.normal()) }
    var start = 0
    return mean.indices.map { row in
      var sum = mean[row]
      for column in 0...row { sum += factor[start + column] * noise[column] }
      start += row + 1
      return min(max(sum, 0), 1)
    }
  }
}
