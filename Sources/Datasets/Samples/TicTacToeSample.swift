extension SampleData {
  /// All 958 positions in which a game of tic-tac-toe can end, x moving first.
  static let ticTacToeEndgames = SampleData(
    id: "tic-tac-toe-endgames", kind: .computed,
    title: BilingualText(en: "Tic-tac-toe end positions", zh: "井字棋终局局面"),
    process: BilingualText(
      en: "Computed: every game of tic-tac-toe is played out from the empty board, x first, and each distinct"
        + " end position is kept: 958, of which x wins 626. Cells are x, o or b (blank); the class is"
        + " positive when x has three in a row.",
      zh: "由计算得出：从空棋盘出发，x 先行，走遍所有井字棋对局，保留每个不同的终局局面，共 958 个，其中 x 胜 626 个。"
        + "格子取 x、o 或 b（空）；x 连成三子时类别为 positive。"),
    sourceID: "computed:tic-tac-toe"
  ) { _, _ throws(DatasetError) in
    .table(
      RawTable(
        names: ["tl", "tm", "tr", "ml", "mm", "mr", "bl", "bm", "br", "x_wins"], rows: endPositions()),
      target: "x_wins")
  }

  private static func endPositions() -> [[String]] {
    var rows: [[String]] = []
    var seen = Set<[Mark]>()
    play(Array(repeating: .blank, count: 9), next: .cross, seen: &seen, rows: &rows)
    return rows
  }

  /// Plays every continuation; a position stands once, where it is first met.
  private static func play(_ board: [Mark], next: Mark, seen: inout Set<[Mark]>, rows: inout [[String]]) {
    guard seen.insert(board).inserted else { return }
    let crossWins = wins(.cross, board)
    if crossWins || wins(.nought, board) || !board.contains(.blank) {
      rows.append(board.map(\.rawValue) + [crossWins ? "positive" : "negative"])
      return
    }
    for cell in board.indices where board[cell] == .blank {
      var after = board
      after[cell] = next
      play(after, next: next == .cross ? .nought : .cross, seen: &seen, rows: &rows)
    }
  }

  private enum Mark: String {
    case cross = "x"
    case nought = "o"
    case blank = "b"
  }

  private static func wins(_ mark: Mark, _ board: [Mark]) -> Bool {
    let lines = [
      [0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6],
    ]
    return lines.contains { $0.allSatisfy { board[$0] == mark } }
  }
}
