import Kernels

/// Which rows an epoch visits, and in what order.
public enum Sampling: String, Codable, CaseIterable, Sendable {
  /// Every row once, in an order drawn anew each epoch.
  case shuffled
  /// Every row once, as they stand.
  case inOrder = "in-order"
  /// As many rows as there are, each class equally often on average: rare classes come up repeatedly.
  /// For targets that are one class index a row.
  case classBalanced = "class-balanced"

  /// The rows of one epoch (counted from 1): a function of the seed and the epoch alone, so that a
  /// training can resume at any step without stored random numbers.
  func order(rows: Int, targets: [Float], epoch: Int, seed: UInt64) -> [Int] {
    var generator = SeededGenerator(seed: seed, purpose: "batch order \(epoch)")
    switch self {
    case .inOrder: return Array(0..<rows)
    case .shuffled:
      var order = Array(0..<rows)
      generator.shuffle(&order)
      return order
    case .classBalanced:
      let classes = Dictionary(grouping: 0..<rows) { Int(targets[$0]) }
        .sorted { $0.key < $1.key }.map(\.value)
      return (0..<rows).map { _ in
        let ofClass = classes[generator.index(below: classes.count)]
        return ofClass[generator.index(below: ofClass.count)]
      }
    }
  }
}
