import Datasets

/// The rows and columns of a board, and which of its turns and mirrorings leave it the same.
struct BoardShape: Hashable, Sendable {
  let squares: Int
  /// Squares of a row of a board that is as high as it is wide; nil where the squares make no such board.
  let side: Int?

  init(squares: Int) {
    self.squares = squares
    let root = Int(Double(squares).squareRoot().rounded())
    side = root * root == squares ? root : nil
  }

  /// For every turn and mirroring, the square that each square comes from; only the board as it stands where it
  /// is not as high as wide.
  var symmetries: [[Int]] {
    guard let side else { return [Array(0..<squares)] }
    let quarter = (0..<squares).map { square in
      let (row, column) = (square / side, square % side)
      return (side - 1 - column) * side + row
    }
    let mirror = (0..<squares).map { square in square / side * side + side - 1 - square % side }
    var found = [Array(0..<squares)]
    for _ in 0..<3 { found.append(quarter.map { found[found.count - 1][$0] }) }
    return found + found.map { turned in mirror.map { turned[$0] } }
  }

  /// Every line across the board: rows, columns and the two diagonals.
  var lines: [[Int]] {
    guard let side else { return [] }
    let rows = (0..<side).map { row in (0..<side).map { row * side + $0 } }
    let columns = (0..<side).map { column in (0..<side).map { $0 * side + column } }
    let diagonals = [
      (0..<side).map { $0 * side + $0 }, (0..<side).map { $0 * side + side - 1 - $0 },
    ]
    return rows + columns + diagonals
  }

  /// The places of positions that are the same but for a turn or mirroring, in the order they first occur.
  func groups(_ positions: [PositionCollection.Position]) -> [[Int]] {
    let symmetries = symmetries
    var groups: [[Int]] = []
    var known: [[UInt8]: Int] = [:]
    for (place, position) in positions.enumerated() {
      let squares = position.squares.map(\.rawValue)
      let views = symmetries.map { symmetry in symmetry.map { squares[$0] } }
      let first = views.min { $0.lexicographicallyPrecedes($1) } ?? squares
      if let group = known[first] {
        groups[group].append(place)
      } else {
        known[first] = groups.count
        groups.append([place])
      }
    }
    return groups
  }
}
