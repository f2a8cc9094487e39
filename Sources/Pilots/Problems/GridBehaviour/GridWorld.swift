import Datasets

/// A map with its rules, ready to be planned or walked in: cells of floor numbered from 0, and who moves how.
///
/// A step costs 0.01. Then the character is at the goal, which earns 1 and ends it; or where the pursuer is, which
/// costs 1 and ends it; or the pursuer moves, with probability 0.8 to one of the cells nearer to the character,
/// each as likely, and otherwise not, and has caught it if it is there. After 60 steps it ends as it stands.
struct GridWorld: Sendable {
  static let stepCost = 0.01
  static let horizon = 60
  static let pursuit = 0.8
  /// Up, right, down, left, stay.
  static let actions = 5

  let map: GridMap
  /// The map's cells without wall.
  let floor: [Int]
  let start: Int
  let goal: Int
  let pursuer: Int
  /// [cell][action]: where it leads; nil for a wall.
  let steps: [[Int?]]
  /// [cell][cell]: steps from one to the other; nil where there is no way.
  let distances: [[Int?]]
  /// Whether the step carried out is drawn from the possible ones whatever was chosen: nothing that is decided
  /// then matters, which is what a control needs.
  let ignoresChoices: Bool

  init(_ map: GridMap, ignoresChoices: Bool = false) {
    self.map = map
    self.ignoresChoices = ignoresChoices
    let floor = map.walls.indices.filter { !map.walls[$0] }
    var numbers: [Int: Int] = [:]
    for (number, cell) in floor.enumerated() { numbers[cell] = number }
    self.floor = floor
    start = numbers[map.start] ?? 0
    goal = numbers[map.goal] ?? 0
    pursuer = numbers[map.pursuer] ?? 0
    steps = floor.enumerated().map { number, cell in
      map.neighbours(cell).map { neighbour in neighbour.flatMap { numbers[$0] } } + [number]
    }
    distances = floor.map { cell in
      let all = map.distances(to: cell)
      return floor.map { all[$0] }
    }
  }

  var cells: Int { floor.count }

  /// The number of a state: where the character is, and where the pursuer.
  func state(_ cell: Int, _ pursuer: Int) -> Int { cell * cells + pursuer }
  var startState: Int { state(start, pursuer) }

  /// Where the pursuer may go for a character there; itself where it has no way.
  func chase(_ cell: Int, _ pursuer: Int) -> [Int] {
    guard let now = distances[cell][pursuer], now > 0 else { return [pursuer] }
    return steps[pursuer].prefix(4).compactMap { next in
      next.flatMap { (distances[cell][$0] ?? now) < now ? $0 : nil }
    }
  }

  /// What probabilities of actions become: none for walls, and all alike where choices are ignored.
  func possible(_ wanted: [Double], at cell: Int) -> [Double] {
    let open = steps[cell]
    var shares = wanted.indices.map { open[$0] == nil ? 0 : ignoresChoices ? 1 : wanted[$0] }
    let sum = shares.reduce(0, +)
    if sum <= 0 { shares = open.map { $0 == nil ? 0 : 1 } }
    let total = sum > 0 ? sum : shares.reduce(0, +)
    return shares.map { $0 / total }
  }
}
