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
  /// Where an action leads that runs into a wall.
  static let wall = -1

  let map: GridMap
  /// The map's cells without wall.
  let floor: [Int]
  let start: Int
  let goal: Int
  let pursuer: Int
  /// [cell · 5 + action]: the cell it leads to, or `wall`.
  let targets: [Int]
  /// [cell][cell]: steps from one to the other; nil where there is no way.
  let distances: [[Int?]]
  /// Whether the step carried out is drawn from the possible ones whatever was chosen: nothing that is decided
  /// then matters, which is what a control needs.
  let ignoresChoices: Bool
  /// The pursuer's cells of all states, one after another, and where those of each state begin.
  private let chased: [Int]
  private let firstChased: [Int]

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
    let targets = floor.enumerated().flatMap { number, cell in
      map.neighbours(cell).map { neighbour in neighbour.flatMap { numbers[$0] } ?? Self.wall } + [number]
    }
    self.targets = targets
    let distances = floor.map { cell in
      let all = map.distances(to: cell)
      return floor.map { all[$0] }
    }
    self.distances = distances
    var chased: [Int] = []
    var firstChased: [Int] = []
    for cell in floor.indices {
      for pursuer in floor.indices {
        firstChased.append(chased.count)
        let now = distances[cell][pursuer] ?? 0
        let nearer = targets[pursuer * Self.actions..<pursuer * Self.actions + 4].filter {
          $0 != Self.wall && (distances[cell][$0] ?? now) < now
        }
        chased += nearer.isEmpty ? [pursuer] : nearer
      }
    }
    self.chased = chased
    self.firstChased = firstChased + [chased.count]
  }

  var cells: Int { floor.count }

  /// The number of a state: where the character is, and where the pursuer.
  func state(_ cell: Int, _ pursuer: Int) -> Int { cell * cells + pursuer }
  var startState: Int { state(start, pursuer) }

  /// Where the pursuer may go in a state when it moves; to where it is when it has no way.
  func chase(_ state: Int) -> ArraySlice<Int> { chased[firstChased[state]..<firstChased[state + 1]] }

  /// What probabilities of actions become: none for walls, and all alike where choices are ignored.
  /// - Parameter wanted: five of them, 0 or more; if they are all for walls, every possible step is as likely.
  func possible(_ wanted: some RandomAccessCollection<Double>, at cell: Int) -> [Double] {
    let open = (0..<Self.actions).map { targets[cell * Self.actions + $0] == Self.wall ? 0.0 : 1 }
    let shares = ignoresChoices ? open : zip(open, wanted).map { $0 * $1 }
    let sum = shares.reduce(0, +)
    if sum > 0 { return shares.map { $0 / sum } }
    let count = open.reduce(0, +)
    return open.map { $0 / count }
  }
}
