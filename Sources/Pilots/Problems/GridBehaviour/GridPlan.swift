/// What every state of a world is worth to one who plays best, by going back from the last step (Bellman, 1957).
struct GridPlan: Sendable {
  private let world: GridWorld
  /// The best expected rewards that are still to come, with all steps left; 0 once it has ended.
  private let values: [Double]
  /// The same after the character's step, before the pursuer's.
  private let waiting: [Double]

  init(_ world: GridWorld) {
    self.world = world
    let cells = world.cells
    let chases = (0..<cells).map { cell in (0..<cells).map { world.chase(cell, $0) } }
    var values = [Double](repeating: 0, count: cells * cells)
    var waiting = values
    for step in 0...GridWorld.horizon {
      for cell in 0..<cells {
        for pursuer in 0..<cells where cell != pursuer {
          let nexts = chases[cell][pursuer]
          let moved = nexts.reduce(0.0) { $0 + ($1 == cell ? -1 : values[cell * cells + $1]) }
          waiting[cell * cells + pursuer] =
            GridWorld.pursuit * moved / Double(nexts.count)
            + (1 - GridWorld.pursuit) * values[cell * cells + pursuer]
        }
      }
      // The last turn only brings `waiting` up to the values with all steps left.
      if step == GridWorld.horizon { break }
      for cell in 0..<cells where cell != world.goal {
        for pursuer in 0..<cells where cell != pursuer {
          let worths = Self.worths(world, waiting, cell, pursuer)
          values[cell * cells + pursuer] =
            world.ignoresChoices
            ? zip(world.possible([1, 1, 1, 1, 1], at: cell), worths).reduce(0.0) { $0 + $1.0 * ($1.1 ?? 0) }
            : worths.compactMap { $0 }.max() ?? 0
        }
      }
    }
    self.values = values
    self.waiting = waiting
  }

  /// What each action is worth; nil for a wall.
  private static func worths(
    _ world: GridWorld, _ waiting: [Double], _ cell: Int, _ pursuer: Int
  ) -> [Double?] {
    world.steps[cell].map { next in
      next.map { next in
        (next == world.goal ? 1 : next == pursuer ? -1 : waiting[next * world.cells + pursuer])
          - GridWorld.stepCost
      }
    }
  }

  /// The mean return of the best play from the start.
  var value: Double { values[world.startState] }

  /// The best actions, each as likely as the others.
  ///
  /// Two that differ by less than a fifth of a step's cost count as equal; where choices are ignored all possible
  /// ones do.
  func bestActions(_ cell: Int, _ pursuer: Int) -> [Double] {
    let worths = Self.worths(world, waiting, cell, pursuer)
    let best = worths.compactMap { $0 }.max() ?? 0
    let good = worths.map { worth in
      worth.map { world.ignoresChoices || $0 > best - GridWorld.stepCost / 5 } == true ? 1.0 : 0
    }
    let count = good.reduce(0, +)
    return good.map { $0 / count }
  }
}
