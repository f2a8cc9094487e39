import Foundation

/// The mean penalised cross-entropy around a point, for a search along lines.
///
/// A point holds row-major [columns + 1][outputs] numbers: the weights, then the intercepts. The rows' sums
/// z = features · point are kept, so that a step along a known line costs no pass over the features.
final class LogisticProblem<Features: FeatureSweep> {
  let size: Int
  let outputs: Int
  private let features: Features
  private let labels: [Int32]
  /// Averaging 1; empty when all rows count alike.
  private let rowWeights: [Double]
  private let l2: Double
  private let shouldStop: (() -> Bool)?
  private let share: Double
  private let weightCount: Int
  /// z at the point, and its change along the line; row-major [rows][outputs].
  private var sums: [Double]
  private var changes: [Double]
  /// At the point: for one output the rows' second derivatives, otherwise the probabilities.
  private var curvatures: [Double]

  /// Starts at the point of zeros.
  init(
    _ features: Features, labels: [Int32], rowWeights: [Double], classes: Int, l2: Double,
    shouldStop: (() -> Bool)?
  ) {
    self.features = features
    self.labels = labels
    self.rowWeights = rowWeights
    self.l2 = l2
    self.shouldStop = shouldStop
    outputs = classes == 2 ? 1 : classes
    share = 1 / Double(features.rows)
    weightCount = features.columns * outputs
    size = weightCount + outputs
    sums = [Double](repeating: 0, count: features.rows * outputs)
    changes = sums
    curvatures = sums
  }

  /// Writes the gradient at the point; false if stopped.
  func gradient(at point: [Double], into gradient: inout [Double]) -> Bool {
    for index in 0..<size { gradient[index] = 0 }
    let whole = features.sweep(outputs: outputs, times: nil, into: &gradient, shouldStop: shouldStop) {
      start, count, residuals in
      for row in 0..<count { derivatives(start + row, into: residuals + row * outputs) }
    }
    penalise(&gradient, at: point)
    return whole
  }

  /// Writes the second derivative times `vector`; false if stopped.
  func curvature(times vector: [Double], into product: inout [Double]) -> Bool {
    for index in 0..<size { product[index] = 0 }
    let whole = features.sweep(outputs: outputs, times: vector, into: &product, shouldStop: shouldStop) {
      start, count, sums in
      curvatures.withUnsafeBufferPointer { curvatures in
        if outputs == 1 {
          for row in 0..<count { sums[row] *= curvatures[start + row] }
          return
        }
        for row in 0..<count {
          let weight = rowWeight(start + row)
          let u = sums + row * outputs
          let first = (start + row) * outputs
          var mean = 0.0
          for output in 0..<outputs { mean += curvatures[first + output] * u[output] }
          for output in 0..<outputs { u[output] = weight * curvatures[first + output] * (u[output] - mean) }
        }
      }
    }
    penalise(&product, at: vector)
    return whole
  }

  /// Looks along a line: `direction` is a change of the point; false if stopped.
  func face(_ direction: [Double]) -> Bool {
    features.sweep(outputs: outputs, times: direction, into: nil, shouldStop: shouldStop) {
      start, count, sums in
      for index in 0..<count * outputs { changes[start * outputs + index] = sums[index] }
    }
  }

  /// The value at `trial`, which lies `length` along the line.
  func value(at trial: [Double], along length: Double) -> Double {
    var total = 0.0
    for index in 0..<weightCount { total += l2 / 2 * trial[index] * trial[index] }
    sums.withUnsafeBufferPointer { sums in
      changes.withUnsafeBufferPointer { changes in
        for row in 0..<features.rows {
          let first = row * outputs
          let label = Int(labels[row])
          if outputs == 1 {
            let z = sums[first] + length * changes[first]
            total += rowWeight(row) * (max(z, 0) - z * Double(label) + log1p(exp(-abs(z))))
          } else {
            var highest = -Double.infinity
            for at in first..<first + outputs { highest = max(highest, sums[at] + length * changes[at]) }
            var sum = 0.0
            for at in first..<first + outputs { sum += exp(sums[at] + length * changes[at] - highest) }
            let named = sums[first + label] + length * changes[first + label]
            total += rowWeight(row) * (log(sum) + highest - named)
          }
        }
      }
    }
    return total * share
  }

  /// Moves the point `length` along the line; the caller moves its own.
  func move(_ length: Double) {
    for index in sums.indices { sums[index] += length * changes[index] }
  }

  /// One row's weight × (probability − label), and what the second derivative needs.
  private func derivatives(_ row: Int, into residual: UnsafeMutablePointer<Double>) {
    let weight = rowWeight(row)
    let first = row * outputs
    let label = Int(labels[row])
    if outputs == 1 {
      let z = sums[first]
      let small = exp(-abs(z))
      let probability = z >= 0 ? 1 / (1 + small) : small / (1 + small)
      residual[0] = weight * (probability - Double(label))
      curvatures[first] = weight * small / ((1 + small) * (1 + small))
      return
    }
    var highest = sums[first]
    for output in 1..<outputs { highest = max(highest, sums[first + output]) }
    var total = 0.0
    for output in 0..<outputs {
      residual[output] = exp(sums[first + output] - highest)
      total += residual[output]
    }
    for output in 0..<outputs {
      let probability = residual[output] / total
      curvatures[first + output] = probability
      residual[output] = weight * (probability - (output == label ? 1 : 0))
    }
  }

  /// Adds the penalty's part and makes means of sums.
  private func penalise(_ vector: inout [Double], at point: [Double]) {
    for index in 0..<weightCount { vector[index] = (vector[index] + l2 * point[index]) * share }
    for index in weightCount..<size { vector[index] *= share }
  }

  @inline(__always)
  private func rowWeight(_ row: Int) -> Double { rowWeights.isEmpty ? 1 : rowWeights[row] }
}
