import Kernels
import ModelMetrics

/// The Fréchet distance of made pictures to any multiset of some real ones, as it would be with many more real
/// ones.
///
/// A covariance from few pictures is too irregular, which makes the distance too large by c / n for n pictures
/// (Chong and Forsyth, 2020). Halves of the pictures show c, and it is taken off; a multiset in which pictures
/// repeat counts as the smaller number of them that varies as much.
struct DistanceToReal: Sendable {
  private let distance: FrechetDistance
  private let real: [Float]
  private let columns: Int
  /// How much too large it is, times the number of pictures.
  private let excess: Double

  /// - Parameter real: features, row-major [pictures][columns].
  init(to made: NormalFit, real: [Float], columns: Int, seed: UInt64) {
    let distance = FrechetDistance(to: made)
    (self.distance, self.real, self.columns) = (distance, real, columns)
    let count = real.count / columns
    var random = SeededGenerator(seed: seed, purpose: "halves")
    var halves: [Double] = []
    for _ in 0..<8 {
      var order = Array(0..<count)
      random.shuffle(&order)
      for half in [order.prefix(count / 2), order.suffix(count / 2)] {
        let rows = half.flatMap { real[$0 * columns..<($0 + 1) * columns] }
        if let fit = NormalFit(rows, columns: columns) { halves.append(distance(fit)) }
      }
    }
    guard let whole = NormalFit(real, columns: columns).map({ distance($0) }), !halves.isEmpty else {
      excess = 0
      return
    }
    excess = (halves.reduce(0, +) / Double(halves.count) - whole) * Double(count)
  }

  /// 0 or more; nil where fewer than two pictures count.
  /// - Parameter counts: how often each real picture counts.
  func callAsFunction(_ counts: [Int32]) -> Double? {
    guard let fit = NormalFit(real, columns: columns, counts: counts) else { return nil }
    var (sum, squares) = (0.0, 0.0)
    for count in counts {
      sum += Double(count)
      squares += Double(count) * Double(count)
    }
    return max(distance(fit) - excess * squares / (sum * sum), 0)
  }
}
