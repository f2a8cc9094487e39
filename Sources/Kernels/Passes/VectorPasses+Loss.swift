import CKernels

/// A loss of one prediction p and one target t at a time; e = p − t.
public enum ElementwiseError: Int32, CaseIterable, Sendable {
  /// e².
  case squared = 0
  /// |e|.
  case absolute = 1
  /// e² / 2 up to the bend, a straight line beyond.
  case huber = 2
  /// max(0, 1 − s p) with s = 2 t − 1, for targets 0 and 1.
  case hinge = 3
}

extension VectorPasses {
  /// delta ← scale × weight × slope of the loss, over `count` values; delta may be p.
  ///
  /// - Returns: the sum of weight × loss.
  public func error(
    _ kind: ElementwiseError, _ p: Numbers, targets: Numbers, weights: Numbers, delta: Numbers,
    count: Int, scale: Double, bend: Double = 1
  ) -> Double {
    ck_error(level, kind.rawValue, p, targets, weights, delta, count, scale, bend)
  }

  /// delta ← scale × weight × slope of the binary cross-entropy, over `count` logits z; delta may be z.
  ///
  /// - Parameters:
  ///   - smoothing: the share of a target that is moved to ½, 0 to 1.
  ///   - positiveWeight: how often the part −t ln p counts.
  /// - Returns: the sum of weight × loss.
  public func sigmoidCrossEntropy(
    _ z: Numbers, targets: Numbers, weights: Numbers, delta: Numbers, count: Int, scale: Double,
    smoothing: Double = 0, positiveWeight: Double = 1
  ) -> Double {
    ck_sigmoid_cross_entropy(
      level, z, targets, weights, delta, count, scale, smoothing, positiveWeight)
  }

  /// delta ← scale × weight × (softmax(z) − target) by row of logits z; delta may be z.
  ///
  /// - Parameters:
  ///   - classes: one class index a row; rows of weight 0 may hold any number.
  ///   - smoothing: the share of the target spread evenly over all classes, 0 to 1.
  /// - Returns: the sum of weight × cross-entropy.
  public func softmaxCrossEntropy(
    _ z: Numbers, classes: Numbers, weights: Numbers, delta: Numbers, rows: Int, columns: Int,
    scale: Double, smoothing: Double = 0
  ) -> Double {
    ck_softmax_cross_entropy(level, z, classes, weights, delta, rows, columns, scale, smoothing)
  }

  /// delta ← scale × weight × (softmax(z) − target), by row of logits z; delta may be z.
  ///
  /// - Parameters:
  ///   - targets: probabilities, [rows][columns].
  ///   - weights: [rows][columns], of which a row's first counts.
  /// - Returns: the sum of weight × Σ t (ln t − ln softmax(z)).
  public func softmaxDivergence(
    _ z: Numbers, targets: Numbers, weights: Numbers, delta: Numbers, rows: Int, columns: Int,
    scale: Double
  ) -> Double {
    ck_softmax_divergence(level, z, targets, weights, delta, rows, columns, scale)
  }

  /// delta ← scale × weight × slope of the divergence of normal distributions; delta may be p.
  ///
  /// - Parameters:
  ///   - p, targets: a row holds `columns` means, then as many logarithms of variances.
  ///   - weights: [rows][2 columns], of which a row's first counts.
  /// - Returns: the sum of weight × divergence of p from the target.
  public func gaussianDivergence(
    _ p: Numbers, targets: Numbers, weights: Numbers, delta: Numbers, rows: Int, columns: Int,
    scale: Double
  ) -> Double {
    ck_gaussian_divergence(level, p, targets, weights, delta, rows, columns, scale)
  }
}
