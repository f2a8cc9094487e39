import Datasets
import Knowledge
import Recommendations

extension MoveChoiceProblem {
  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample] {
    let trained = candidates.compactMap { candidate in models[candidate].map { (candidate, $0) } }
    guard let best = models[winner] else { return [] }
    return [try boards(best, winner), try shares(trained)]
  }

  /// Boards of the test part with the move that the chosen model plays.
  private func boards(_ model: Model, _ winner: PilotCandidate) throws -> PilotSample {
    let shown = shown(12)
    let moves = try moves(model, shown)
    let title = LocalizedText(en: "Moves in positions of the test part", zh: "测试局面中的走法")
    guard let side = shape.side else { return texts(title, shown, moves) }
    let pictures = zip(shown, moves).map { position, move in
      let isRight = position.moves.contains(move)
      return PictureSample(
        caption: isRight
          ? LocalizedText(en: "keeps the best result", zh: "保住最佳结局")
          : LocalizedText(en: "gives something away", zh: "丢了分"),
        width: side * BoardDrawing.cell, height: side * BoardDrawing.cell,
        values: BoardDrawing.values(position.squares, side: side),
        boxes: position.moves.map { BoardDrawing.box($0, side: side, isTrue: true) }
          + [BoardDrawing.box(move, side: side, isTrue: false)])
    }
    return PilotSample(
      title: title,
      note: LocalizedText(
        en:
          "Crosses are the player to move. True boxes are the moves that keep the best result; the found box"
          + " is what the chosen model plays (\(PictureWords.name(winner).en)).",
        zh: "叉是轮到走棋的一方。“真实”框是能保住最佳结局的走法；“找到”框是所选模型"
          + "（\(PictureWords.name(winner).zh)）的走法。"),
      .pictures(pictures))
  }

  private func texts(_ title: LocalizedText, _ shown: [Position], _ moves: [Int]) -> PilotSample {
    PilotSample(
      title: title,
      .texts(
        TextSample(
          columns: [
            LocalizedText(en: "Squares", zh: "棋盘"), LocalizedText(en: "Best moves", zh: "最佳走法"),
            LocalizedText(en: "Played", zh: "所走"),
          ],
          rows: zip(shown, moves).map { position, move in
            [
              position.squares.map { $0 == .own ? "x" : $0 == .other ? "o" : "." }.joined(),
              position.moves.map { "\($0 + 1)" }.joined(separator: " "), "\(move + 1)",
            ]
          })))
  }

  /// The share of best moves by how many squares are free.
  private func shares(_ trained: [(PilotCandidate, Model)]) throws -> PilotSample {
    let test = positions(.test)
    let free = test.map { position in position.squares.count { $0 == .empty } }
    let right = try trained.map { _, model in
      zip(try moves(model, test), test).map { $1.moves.contains($0) }
    }
    let rows = Set(free).sorted().map { number in
      let places = free.indices.filter { free[$0] == number }
      return TableSample.Row(
        name: "\(number)",
        values: right.map { right in
          Double(places.count { right[$0] }) / Double(places.count)
        } + [Double(places.count)])
    }
    return PilotSample(
      title: LocalizedText(
        en: "Share of moves that keep the best result, by free squares", zh: "按空格数统计：保住最佳结局的走法占比"),
      .table(
        TableSample(
          heading: LocalizedText(en: "Free squares", zh: "空格数"),
          columns: trained.map { PictureWords.name($0.0) }
            + [LocalizedText(en: "positions", zh: "局面数")],
          rows: rows)))
  }
}

/// Boards as small grey pictures.
private enum BoardDrawing {
  /// Pixels of a square's side.
  static let cell = 24

  /// Light squares with lines between, crosses for the player to move, rings for the other one.
  static func values(_ squares: [PositionCollection.Square], side: Int) -> [Float] {
    let width = side * cell
    return (0..<width * width).map { pixel in
      let (row, column) = (pixel / width, pixel % width)
      let (down, across) = (row % cell, column % cell)
      if down == 0 || across == 0 || row == width - 1 || column == width - 1 { return 0.6 }
      let (y, x) = (Double(down) - Double(cell) / 2, Double(across) - Double(cell) / 2)
      let reach = Double(cell) * 0.3
      switch squares[row / cell * side + column / cell] {
      case .empty: return 0.96
      case .own: return abs(abs(x) - abs(y)) < 1.6 && abs(x) < reach ? 0.05 : 0.96
      case .other: return abs((x * x + y * y).squareRoot() - reach) < 1.4 ? 0.25 : 0.96
      }
    }
  }

  static func box(_ square: Int, side: Int, isTrue: Bool) -> PictureSample.Box {
    let inset = isTrue ? 2.0 : 5
    return PictureSample.Box(
      x: Double(square % side * cell) + inset, y: Double(square / side * cell) + inset,
      width: Double(cell) - 2 * inset, height: Double(cell) - 2 * inset, label: "\(square + 1)",
      isTrue: isTrue)
  }
}
