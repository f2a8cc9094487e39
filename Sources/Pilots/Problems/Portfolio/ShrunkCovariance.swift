/// A covariance matrix of few periods, drawn towards the multiple of the identity with the same mean variance
/// by as much as its error of estimation asks for (Ledoit and Wolf, 2004, "A well-conditioned estimator for
/// large-dimensional covariance matrices", Journal of Multivariate Analysis 88).
struct ShrunkCovariance: Hashable, Sendable {
  /// Row-major [assets][assets].
  let values: [[Double]]
  /// How far it was drawn, 0 for not at all to 1 for all the way.
  let intensity: Double

  /// - Parameter returns: [period][asset], at least two periods of at least one asset.
  init(_ returns: [[Double]]) {
    let (periods, assets) = (Double(returns.count), returns[0].count)
    let means = (0..<assets).map { asset in returns.reduce(0.0) { $0 + $1[asset] } / periods }
    let centred = returns.map { row in zip(row, means).map { $0 - $1 } }
    var sample = [[Double]](repeating: [Double](repeating: 0, count: assets), count: assets)
    for row in centred {
      for first in 0..<assets {
        for second in 0..<assets { sample[first][second] += row[first] * row[second] / periods }
      }
    }
    let level = (0..<assets).reduce(0.0) { $0 + sample[$1][$1] } / Double(assets)
    /// Σ of the squared differences to the sample's covariance.
    func distance(_ other: (Int, Int) -> Double) -> Double {
      var sum = 0.0
      for first in 0..<assets {
        for second in 0..<assets {
          let gap = other(first, second) - sample[first][second]
          sum += gap * gap
        }
      }
      return sum
    }
    let spread = distance { $0 == $1 ? level : 0 }
    let error =
      centred.reduce(0.0) { sum, row in sum + distance { row[$0] * row[$1] } } / (periods * periods)
    let intensity = spread > 0 ? min(error / spread, 1) : 1
    values = (0..<assets).map { first in
      (0..<assets).map { second in
        (1 - intensity) * sample[first][second] + (first == second ? intensity * level : 0)
      }
    }
    self.intensity = intensity
  }

  /// The weights of least variance that are not negative and add up to 1.
  ///
  /// Weight moves in pairs, from the asset whose variance falls most by losing some to the one whose variance
  /// rises least by gaining some, each time by the best amount, until no move helps: the problem is convex.
  func leastVarianceWeights() -> [Double] {
    let assets = values.count
    var weights = [Double](repeating: 1 / Double(assets), count: assets)
    var slopes = values.map { row in zip(row, weights).reduce(0.0) { $0 + $1.0 * $1.1 } }
    let tolerance = 1e-9 * (0..<assets).reduce(0.0) { $0 + values[$1][$1] } / Double(assets)
    for _ in 0..<10_000 {
      guard let to = slopes.indices.min(by: { slopes[$0] < slopes[$1] }),
        let from = slopes.indices.filter({ weights[$0] > 0 }).max(by: { slopes[$0] < slopes[$1] }),
        slopes[from] - slopes[to] > tolerance
      else { break }
      let curvature = values[from][from] + values[to][to] - 2 * values[from][to]
      let wanted = curvature > 0 ? (slopes[from] - slopes[to]) / curvature : weights[from]
      let moved = min(wanted, weights[from])
      weights[to] += moved
      weights[from] = moved == weights[from] ? 0 : weights[from] - moved
      for asset in 0..<assets { slopes[asset] += moved * (values[asset][to] - values[asset][from]) }
    }
    return weights
  }
}
