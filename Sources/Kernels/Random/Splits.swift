/// Row numbers kept for training and row numbers held back, both ascending and disjoint.
public struct RowSplit: Hashable, Codable, Sendable {
  public let training: [Int]
  public let heldOut: [Int]

  public init(training: [Int], heldOut: [Int]) {
    self.training = training
    self.heldOut = heldOut
  }
}

/// A split that holds the same share of every class back, drawn by seed.
///
/// The held-out rows number `testShare` × rows, rounded, as near as this allows: a class of one row stays
/// in training, and a class of two or more keeps at least one row on each side.
/// - Parameters:
///   - labels: shape [rows]; any integers.
///   - testShare: more than 0 and less than 1.
public func stratifiedSplit(labels: [Int], testShare: Double, seed: UInt64) -> RowSplit {
  precondition(testShare > 0 && testShare < 1, "a test share lies between 0 and 1, not \(testShare)")
  var generator = SeededGenerator(seed: seed, purpose: "stratified split")
  let classes = rowsByClass(labels)
  let counts = heldOutCounts(classes.map(\.count), share: testShare, total: labels.count)
  var heldOut: [Int] = []
  var training: [Int] = []
  for (rows, count) in zip(classes, counts) {
    var rows = rows
    generator.shuffle(&rows)
    heldOut += rows.prefix(count)
    training += rows.dropFirst(count)
  }
  return RowSplit(training: training.sorted(), heldOut: heldOut.sorted())
}

/// A split without regard to classes, drawn by seed; at least one row on each side if there are two.
public func randomSplit(rows: Int, testShare: Double, seed: UInt64) -> RowSplit {
  precondition(testShare > 0 && testShare < 1, "a test share lies between 0 and 1, not \(testShare)")
  var generator = SeededGenerator(seed: seed, purpose: "random split")
  var order = Array(0..<rows)
  generator.shuffle(&order)
  let wanted = Int((Double(rows) * testShare).rounded())
  let count = rows < 2 ? 0 : min(max(wanted, 1), rows - 1)
  return RowSplit(training: order.dropFirst(count).sorted(), heldOut: order.prefix(count).sorted())
}

/// Cross-validation: every row is held out in exactly one of the folds, whose sizes differ by at most one.
///
/// - Parameter folds: at least 2 and at most `rows`.
public func kFold(rows: Int, folds: Int, seed: UInt64) -> [RowSplit] {
  precondition(folds >= 2 && folds <= rows, "\(rows) rows cannot make \(folds) folds")
  var generator = SeededGenerator(seed: seed, purpose: "folds")
  var order = Array(0..<rows)
  generator.shuffle(&order)
  return splits(order: order, folds: folds)
}

/// Cross-validation in which every fold holds nearly the same share of every class.
///
/// Each class deals its shuffled rows out in turn, starting where the class before it stopped, so that a
/// class's rows in two folds differ by at most one, and so do the folds' sizes.
/// - Parameter folds: at least 2 and at most the number of labels.
public func stratifiedKFold(labels: [Int], folds: Int, seed: UInt64) -> [RowSplit] {
  precondition(folds >= 2 && folds <= labels.count, "\(labels.count) rows cannot make \(folds) folds")
  var generator = SeededGenerator(seed: seed, purpose: "stratified folds")
  var order: [Int] = []
  order.reserveCapacity(labels.count)
  for rows in rowsByClass(labels) {
    var rows = rows
    generator.shuffle(&rows)
    order += rows
  }
  return splits(order: order, folds: folds)
}

/// Deals `order` out to the folds in turn.
private func splits(order: [Int], folds: Int) -> [RowSplit] {
  var fold = [Int](repeating: 0, count: order.count)
  for (position, row) in order.enumerated() { fold[row] = position % folds }
  return (0..<folds).map { current in
    RowSplit(
      training: fold.indices.filter { fold[$0] != current },
      heldOut: fold.indices.filter { fold[$0] == current })
  }
}

/// The rows of each class, classes and rows ascending.
private func rowsByClass(_ labels: [Int]) -> [[Int]] {
  Dictionary(grouping: labels.indices, by: { labels[$0] })
    .sorted { $0.key < $1.key }
    .map { Array($0.value) }
}

/// How many of each class to hold out: the largest remainders get the rows that rounding down leaves.
private func heldOutCounts(_ sizes: [Int], share: Double, total: Int) -> [Int] {
  let exact = sizes.map { Double($0) * share }
  var counts = exact.map { Int($0) }
  let missing = Int((Double(total) * share).rounded()) - counts.reduce(0, +)
  let byRemainder = sizes.indices.sorted { left, right in
    let (a, b) = (exact[left] - Double(counts[left]), exact[right] - Double(counts[right]))
    return a == b ? left < right : a > b
  }
  for index in byRemainder.prefix(max(missing, 0)) { counts[index] += 1 }
  return zip(counts, sizes).map { count, size in size < 2 ? 0 : min(max(count, 1), size - 1) }
}
