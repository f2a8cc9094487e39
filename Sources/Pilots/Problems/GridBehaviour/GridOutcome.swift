/// How a way of acting fares in a world, exactly: the spread of all states is followed from step to step.
struct GridOutcome: Hashable, Sendable {
  /// Mean sum of rewards.
  private(set) var reward = 0.0
  /// Probabilities; what is left of 1 runs out of time.
  private(set) var reached = 0.0
  private(set) var caught = 0.0

  /// - Parameter policy: probabilities of the five actions in every state, [state · 5 + action].
  init(_ world: GridWorld, policy: [Double]) {
    let (cells, actions) = (world.cells, GridWorld.actions)
    let shares = (0..<cells * cells).flatMap { state in
      world.possible(policy[state * actions..<(state + 1) * actions], at: state / cells)
    }
    var now = [Double](repeating: 0, count: cells * cells)
    now[world.startState] = 1
    for _ in 0..<GridWorld.horizon {
      var next = [Double](repeating: 0, count: cells * cells)
      for state in now.indices where now[state] > 0 {
        let (cell, pursuer) = (state / cells, state % cells)
        reward -= GridWorld.stepCost * now[state]
        for action in 0..<actions {
          let mass = now[state] * shares[state * actions + action]
          guard mass > 0 else { continue }
          let target = world.targets[cell * actions + action]
          if target == world.goal {
            reached += mass
          } else if target == pursuer {
            caught += mass
          } else {
            next[target * cells + pursuer] += mass
          }
        }
      }
      now = pursued(next, world)
    }
    reward += reached - caught
  }

  /// The spread after the pursuer's move; what it catches is counted.
  private mutating func pursued(_ states: [Double], _ world: GridWorld) -> [Double] {
    let cells = world.cells
    var moved = [Double](repeating: 0, count: states.count)
    for state in states.indices where states[state] > 0 {
      moved[state] += (1 - GridWorld.pursuit) * states[state]
      let cell = state / cells
      let nexts = world.chase(state)
      let mass = GridWorld.pursuit * states[state] / Double(nexts.count)
      for next in nexts {
        if next == cell { caught += mass } else { moved[cell * cells + next] += mass }
      }
    }
    return moved
  }
}
