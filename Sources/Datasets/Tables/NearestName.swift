/// The known name most like a mistyped one; `nil` when none is close.
func nearest(_ name: String, in known: [String]) -> String? {
  let typed = Array(name.lowercased())
  let ranked = known.map { ($0, editDistance(typed, Array($0.lowercased()))) }
  guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
  return best.1 <= max(2, typed.count / 3) ? best.0 : nil
}

/// Insertions, deletions, substitutions and swaps of neighbours between two words (Damerau, 1964).
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for row in 1...first.count {
    var current = [row] + [Int](repeating: 0, count: second.count)
    for column in 1...second.count {
      let cost = first[row - 1] == second[column - 1] ? 0 : 1
      current[column] = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
      if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
        current[column] = min(current[column], beforeLast[column - 2] + 1)
      }
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}
