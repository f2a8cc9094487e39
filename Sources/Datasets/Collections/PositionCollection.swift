import Foundation

/// Positions of a board game with the moves that keep the best result that can be forced.
public struct PositionCollection: Sendable {
  /// What stands on a square, seen by the player to move.
  public enum Square: UInt8, Sendable, Hashable, CaseIterable {
    case empty = 0
    case own = 1
    case other = 2
  }

  public struct Position: Sendable, Hashable {
    public let squares: [Square]
    /// Free squares, counted from 0, rising; at least one.
    public let moves: [Int]

    public init(squares: [Square], moves: [Int]) {
      self.squares = squares
      self.moves = moves
    }
  }

  public let facts: CollectionFacts
  /// Squares of the board, the same for all positions.
  public let squares: Int
  public let positions: [Position]

  public init(facts: CollectionFacts, squares: Int, positions: [Position]) {
    self.facts = facts
    self.squares = squares
    self.positions = positions
  }

  public static let samples: [CollectionSample<PositionCollection>] = [.ticTacToe]

  /// The most squares a board may have: a chess-sized board of Go.
  public static let mostSquares = 100

  /// Reads a table with a column for every square, in the board's order, and a column `moves`.
  ///
  /// A square holds `x` (the player to move), `o` (the other one), or `b`, `-`, `.` or nothing when it is free.
  /// With a column `player` that holds `x` or `o`, that one is to move. `moves` names the best squares by number,
  /// from 1, with spaces between.
  /// - Throws: what `readTable` refuses; no column `moves`, fewer than 4 or more than 100 squares, another sign on
  ///   a square, a move that is no number of a free square, or fewer than 30 positions.
  public static func load(_ request: DatasetRequest) throws(DatasetError) -> PositionCollection {
    let read = try readTable(request.location, declared: request.encoding, lineLimit: request.lineLimit)
    let table = read.table
    let wanted = request.target ?? "moves"
    guard let moves = table.names.firstIndex(of: wanted) else {
      throw .unknownColumn(name: wanted, nearest: nearest(wanted, in: table.names), columns: table.names)
    }
    let player = table.names.firstIndex(of: "player")
    let columns = table.names.indices.filter { $0 != moves && $0 != player }
    guard (4...mostSquares).contains(columns.count) else {
      throw .boardSize(squares: columns.count, least: 4, most: mostSquares)
    }
    guard table.rows >= 30 else { throw .tooFewRows(rows: table.rows, least: 30) }
    var positions: [Position] = []
    for row in 0..<table.rows {
      let turn = try mover(table, row, player)
      var squares: [Square] = []
      for column in columns { squares.append(try square(table, row, column, own: turn)) }
      positions.append(Position(squares: squares, moves: try moveList(table, row, moves, squares)))
    }
    return PositionCollection(
      facts: CollectionFacts(
        name: request.location.lastPathComponent, origin: .user, modality: .tabular, notes: read.notes,
        fingerprint: fingerprint(positions)),
      squares: columns.count, positions: positions)
  }

  static func fingerprint(_ positions: [Position]) -> String {
    var digest = ExampleDigest()
    for position in positions {
      digest.add(position.squares.map(\.rawValue))
      digest.add(position.moves)
    }
    return digest.hexadecimal()
  }
}

/// The sign of the player to move.
private func mover(_ table: RawTable, _ row: Int, _ column: Int?) throws(DatasetError) -> String {
  guard let column else { return "x" }
  let text = table.text(row: row, column: column).lowercased()
  if ["x", "o"].contains(text) { return text }
  throw .unknownSign(column: table.names[column], row: row + 1, text: text, known: ["x", "o"])
}

private func square(
  _ table: RawTable, _ row: Int, _ column: Int, own: String
) throws(DatasetError) -> PositionCollection.Square {
  let text = table.text(row: row, column: column).lowercased()
  switch text {
  case "x", "o": return text == own ? .own : .other
  case "", "b", "-", ".", "_": return .empty
  default:
    throw .unknownSign(column: table.names[column], row: row + 1, text: text, known: ["x", "o", "b"])
  }
}

private func moveList(
  _ table: RawTable, _ row: Int, _ column: Int, _ squares: [PositionCollection.Square]
) throws(DatasetError) -> [Int] {
  let text = table.text(row: row, column: column)
  let parts = text.split(whereSeparator: \.isWhitespace)
  var moves = Set<Int>()
  for part in parts {
    guard let number = Int(part), squares.indices.contains(number - 1), squares[number - 1] == .empty else {
      throw .illegalMove(row: row + 1, text: String(part), squares: squares.count)
    }
    moves.insert(number - 1)
  }
  if moves.isEmpty { throw .illegalMove(row: row + 1, text: text, squares: squares.count) }
  return moves.sorted()
}
