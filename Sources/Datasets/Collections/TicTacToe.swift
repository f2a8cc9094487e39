extension CollectionSample<PositionCollection> {
  /// Every undecided position of tic-tac-toe.
  static let ticTacToe = CollectionSample(
    id: "tic-tac-toe", kind: .computed,
    title: BilingualText(en: "All undecided positions of tic-tac-toe", zh: "井字棋的全部未决局面"),
    process: BilingualText(
      en:
        "Computed: the 4,520 positions of tic-tac-toe that play can reach and that are not decided, seen by the"
        + " player to move. A search to the end of the game (minimax) found the moves that keep the best result"
        + " that can be forced: a win before a draw before a loss, whatever the number of moves.",
      zh: "计算得出：井字棋中对局可以到达且尚未分出胜负的 4520 个局面，均从轮到走棋的一方看。"
        + "用搜索到终局的极小化极大算法求出能保住最佳结局的走法：胜优于和，和优于负，不计步数。"),
    sourceID: "computation:tic-tac-toe"
  ) { sample, _, _ throws(DatasetError) in
    let positions = TicTacToe.positions()
    return PositionCollection(
      facts: CollectionFacts(
        sample, modality: .tabular, fingerprint: PositionCollection.fingerprint(positions)),
      squares: 9, positions: positions)
  }
}

/// The rules of tic-tac-toe and its complete search.
enum TicTacToe {
  typealias Square = PositionCollection.Square

  static let lines = [
    [0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6],
  ]

  /// The undecided positions that play can reach, in the order of their squares.
  static func positions() -> [PositionCollection.Position] {
    var values: [[Square]: Int] = [:]
    _ = value([Square](repeating: .empty, count: 9), &values)
    let undecided = values.keys.filter { !isDecided($0) }
    return undecided.sorted { $0.lexicographicallyPrecedes($1) { $0.rawValue < $1.rawValue } }.map {
      squares in
      let free = squares.indices.filter { squares[$0] == .empty }
      let results = free.map { -(values[after($0, squares)] ?? 0) }
      let best = results.max()
      return PositionCollection.Position(
        squares: squares, moves: zip(free, results).filter { $1 == best }.map(\.0))
    }
  }

  /// 1 if the player to move can force a win, 0 a draw, −1 neither.
  private static func value(_ squares: [Square], _ known: inout [[Square]: Int]) -> Int {
    if let value = known[squares] { return value }
    var best = -1
    if isDecided(squares) {
      // Only the player who has just moved can have won.
      best = hasLine(.other, squares) ? -1 : 0
    } else {
      for place in squares.indices where squares[place] == .empty {
        best = max(best, -value(after(place, squares), &known))
      }
    }
    known[squares] = best
    return best
  }

  /// The position after a move, seen by the other player.
  private static func after(_ place: Int, _ squares: [Square]) -> [Square] {
    var next = squares
    next[place] = .own
    return next.map { $0 == .own ? .other : $0 == .other ? .own : .empty }
  }

  private static func isDecided(_ squares: [Square]) -> Bool {
    !squares.contains(.empty) || hasLine(.other, squares)
  }

  private static func hasLine(_ player: Square, _ squares: [Square]) -> Bool {
    lines.contains { $0.allSatisfy { squares[$0] == player } }
  }
}
