import Kernels

/// The mean over rows of −ln p(labels), summed over all ways of placing the labels along time:
/// connectionist temporal classification (Graves et al., 2006).
///
/// The output is [time, classes] logits; class 0 is the blank, and a label is one of the other classes. A
/// row's targets are its labels in order, then −1 up to `labelLength`. A blank has to stand between equal
/// neighbours, so n labels with k equal neighbours need n + k times; a row with fewer is refused before
/// training. Unlike PyTorch's default the loss of a row is not divided by its number of labels; it is
/// `CTCLoss(reduction="sum")` divided by the rows.
public struct CTC: Loss {
  public static let kind = "ctc"

  /// The most labels a row may have, at least 1.
  public var labelLength: Int

  public init(labelLength: Int) { self.labelLength = labelLength }

  public var link: Link { .softmax }

  public func validate(output: Shape) throws {
    try NetworkError.require(labelLength >= 1, "labelLength", "≥ 1", labelLength)
    guard output.rank == 2 else {
      throw NetworkError.unsuitableInput(layer: Self.kind, expected: "[time, classes]", found: "\(output)")
    }
    try NetworkError.require(output.width >= 2, "classes", "≥ 2", output.width)
  }

  public func targetCount(output: Shape) -> Int { labelLength }

  public func accepts(_ target: Float, output: Shape) -> Bool {
    target == -1 || (target >= 1 && target < Float(output.width) && target == target.rounded())
  }

  public func legalTargets(output: Shape) -> String { "1, …, \(output.width - 1), −1" }

  public func validate(targets: ArraySlice<Float>, row: Int, output: Shape) throws {
    let labels = targets.prefix { $0 >= 0 }
    if let late = targets.dropFirst(labels.count).first(where: { $0 >= 0 }) {
      throw NetworkError.targetOutOfRange(row: row, value: late, legalRange: "−1")
    }
    let repeats = zip(labels, labels.dropFirst()).count { $0 == $1 }
    guard labels.count + repeats <= output[0] else {
      throw NetworkError.labelsTooLong(row: row, needed: labels.count + repeats, time: output[0])
    }
  }

  public func scratchCount(output: Shape, rows: Int) -> Int {
    // The sums over placements are doubles, two numbers each in single precision.
    2 * VectorPasses.ctcScratchCount(time: output[0], labelLength: labelLength)
  }

  public func spreadWeights(_ batch: LossWeights) -> Double { spreadOverPositions(batch, positions: 1) }

  public func evaluate(_ batch: LossBatch) -> Double {
    batch.passes.ctc(
      batch.values, labels: batch.targets, weights: batch.weights, delta: batch.delta, rows: batch.rows,
      time: batch.output[0], classes: batch.output.width, labelLength: labelLength, scale: batch.scale,
      scratch: batch.scratch)
  }
}
