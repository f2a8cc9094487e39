import Datasets
import ModelMetrics

/// The same boxes for every picture: those that would have hit most true ones in training.
///
/// Boxes of a class are taken one after another, each the one that hits most of what those before have not,
/// with the share of pictures it hits as confidence. So a detector that has only learnt where things usually
/// are, and how large, is no better.
struct ConstantBoxes: Hashable, Codable, Sendable {
  let boxes: [Detection]

  /// Boxes of one class at most.
  private static let most = 20
  /// Training boxes of one class that are tried as constant ones at most.
  private static let tried = 400

  /// - Parameter actual: the true boxes of each training picture.
  init(_ actual: [[Detection]], classes: Int) {
    var boxes: [Detection] = []
    for label in 0..<classes {
      let truths = actual.flatMap { $0 }.filter { $0.label == label }.map(\.box)
      let step = max(1, truths.count / Self.tried)
      let candidates = stride(from: 0, to: truths.count, by: step).map { truths[$0] }
      let hits = candidates.map { candidate in truths.indices.filter { truths[$0].overlap(candidate) >= 0.5 }
      }
      var left = Set(truths.indices)
      for turn in 0..<Self.most {
        let gains = hits.map { $0.count { left.contains($0) } }
        guard let best = gains.indices.max(by: { gains[$0] < gains[$1] }), gains[best] > (turn == 0 ? 0 : 1)
        else { break }
        boxes.append(
          Detection(
            candidates[best], label: label, confidence: Double(gains[best]) / Double(max(actual.count, 1))))
        left.subtract(hits[best])
      }
    }
    self.boxes = boxes
  }
}
