/// Acts alike everywhere: each action with its own probability, those into walls left out.
struct BlindPolicy: Hashable, Codable, Sendable {
  let name: String
  let shares: [Double]

  func actions(_ world: GridWorld) -> [Double] {
    (0..<world.cells * world.cells).flatMap { _ in shares }
  }
}

/// What a designer would write: go the shortest way to the goal, but step away from a pursuer that is near, unless
/// the goal is nearer still.
struct ScriptedPolicy: Hashable, Codable, Sendable {
  /// Steps from which on a pursuer is near; 0 never heeds it.
  let caution: Int

  func actions(_ world: GridWorld) -> [Double] {
    (0..<world.cells * world.cells).flatMap { state -> [Double] in
      let action = action(world, state / world.cells, state % world.cells)
      return (0..<GridWorld.actions).map { $0 == action ? 1 : 0 }
    }
  }

  /// The one action it takes in a state.
  func action(_ world: GridWorld, _ cell: Int, _ pursuer: Int) -> Int {
    let toGoal = world.distances[world.goal]
    let toPursuer = world.distances[pursuer]
    let far = world.cells
    let isNear = (toPursuer[cell] ?? far) <= caution && (toGoal[cell] ?? far) >= (toPursuer[cell] ?? far)
    var best = (action: 4, away: -1, way: far)
    for action in 0..<GridWorld.actions {
      let next = world.targets[cell * GridWorld.actions + action]
      guard next != GridWorld.wall, next != pursuer else { continue }
      // Stepping away counts first when the pursuer is near, the way to the goal otherwise.
      let found = (action: action, away: isNear ? toPursuer[next] ?? far : 0, way: toGoal[next] ?? far)
      if found.away > best.away || (found.away == best.away && found.way < best.way) { best = found }
    }
    return best.action
  }
}
