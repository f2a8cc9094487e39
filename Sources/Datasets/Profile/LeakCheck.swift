/// The share of the naive guess's error that one column must remove to be suspected.
private let suspicion = 0.95

/// Columns that predict the target nearly perfectly on their own, strongest first.
///
/// Each column is cut into groups (a level, or one of at most 64 equal parts of its range of ranks);
/// a row is predicted from the other rows of its group, so that a group of one row proves nothing.
func suspectLeaks(_ dataset: Dataset) -> [SuspectLeak] {
  guard case .table(let columns) = dataset.content else { return [] }
  return columns.compactMap { column in
    guard let groups = groups(column.values, dataset.rows) else { return nil }
    let share =
      dataset.task == .regression
      ? explainedVariance(dataset.targets, groups)
      : explainedClasses(dataset.targets, dataset.classes.count, groups)
    return share >= suspicion ? SuspectLeak(column: column.name, share: share) : nil
  }.sorted { ($1.share, $0.column) < ($0.share, $1.column) }
}

/// The group of each row; `nil` for texts, whose every row is its own group.
private func groups(_ values: ColumnValues, _ rows: Int) -> [Int]? {
  switch values {
  case .levels(let codes, _): codes.map { Int($0) + 1 }
  case .numbers(let numbers): rankGroups(numbers)
  case .dates(let dates): rankGroups(dates.map { $0.map { Double($0.dayNumber) } ?? .nan })
  case .text: nil
  }
}

/// Equal parts of the sorted values; equal values always share a part, missing ones have their own.
private func rankGroups(_ numbers: [Double]) -> [Int] {
  var groups = [Int](repeating: 0, count: numbers.count)
  let order = numbers.indices.filter { !numbers[$0].isNaN }.sorted { numbers[$0] < numbers[$1] }
  let size = max(5, order.count / 64)
  var group = 1
  var filled = 0
  for (rank, row) in order.enumerated() {
    let isNew = rank > 0 && numbers[row] != numbers[order[rank - 1]]
    if isNew, filled >= size || order.count <= 640 && isBoundary(numbers, order, rank) {
      group += 1
      filled = 0
    }
    groups[row] = group
    filled += 1
  }
  return groups
}

/// A jump of values in a small column deserves a cut of its own.
private func isBoundary(_ numbers: [Double], _ order: [Int], _ rank: Int) -> Bool {
  let range = numbers[order[order.count - 1]] - numbers[order[0]]
  return numbers[order[rank]] - numbers[order[rank - 1]] > range / 20
}

private func explainedClasses(_ targets: [Double], _ classes: Int, _ groups: [Int]) -> Double {
  let groupCount = (groups.max() ?? 0) + 1
  var counts = [Int](repeating: 0, count: groupCount * classes)
  var totals = [Int](repeating: 0, count: classes)
  for (row, target) in targets.enumerated() {
    counts[groups[row] * classes + Int(target)] += 1
    totals[Int(target)] += 1
  }
  var right = 0
  for (row, target) in targets.enumerated() {
    let own = Int(target)
    let start = groups[row] * classes
    let mine = counts[start + own] - 1
    // Right when the row's own class leads among the other rows of its group.
    if mine > 0, (0..<classes).allSatisfy({ $0 == own || counts[start + $0] < mine }) { right += 1 }
  }
  let naive = totals.max() ?? 0
  return targets.count > naive ? Double(right - naive) / Double(targets.count - naive) : 0
}

private func explainedVariance(_ targets: [Double], _ groups: [Int]) -> Double {
  let groupCount = (groups.max() ?? 0) + 1
  var counts = [Double](repeating: 0, count: groupCount)
  var sums = counts
  for (row, target) in targets.enumerated() {
    counts[groups[row]] += 1
    sums[groups[row]] += target
  }
  let mean = targets.reduce(0, +) / Double(targets.count)
  var left = 0.0
  var total = 0.0
  for (row, target) in targets.enumerated() {
    let group = groups[row]
    let others = counts[group] > 1 ? (sums[group] - target) / (counts[group] - 1) : mean
    left += (target - others) * (target - others)
    total += (target - mean) * (target - mean)
  }
  return total > 0 ? 1 - left / total : 0
}
