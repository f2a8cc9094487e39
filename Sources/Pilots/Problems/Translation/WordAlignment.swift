/// Which source token each target token comes from, learnt by IBM Model 1 (Brown and others, 1993).
///
/// p(t | s) = 1 / (l + 1)ᵐ ∏ⱼ Σᵢ p(tⱼ | sᵢ), by expectation and maximisation from equal probabilities; a token
/// more in front of the source stands for target tokens that come from none.
struct WordAlignment {
  private static let rounds = 8
  private static let nothing = -1

  /// For every pair and target token the source place, or nil for none.
  let links: [[Int?]]

  init(_ pairs: [(source: [Int], target: [Int])]) {
    // One number for each pair of tokens that ever meet, so that the rounds are plain loops over arrays.
    var numbers: [[Int]: Int] = [:]
    var owners: [Int] = []
    var owner: [Int: Int] = [:]
    let cells = pairs.map { pair in
      pair.target.map { target in
        ([Self.nothing] + pair.source).map { source -> Int in
          if let number = numbers[[source, target]] { return number }
          let number = owners.count
          numbers[[source, target]] = number
          owners.append(owner[source] ?? owner.count)
          if owner[source] == nil { owner[source] = owner.count }
          return number
        }
      }
    }
    var probabilities = [Double](repeating: 1, count: owners.count)
    for _ in 0..<Self.rounds {
      var expected = [Double](repeating: 0, count: owners.count)
      for pair in cells {
        for row in pair {
          let sum = row.reduce(0.0) { $0 + probabilities[$1] }
          for cell in row { expected[cell] += probabilities[cell] / sum }
        }
      }
      var totals = [Double](repeating: 0, count: owner.count)
      for cell in owners.indices { totals[owners[cell]] += expected[cell] }
      for cell in owners.indices { probabilities[cell] = expected[cell] / totals[owners[cell]] }
    }
    links = cells.map { pair in
      pair.map { row in
        let best = row.indices.max { probabilities[row[$0]] < probabilities[row[$1]] } ?? 0
        return best == 0 ? nil : best - 1
      }
    }
  }

  /// A source and a target place that belong together.
  struct Link: Hashable {
    let source: Int
    let target: Int
  }

  /// Alignments of both directions made one: the links that both have, grown by neighbouring links of either
  /// that join a token without any (Koehn and others, 2003).
  static func symmetric(_ pairs: [(source: [Int], target: [Int])]) -> [Set<Link>] {
    let forward = WordAlignment(pairs).links
    let backward = WordAlignment(pairs.map { ($0.target, $0.source) }).links
    return pairs.indices.map { pair in
      let ours = Set(
        forward[pair].enumerated().compactMap { place, source in
          source.map { Link(source: $0, target: place) }
        })
      let theirs = Set(
        backward[pair].enumerated().compactMap { place, target in
          target.map { Link(source: place, target: $0) }
        })
      return grown(ours.intersection(theirs), by: ours.union(theirs))
    }
  }

  private static func grown(_ start: Set<Link>, by all: Set<Link>) -> Set<Link> {
    var links = start
    let order = all.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    while true {
      let before = links.count
      for link in order where !links.contains(link) {
        let isNew =
          !links.contains { $0.source == link.source } || !links.contains { $0.target == link.target }
        let isNear = links.contains {
          abs($0.source - link.source) <= 1 && abs($0.target - link.target) <= 1
        }
        if isNew && isNear { links.insert(link) }
      }
      if links.count == before { return links }
    }
  }
}
