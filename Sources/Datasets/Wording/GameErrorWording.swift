extension DatasetError {
  /// Of tables of positions and files of maps.
  var gameWording: BilingualText {
    switch self {
    case .boardSize(let squares, let least, let most):
      say(
        "the board has \(count(squares, "column")) of squares; expected \(least) to \(most) beside 'moves' and"
          + " 'player'",
        "棋盘有 \(squares) 列格子；除“moves”和“player”之外应有 \(least) 至 \(most) 列")
    case .unknownSign(let column, let row, let text, let known):
      say(
        "column '\(column)', row \(row): '\(text)' is no sign of the board; expected one of:"
          + " \(known.joined(separator: ", "))",
        "列“\(column)”第 \(row) 行：“\(text)”不是棋盘上的符号；应为：\(known.joined(separator: "、"))")
    case .illegalMove(let row, let text, let squares):
      say(
        "column 'moves', row \(row): '\(text)' names no free square; expected numbers from 1 to \(squares), with"
          + " spaces between",
        "列“moves”第 \(row) 行：“\(text)”不是空格子的编号；应为 1 至 \(squares) 的数，以空格隔开")
    case .mapSign(let path, let line, let sign):
      say(
        "\(path):\(line): '\(sign)' is no sign of a map; expected # (wall), . (floor), S, G or E",
        "\(path):\(line)：“\(sign)”不是地图符号；应为 #（墙）、.（空地）、S、G 或 E")
    case .mapRow(let path, let line, let expected, let got):
      say(
        "\(path):\(line): the row has \(count(got, "cell")), expected \(expected) as in the map's first row",
        "\(path):\(line)：这一行有 \(got) 格，按该地图第一行应为 \(expected) 格")
    case .mapPlaces(let path, let line, let sign, let found):
      say(
        "\(path):\(line): the map that begins here has \(found) '\(sign)'; expected exactly one",
        "\(path):\(line)：从这里开始的地图有 \(found) 个“\(sign)”；应恰有一个")
    case .mapTooLarge(let path, let line, let floor, let most):
      say(
        "\(path):\(line): the map that begins here has \(floor) cells without wall; at most \(most) can be planned"
          + " exactly in a pilot",
        "\(path):\(line)：从这里开始的地图有 \(floor) 个无墙的格子；试点中最多能精确规划 \(most) 个")
    case .goalOutOfReach(let path, let line):
      say(
        "\(path):\(line): in the map that begins here no way leads from S to G",
        "\(path):\(line)：从这里开始的地图中，从 S 到 G 没有路")
    case .mapCount(let path, let found, let least, let most):
      say(
        "\(path): \(count(found, "map")); expected \(least) to \(most), with an empty line between two",
        "\(path)：共有 \(found) 张地图；应为 \(least) 至 \(most) 张，两张之间隔一空行")
    default: preconditionFailure("not an error of a game")
    }
  }
}
