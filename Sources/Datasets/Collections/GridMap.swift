/// One map of a grid world: walls, where a character and its pursuer begin, and where it wants to go.
///
/// Cells are numbered row by row from the left upper corner; all around the map is wall.
public struct GridMap: Sendable, Hashable {
  public let width: Int
  public let height: Int
  /// One entry a cell.
  public let walls: [Bool]
  public let start: Int
  public let goal: Int
  public let pursuer: Int

  public init(width: Int, height: Int, walls: [Bool], start: Int, goal: Int, pursuer: Int) {
    precondition(walls.count == width * height, "one wall entry a cell")
    self.width = width
    self.height = height
    self.walls = walls
    self.start = start
    self.goal = goal
    self.pursuer = pursuer
  }

  /// The cell above, to the right, below and to the left; nil behind the edge or in a wall.
  public func neighbours(_ cell: Int) -> [Int?] {
    let (row, column) = (cell / width, cell % width)
    return [(-1, 0), (0, 1), (1, 0), (0, -1)].map { down, across in
      let (nextRow, nextColumn) = (row + down, column + across)
      guard (0..<height).contains(nextRow), (0..<width).contains(nextColumn) else { return nil }
      let next = nextRow * width + nextColumn
      return walls[next] ? nil : next
    }
  }

  /// Steps from every cell to one, around walls; nil where there is no way.
  public func distances(to cell: Int) -> [Int?] {
    var distances = [Int?](repeating: nil, count: walls.count)
    distances[cell] = 0
    var queue = [cell]
    var next = 0
    while next < queue.count {
      let here = queue[next]
      next += 1
      for case let neighbour? in neighbours(here) where distances[neighbour] == nil {
        distances[neighbour] = (distances[here] ?? 0) + 1
        queue.append(neighbour)
      }
    }
    return distances
  }

  /// The map as its file has it.
  public var rows: [String] {
    (0..<height).map { row in
      String(
        (0..<width).map { column -> Character in
          let cell = row * width + column
          return cell == start ? "S" : cell == goal ? "G" : cell == pursuer ? "E" : walls[cell] ? "#" : "."
        })
    }
  }
}
