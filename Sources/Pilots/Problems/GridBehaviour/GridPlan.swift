/// What every state of a world is worth to one who plays best, by going back from the last step (Bellman, 1957).
struct GridPlan: Sendable {
  private let world: GridWorld
  /// The best expected rewards that are still to come, with all steps left.
  private let values: [Double]
  /// The same after the character's step, before the pursuer's.
  private let waiting: [Double]

  init(_ world: GridWorld) {
    self.world = world
    let cells = world.cells
    var values = [Double](repeating: 0, count: cells * cells)
    var waiting = values
    for _ in 0..<GridWorld.horizon {
      Self.wait(world, values, into: &waiting)
      for cell in 0..<cells where cell != world.goal {
        for pursuer in 0..<cells where cell != pursuer {
          var (best, sum, count) = (-Double.infinity, 0.0, 0.0)
          for action in 0..<GridWorld.actions {
            guard let worth = Self.worth(world, waiting, cell, pursuer, action) else { continue }
            best = max(best, worth)
            sum += worth
            count += 1
          }
          values[cell * cells + pursuer] = world.ignoresChoices ? sum / count : best
        }
      }
    }
    Self.wait(world, values, into: &waiting)
    self.values = values
    self.waiting = waiting
  }

  /// What states are worth before the pursuer's move, given what they are worth after it.
  private static func wait(_ world: GridWorld, _ values: [Double], into waiting: inout [Double]) {
    let cells = world.cells
    for cell in 0..<cells {
      for pursuer in 0..<cells where cell != pursuer {
        let state = cell * cells + pursuer
        var moved = 0.0
        let nexts = world.chase(state)
        for next in nexts { moved += next == cell ? -1 : values[cell * cells + next] }
        waiting[state] =
          GridWorld.pursuit * moved / Double(nexts.count) + (1 - GridWorld.pursuit) * values[state]
      }
    }
  }

  /// What an action is worth; nil for a wall.
  private static func worth(
    _ world: GridWorld, _ waiting: [Double], _ cell: Int, _ pursuer: Int, _ action: Int
  ) -> Double? {
    let next = world.targets[cell * GridWorld.actions + action]
    if next == GridWorld.wall { return nil }
    let after = next == world.goal ? 1 : next == pursuer ? -1 : waiting[next * world.cells + pursuer]
    return after - GridWorld.stepCost
  }

  /// The mean return of the best play from the start.
  var value: Double { values[world.startState] }

  /// The best actions, each as likely as the others.
  ///
  /// Two that differ by less than a fifth of a step's cost count as equal; where choices are ignored all possible
  /// ones do.
  func bestActions(_ cell: Int, _ pursuer: Int) -> [Double] {
    let worths = (0..<GridWorld.actions).map { Self.worth(world, waiting, cell, pursuer, $0) }
    let best = worths.compactMap { $0 }.max() ?? 0
    let good = worths.map { worth -> Double in
      guard let worth else { return 0 }
      return world.ignoresChoices || worth > best - GridWorld.stepCost / 5 ? 1 : 0
    }
    let count = good.reduce(0, +)
    return good.map { $0 / count }
  }
}
