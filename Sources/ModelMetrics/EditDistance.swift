/// The fewest symbols to put in, leave out or replace to make one sequence of another (Levenshtein, 1966).
///
/// Over words it is the numerator of the word error rate, whose denominator is the words of the reference.
public func editDistance<Symbol: Equatable>(_ first: [Symbol], _ second: [Symbol]) -> Int {
  if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
  var last = Array(0...second.count)
  for (row, symbol) in first.enumerated() {
    var diagonal = last[0]
    last[0] = row + 1
    for column in second.indices {
      let replaced = diagonal + (second[column] == symbol ? 0 : 1)
      diagonal = last[column + 1]
      last[column + 1] = min(replaced, diagonal + 1, last[column] + 1)
    }
  }
  return last[second.count]
}
