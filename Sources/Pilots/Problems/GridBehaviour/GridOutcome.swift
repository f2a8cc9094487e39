/// How a way of acting fares in a world, exactly: the spread of all states is followed from step to step.
struct GridOutcome: Hashable, Sendable {
  /// Mean sum of rewards.
  private(set) var reward = 0.0
  /// Probabilities; what is left of 1 runs out of time.
  private(set) var reached = 0.0
  private(set) var caught = 0.0

  /// - Parameter policy: probabilities of the five actions in every state, [state][action].
  init(_ world: GridWorld, policy: [Double]) {
    let cells = world.cells
    let shares = (0..<cells * cells).map { state in
      let first = state * GridWorld.actions
      return world.possible(Array(policy[first..<first + GridWorld.actions]), at: state / cells)
    }
    var now = [Double](repeating: 0, count: cells * cells)
    now[world.startState] = 1
    for _ in 0..<GridWorld.horizon {
      var next = [Double](repeating: 0, count: cells * cells)
      for state in now.indices where now[state] > 0 {
        let (cell, pursuer) = (state / cells, state % cells)
        reward -= GridWorld.stepCost * now[state]
        for (action, target) in world.steps[cell].enumerated() {
          let mass = now[state] * shares[state][action]
          guard let target, mass > 0 else { continue }
          if target == world.goal {
            reached += mass
          } else if target == pursuer {
            caught += mass
          } else {
            next[target * cells + pursuer] += mass
          }
        }
      }
      now = move(next, world)
    }
    reward += reached - caught
  }

  /// The spread after the pursuer's move; what it catches is counted.
  private mutating func move(_ states: [Double], _ world: GridWorld) -> [Double] {
    let cells = world.cells
    var moved = [Double](repeating: 0, count: states.count)
    for state in states.indices where states[state] > 0 {
      let (cell, pursuer) = (state / cells, state % cells)
      moved[state] += (1 - GridWorld.pursuit) * states[state]
      let nexts = world.chase(cell, pursuer)
      let mass = GridWorld.pursuit * states[state] / Double(nexts.count)
      for next in nexts {
        if next == cell { caught += mass } else { moved[cell * cells + next] += mass }
      }
    }
    return moved
  }
}
