import Kernels
import Testing

private let labels = (0..<103).map { $0 % 10 == 0 ? 2 : ($0 % 3 == 0 ? 1 : 0) }

private func count(_ rows: [Int], of label: Int) -> Int { rows.filter { labels[$0] == label }.count }

@Test func `a stratified split is disjoint, complete and keeps each class's share`() {
  let split = stratifiedSplit(labels: labels, testShare: 0.2, seed: 42)
  #expect((split.training + split.heldOut).sorted() == Array(labels.indices))
  #expect(split.heldOut.count == 21)  // 20.6 rounded
  for label in 0...2 {
    let exact = 0.2 * Double(count(Array(labels.indices), of: label))
    #expect(abs(Double(count(split.heldOut, of: label)) - exact) < 1)
  }
}

@Test func `the same seed splits alike and another seed does not`() {
  let split = stratifiedSplit(labels: labels, testShare: 0.2, seed: 42)
  #expect(split == stratifiedSplit(labels: labels, testShare: 0.2, seed: 42))
  #expect(split != stratifiedSplit(labels: labels, testShare: 0.2, seed: 43))
}

@Test func `rare classes stay on both sides, and a single row stays in training`() {
  let rare = [Int](repeating: 0, count: 50) + [1, 1, 2]
  let split = stratifiedSplit(labels: rare, testShare: 0.1, seed: 1)
  #expect(split.heldOut.filter { rare[$0] == 1 }.count == 1)
  #expect(split.training.contains(52))
  #expect(stratifiedSplit(labels: [], testShare: 0.5, seed: 1).training.isEmpty)
}

@Test(arguments: [2, 3, 5, 10])
func `every row is held out once, with its class's share in every fold`(folds: Int) {
  let splits = stratifiedKFold(labels: labels, folds: folds, seed: 9)
  #expect(splits.flatMap(\.heldOut).sorted() == Array(labels.indices))
  for split in splits {
    #expect((split.training + split.heldOut).sorted() == Array(labels.indices))
    for label in 0...2 {
      let exact = Double(count(Array(labels.indices), of: label)) / Double(folds)
      #expect(abs(Double(count(split.heldOut, of: label)) - exact) < 1)
    }
  }
}

@Test func `plain folds differ by one row at most`() {
  let splits = kFold(rows: 23, folds: 4, seed: 2)
  #expect(splits.flatMap(\.heldOut).sorted() == Array(0..<23))
  #expect(splits.map(\.heldOut.count).sorted() == [5, 6, 6, 6])
}

@Test(arguments: [(0, 0), (1, 0), (2, 1), (10, 3)])
func `a plain split holds the asked share out`(rows: Int, expected: Int) {
  let split = randomSplit(rows: rows, testShare: 0.3, seed: 5)
  #expect(split.heldOut.count == expected)
  #expect((split.training + split.heldOut).sorted() == Array(0..<rows))
}
