import Kernels

/// Which examples a problem trains on, chooses by and tests on: seven, one and two tenths.
struct PartSplit: Hashable, Sendable {
  let training: [Int]
  let validation: [Int]
  let test: [Int]

  /// Deals out examples by chance, or in their order where later ones must be tested on earlier ones.
  ///
  /// - Throws: `PilotError.tooFewRows` for fewer than 30.
  init(_ count: Int, seed: UInt64, inOrder: Bool = false) throws {
    guard count >= 30 else { throw PilotError.tooFewRows(training: count, needed: 30) }
    var order = Array(0..<count)
    if !inOrder {
      var generator = SeededGenerator(seed: seed, purpose: "parts")
      generator.shuffle(&order)
    }
    let (test, validation) = (max(5, count / 5), max(5, count / 10))
    let rest = order.dropLast(test)
    training = Array(rest.dropLast(validation)).sorted()
    self.validation = Array(rest.suffix(validation)).sorted()
    self.test = Array(order.suffix(test)).sorted()
  }

  /// At most so many examples of a part, spread evenly over it: files are often in some order.
  func thinned(_ part: ProblemPart, to limit: Int) -> [Int] {
    let all = self[part]
    guard all.count > limit else { return all }
    return (0..<limit).map { all[$0 * all.count / limit] }
  }

  subscript(part: ProblemPart) -> [Int] {
    switch part {
    case .training: training
    case .validation: validation
    case .test: test
    }
  }
}
