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
  /// Iterations of L-BFGS taken.
  public let iterations: Int
  /// Whether every part of the mean loss's gradient fell below 10⁻⁶.
  public let converged: Bool
  /// Whether the caller ended the fit; the weights are those of the last finished iteration.
  public let interrupted: Bool

  /// Values in one row of predictions: 1 for two classes, otherwise one a class.
  public var outputs: Int { classes == 2 ? 1 : classes }

  /// Fits by L-BFGS from zero weights, in double precision.
  ///
  /// - Parameters:
  ///   - examples: targets are class indices; columns of like scale (see `Standardiser`) converge faster.
  ///   - classes: 2 or more.
  ///   - l2: 0 or more.
  ///   - shouldStop: asked between chunks of rows.
  /// - Throws: `NetworkError` for settings or rows that cannot work.
  public static func fit(
    _ examples: ExampleSet, classes: Int, l2: Double = 1, maximumIterations: Int = 200,
    shouldStop: (() -> Bool)? = nil
  ) throws -> LogisticRegression {
    try NetworkError.require(classes >= 2, "classes", "≥ 2", classes)
    try NetworkError.require(l2 >= 0 && l2.isFinite, "l2", "0 ≤ l2 < ∞", l2)
    try NetworkError.require(maximumIterations >= 1, "maximumIterations", "≥ 1", maximumIterations)
    try examples.validateForLinearModel(classes: classes)
    let problem = LogisticProblem(examples, classes: classes, l2: l2)
    let search = LBFGS(maximumIterations: maximumIterations, tolerance: 1e-6)
    let start = [Double](repeating: 0, count: (examples.columns + 1) * problem.outputs)
    let found = search.minimise(from: start) { problem.valueAndGradient(at: $0, shouldStop: shouldStop) }
    let weightCount = examples.columns * problem.outputs
    return LogisticRegression(
      columns: examples.columns, classes: classes, weights: Array(found.point.prefix(weightCount)),
      intercepts: Array(found.point.dropFirst(weightCount)), iterations: found.iterations,
      converged: found.converged, interrupted: found.stopped)
  }

  /// Probabilities from row-major [rows][columns] features.
  ///
  /// - Returns: for two classes the probability of class 1, shape [rows]; otherwise [rows][classes].
  public func predict(_ features: [Float], rows: Int) -> [Float] {
    precondition(features.count == rows * columns, "features of another width")
    var result: [Float] = []
    result.reserveCapacity(rows * outputs)
    let chunks = FeatureChunks(features: features, rows: rows, columns: columns)
    var sums = [Double](repeating: 0, count: chunks.chunkRows * outputs)
    _ = chunks.forEach { chunk, _, count in
      LogisticProblem.multiply(chunk, count, columns, weights, intercepts, into: &sums)
      for row in 0..<count {
        let z = sums[row * outputs..<(row + 1) * outputs]
        if classes == 2 {
          result.append(Float(1 / (1 + exp(-(z.first ?? 0)))))
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

/// The mean penalised cross-entropy as a function of [weights, intercepts].
private struct LogisticProblem {
  let chunks: FeatureChunks
  let labels: [Int]
  let rowWeights: [Double]
  let outputs: Int
  let l2: Double

  init(_ examples: ExampleSet, classes: Int, l2: Double) {
    chunks = FeatureChunks(features: examples.features, rows: examples.rows, columns: examples.columns)
    labels = examples.targets.map { Int($0) }
    let mean = examples.meanWeight
    rowWeights = examples.weights?.map { Double($0) / mean } ?? []
    outputs = classes == 2 ? 1 : classes
    self.l2 = l2
  }

  func valueAndGradient(
    at point: [Double], shouldStop: (() -> Bool)?
  ) -> (value: Double, gradient: [Double])? {
    let columns = chunks.columns
    let weightCount = columns * outputs
    let weights = Array(point.prefix(weightCount))
    let intercepts = Array(point.dropFirst(weightCount))
    var value = 0.0
    var gradient = [Double](repeating: 0, count: point.count)
    var sums = [Double](repeating: 0, count: chunks.chunkRows * outputs)
    let whole = chunks.forEach(shouldStop: shouldStop) { chunk, start, count in
      LogisticProblem.multiply(chunk, count, columns, weights, intercepts, into: &sums)
      for row in 0..<count {
        let weight = rowWeights.isEmpty ? 1 : rowWeights[start + row]
        value += weight * loss(&sums, row * outputs, label: labels[start + row], weight: weight)
        for output in 0..<outputs { gradient[weightCount + output] += sums[row * outputs + output] }
      }
      MatrixProduct.multiply(
        rows: columns, columns: outputs, inner: count, chunk, stride: columns, transposingA: true, sums,
        stride: outputs, into: &gradient, stride: outputs, keeping: 1)
    }
    guard whole else { return nil }
    for index in 0..<weightCount {
      value += l2 / 2 * weights[index] * weights[index]
      gradient[index] += l2 * weights[index]
    }
    let share = 1 / Double(chunks.rows)
    return (value * share, gradient.map { $0 * share })
  }

  /// The cross-entropy of one row; its sums z become weight × the gradient with respect to them.
  private func loss(_ z: inout [Double], _ at: Int, label: Int, weight: Double) -> Double {
    if outputs == 1 {
      let sum = z[at]
      let small = exp(-abs(sum))
      let probability = sum >= 0 ? 1 / (1 + small) : small / (1 + small)
      z[at] = weight * (probability - Double(label))
      return max(sum, 0) - sum * Double(label) + log1p(small)
    }
    var highest = z[at]
    for output in 1..<outputs { highest = max(highest, z[at + output]) }
    let named = z[at + label]
    var total = 0.0
    for output in 0..<outputs {
      z[at + output] = exp(z[at + output] - highest)
      total += z[at + output]
    }
    for output in 0..<outputs {
      z[at + output] = weight * (z[at + output] / total - (output == label ? 1 : 0))
    }
    return log(total) + highest - named
  }

  /// sums = chunk · weights + intercepts, shape [count][outputs].
  static func multiply(
    _ chunk: [Double], _ count: Int, _ columns: Int, _ weights: [Double], _ intercepts: [Double],
    into sums: inout [Double]
  ) {
    let outputs = intercepts.count
    for row in 0..<count {
      for output in 0..<outputs { sums[row * outputs + output] = intercepts[output] }
    }
    MatrixProduct.multiply(
      rows: count, columns: outputs, inner: columns, chunk, stride: columns, weights, stride: outputs,
      into: &sums, stride: outputs, keeping: 1)
  }
}
