import Foundation
import Kernels

/// Logistic regression for two or more classes, with a penalty on the squared weights.
///
/// Lowers Σ rowWeight · crossEntropy + l2 / 2 · Σ w² (scikit-learn's C is 1 / l2); the intercepts are not
/// penalised. Two classes share one set of weights; more have one set each and a softmax.
public struct LogisticRegression: Codable, Hashable, Sendable {
  public let columns: Int
  public let classes: Int
  /// Row-major [columns][outputs].
  public let weights: [Double]
  /// Shape [outputs].
  public let intercepts: [Double]
  /// Newton steps taken.
  public let iterations: Int
  /// Whether every part of the mean loss's gradient fell to the tolerance.
  public let converged: Bool
  /// Whether the caller ended the fit; the weights are those of the last finished step.
  public let interrupted: Bool

  /// Values in one row of predictions: 1 for two classes, otherwise one a class.
  public var outputs: Int { classes == 2 ? 1 : classes }

  /// Fits by a truncated Newton method from zero weights, in double precision.
  ///
  /// - Parameters:
  ///   - examples: targets are class indices; columns of like scale (see `Standardiser`) converge faster.
  ///   - classes: 2 or more.
  ///   - l2: 0 or more.
  ///   - tolerance: more than 0; the largest part that the mean loss's gradient may keep.
  ///   - shouldStop: asked between blocks of rows.
  /// - Throws: `NetworkError` for settings or rows that cannot work.
  public static func fit(
    _ examples: ExampleSet, classes: Int, l2: Double = 1, tolerance: Double = 1e-6,
    maximumIterations: Int = 200, shouldStop: (() -> Bool)? = nil
  ) throws -> LogisticRegression {
    try fit(
      FeatureChunks(features: examples.features, rows: examples.rows, columns: examples.columns),
      classes: classes, l2: l2, tolerance: tolerance, maximumIterations: maximumIterations,
      shouldStop: shouldStop
    ) { try LinearTargets(examples, classes: classes) }
  }

  /// Fits sparse rows without making them dense; the same model as for the dense rows.
  ///
  /// Parameters and errors are those of the dense fit.
  public static func fit(
    _ examples: SparseExampleSet, classes: Int, l2: Double = 1, tolerance: Double = 1e-6,
    maximumIterations: Int = 200, shouldStop: (() -> Bool)? = nil
  ) throws -> LogisticRegression {
    try fit(
      SparseSweep(features: examples.features), classes: classes, l2: l2, tolerance: tolerance,
      maximumIterations: maximumIterations, shouldStop: shouldStop
    ) { try LinearTargets(examples, classes: classes) }
  }

  private static func fit<Features: FeatureSweep>(
    _ features: Features, classes: Int, l2: Double, tolerance: Double, maximumIterations: Int,
    shouldStop: (() -> Bool)?, _ checkedTargets: () throws -> LinearTargets
  ) throws -> LogisticRegression {
    try NetworkError.require(classes >= 2, "classes", "≥ 2", classes)
    try NetworkError.require(l2 >= 0 && l2.isFinite, "l2", "0 ≤ l2 < ∞", l2)
    try NetworkError.require(tolerance > 0 && tolerance.isFinite, "tolerance", "0 < tolerance < ∞", tolerance)
    try NetworkError.require(maximumIterations >= 1, "maximumIterations", "≥ 1", maximumIterations)
    let targets = try checkedTargets()
    let problem = LogisticProblem(
      features, labels: targets.values.map { Int32($0) }, rowWeights: targets.weights, classes: classes,
      l2: l2, shouldStop: shouldStop)
    let search = TruncatedNewton(maximumIterations: maximumIterations, tolerance: tolerance)
    let found = search.minimise(problem)
    let weightCount = features.columns * problem.outputs
    return LogisticRegression(
      columns: features.columns, classes: classes, weights: Array(found.point.prefix(weightCount)),
      intercepts: Array(found.point.dropFirst(weightCount)), iterations: found.iterations,
      converged: found.converged, interrupted: found.stopped)
  }

  /// Probabilities from row-major [rows][columns] features.
  ///
  /// - Returns: for two classes the probability of class 1, shape [rows]; otherwise [rows][classes].
  public func predict(_ features: [Float], rows: Int) -> [Float] {
    predict(FeatureChunks(features: features, rows: rows, columns: columns))
  }

  /// Probabilities from sparse rows, of the same shape as for dense ones.
  public func predict(_ features: SparseRows) -> [Float] {
    precondition(features.columns == columns, "features of another width")
    return predict(SparseSweep(features: features))
  }

  private func predict(_ features: some FeatureSweep) -> [Float] {
    var result: [Float] = []
    result.reserveCapacity(features.rows * outputs)
    _ = features.sweep(outputs: outputs, times: weights, plus: intercepts, into: nil, shouldStop: nil) {
      _, count, sums in
      for row in 0..<count {
        let z = UnsafeBufferPointer(start: sums + row * outputs, count: outputs)
        if classes == 2 {
          result.append(Float(1 / (1 + exp(-z[0]))))
        } else {
          let highest = z.max() ?? 0
          let total = z.reduce(0) { $0 + exp($1 - highest) }
          result += z.map { Float(exp($0 - highest) / total) }
        }
      }
    }
    return result
  }
}
