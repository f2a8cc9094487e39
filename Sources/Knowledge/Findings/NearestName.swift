/// The known name nearest to a mistyped one, or nil when none is near enough to be meant.
///
/// Nearness is the optimal string alignment distance (insertions, deletions, replacements, swaps of
/// neighbours); at most a third of the name's length, and at least one, may differ.
public func nearestName(to name: String, among known: [String]) -> String? {
  let typed = Array(name.lowercased().utf8)
  let allowed = max(1, typed.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in known {
    let letters = Array(candidate.lowercased().utf8)
    guard abs(letters.count - typed.count) <= allowed else { continue }
    let distance = alignmentDistance(typed, letters)
    if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  if let best { return best.name }
  // A forgotten section, `quality` for `data.quality`, is a common slip of its own.
  let endings = known.filter { $0.hasSuffix(".\(name)") || $0.hasSuffix("/\(name)") }
  return endings.count == 1 ? endings[0] : nil
}

private func alignmentDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: second.count + 1)
  var last = Array(0...second.count)
  for (row, letter) in first.enumerated() {
    var current = [row + 1] + [Int](repeating: 0, count: second.count)
    for (column, other) in second.enumerated() {
      let replaced = last[column] + (letter == other ? 0 : 1)
      current[column + 1] = min(replaced, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
        current[column + 1] = min(current[column + 1], beforeLast[column - 1] + 1)
      }
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}
