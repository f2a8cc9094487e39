import Datasets
import Foundation

/// A fixed order of squares: the first free one is played.
struct SquareOrder: Hashable, Codable, Sendable {
  /// For every square the share of positions with it free in which it was a best move.
  let shares: [Double]

  init(squares: Int, _ positions: [PositionCollection.Position]) {
    var (free, best) = ([Int](repeating: 0, count: squares), [Int](repeating: 0, count: squares))
    for position in positions {
      for square in 0..<squares where position.squares[square] == .empty { free[square] += 1 }
      for move in position.moves { best[move] += 1 }
    }
    shares = zip(free, best).map { $0 == 0 ? 0 : Double($1) / Double($0) }
  }

  func scores(_ position: PositionCollection.Position) -> [Double] { shares }
}

/// Rules that look one move ahead on a board of lines: finish a line of one's own, stop one of the other's, then
/// the centre, corners and sides.
struct LineRules: Hashable, Codable, Sendable {
  let squares: Int

  func scores(_ position: PositionCollection.Position) -> [Double] {
    let shape = BoardShape(squares: squares)
    guard let side = shape.side else { return position.squares.map { _ in 0 } }
    let middle = Double(side - 1) / 2
    var scores = (0..<squares).map { square in
      let (down, across) = (abs(Double(square / side) - middle), abs(Double(square % side) - middle))
      if down + across < 1 { return 3.0 }
      return down == middle && across == middle ? 2 : 1
    }
    for line in shape.lines {
      let free = line.filter { position.squares[$0] == .empty }
      guard free.count == 1 else { continue }
      let own = line.count { position.squares[$0] == .own }
      if own == side - 1 { scores[free[0]] = max(scores[free[0]], 100) }
      if own == 0 { scores[free[0]] = max(scores[free[0]], 10) }
    }
    return scores
  }
}

/// For every square the odds that it is a best move, from what stands on each of the others as if they were
/// independent: naive Bayes, with one count added to each.
struct SquareOdds: Hashable, Codable, Sendable {
  let squares: Int
  /// Logarithms of the odds before anything is seen.
  private let prior: [Double]
  /// [square][other square · 3 + what stands there]: what that adds to the logarithm.
  private let evidence: [[Double]]

  init(squares: Int, _ positions: [PositionCollection.Position]) {
    self.squares = squares
    var prior: [Double] = []
    var evidence: [[Double]] = []
    for square in 0..<squares {
      var counts = [[Double]](repeating: [Double](repeating: 1, count: 3 * squares), count: 2)
      var totals = [1.0, 1.0]
      for position in positions where position.squares[square] == .empty {
        let isBest = position.moves.contains(square) ? 1 : 0
        totals[isBest] += 1
        for (other, sign) in position.squares.enumerated() {
          counts[isBest][3 * other + Int(sign.rawValue)] += 1
        }
      }
      prior.append(log(totals[1] / totals[0]))
      evidence.append(
        zip(counts[1], counts[0]).map { best, rest in
          log(best / (totals[1] + 2)) - log(rest / (totals[0] + 2))
        })
    }
    self.prior = prior
    self.evidence = evidence
  }

  func scores(_ position: PositionCollection.Position) -> [Double] {
    (0..<squares).map { square in
      position.squares.enumerated().reduce(prior[square]) {
        $0 + evidence[square][3 * $1.offset + Int($1.element.rawValue)]
      }
    }
  }

  var parameterCount: Int { prior.count + evidence.reduce(0) { $0 + $1.count } }
}
