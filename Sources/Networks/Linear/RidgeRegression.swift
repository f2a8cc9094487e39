import Kernels

/// Linear regression with a penalty on the squared weights (Hoerl and Kennard, 1970).
///
/// Lowers Σ rowWeight · (y − x · w − b)² + l2 · Σ w²; the intercept b is not penalised.
public struct RidgeRegression: Codable, Hashable, Sendable {
  /// Shape [columns].
  public let weights: [Double]
  public let intercept: Double

  /// Solves the normal equations in double precision, in the smaller of the two forms they have.
  ///
  /// - Parameters:
  ///   - examples: one target a row.
  ///   - l2: 0 or more; with 0 and columns that depend on each other there is no single solution.
  ///   - shouldStop: asked between chunks of rows.
  /// - Throws: `NetworkError`; `.singular` without a single solution, `.stopped` if stopped.
  public static func fit(
    _ examples: ExampleSet, l2: Double, shouldStop: (() -> Bool)? = nil
  ) throws -> RidgeRegression {
    try requireLegal(l2)
    let problem = try DenseRidge(
      examples, try LinearTargets(examples, classes: nil), l2: l2, shouldStop: shouldStop)
    return RidgeRegression(try problem.solve(), means: problem.means, targetMean: problem.targetMean)
  }

  /// Fits sparse rows without making them dense; the same model as for the dense rows.
  ///
  /// Up to 1,000 columns the normal equations are solved directly, more by conjugate gradients until nothing
  /// but rounding is left. With so many columns and an `l2` of 0, columns that depend on each other share
  /// their weight instead of being refused. Parameters and errors are otherwise those of the dense fit.
  public static func fit(
    _ examples: SparseExampleSet, l2: Double, shouldStop: (() -> Bool)? = nil
  ) throws -> RidgeRegression {
    try requireLegal(l2)
    let problem = SparseRidge(
      examples.features, try LinearTargets(examples, classes: nil), l2: l2, shouldStop: shouldStop)
    return RidgeRegression(try problem.solve(), means: problem.means, targetMean: problem.targetMean)
  }

  /// Predicted numbers, shape [rows], from row-major [rows][columns] features.
  public func predict(_ features: [Float], rows: Int) -> [Float] {
    precondition(features.count == rows * weights.count, "features of another width")
    return (0..<rows).map { row in
      var sum = intercept
      for column in weights.indices {
        sum += weights[column] * Double(features[row * weights.count + column])
      }
      return Float(sum)
    }
  }

  /// Predicted numbers, shape [rows], from sparse rows.
  public func predict(_ features: SparseRows) -> [Float] {
    precondition(features.columns == weights.count, "features of another width")
    var result: [Float] = []
    result.reserveCapacity(features.rows)
    _ = SparseSweep(features: features).sweep(
      outputs: 1, times: weights, plus: [intercept], into: nil, shouldStop: nil
    ) { _, count, sums in
      for row in 0..<count { result.append(Float(sums[row])) }
    }
    return result
  }

  private static func requireLegal(_ l2: Double) throws {
    try NetworkError.require(l2 >= 0 && l2.isFinite, "l2", "0 ≤ l2 < ∞", l2)
  }
}

extension RidgeRegression {
  /// Takes the weights of centred columns back to the columns as they are.
  fileprivate init(_ weights: [Double], means: [Double], targetMean: Double) {
    self.init(weights: weights, intercept: targetMean - DoubleVectors.dot(weights, means))
  }
}
