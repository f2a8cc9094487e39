/// Each player's Shapley value (Shapley, 1953): its effect averaged over every order in which they join.
///
/// The shares add up to what all players together are worth, less what nobody is worth.
/// - Parameter worths: what each subset is worth, player i being in subset s when bit i of s is set; 2ⁿ values.
public func shapleyShares(players: Int, worths: [Double]) -> [Double] {
  precondition(worths.count == 1 << players, "one worth a subset of the players")
  let weights = orderWeights(players)
  return (0..<players).map { player in
    var share = 0.0
    for subset in worths.indices where subset & (1 << player) == 0 {
      share += weights[subset.nonzeroBitCount] * (worths[subset | (1 << player)] - worths[subset])
    }
    return share
  }
}

/// s! (n − s − 1)! ÷ n! for every subset size s: the share of orders in which a subset comes first.
private func orderWeights(_ count: Int) -> [Double] {
  func factorial(_ number: Int) -> Double { (0..<number).reduce(1) { $0 * Double($1 + 1) } }
  return (0..<count).map { factorial($0) * factorial(count - $0 - 1) / factorial(count) }
}
