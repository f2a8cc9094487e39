import CKernels

extension VectorPasses {
  /// Doubles of working memory that `ctc` needs, whatever the precision.
  public static func ctcScratchCount(time: Int, labelLength: Int) -> Int {
    time * (2 * labelLength + 2) + 2 * (2 * labelLength + 1)
  }

  /// delta ← scale × weight × slope of −ln p(labels), by row of logits z; delta may be z.
  ///
  /// Class 0 is the blank; p sums over all placements of the labels (Graves et al., 2006).
  /// - Parameters:
  ///   - z: [rows][time][classes].
  ///   - labels: [rows][labelLength], each row's classes from 1 on, then −1 to fill up.
  ///   - weights: [rows][labelLength], of which a row's first counts.
  ///   - scratch: `ctcScratchCount` doubles.
  /// - Returns: the sum of weight × loss.
  public func ctc(
    _ z: Numbers, labels: Numbers, weights: Numbers, delta: Numbers, rows: Int, time: Int, classes: Int,
    labelLength: Int, scale: Double, scratch: Numbers
  ) -> Double {
    ck_ctc(
      level, z, labels, weights, delta, rows, time, classes, labelLength, scale,
      scratch.assumingMemoryBound(to: Double.self))
  }
}
