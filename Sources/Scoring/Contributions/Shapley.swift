/// Each player's Shapley value (Shapley, 1953): its effect averaged over every order in which players join.
///
/// - Parameter value: what a set of players is worth; bit i of the set stands for player i.
public func shapleyValues(players: Int, _ value: (Int) -> Double) -> [Double] {
  guard players > 0 else { return [] }
  let worth = (0..<(1 << players)).map(value)
  // s! (n − s − 1)! ÷ n!: the share of orders in which a set of size s comes first.
  func factorial(_ number: Int) -> Double { (0..<number).reduce(1) { $0 * Double($1 + 1) } }
  let weights = (0..<players).map { factorial($0) * factorial(players - $0 - 1) / factorial(players) }
  return (0..<players).map { player in
    worth.indices.filter { $0 & (1 << player) == 0 }.reduce(0) { sum, set in
      sum + weights[set.nonzeroBitCount] * (worth[set | (1 << player)] - worth[set])
    }
  }
}
