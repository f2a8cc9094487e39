import Kernels

/// One walk through a world, drawn step by step.
struct GridWalk: Sendable {
  private(set) var cell: Int
  private(set) var pursuer: Int
  /// Everywhere the two were, the start first.
  private(set) var path: [(cell: Int, pursuer: Int)]
  private(set) var reached = false
  private(set) var caught = false

  init(_ world: GridWorld) {
    (cell, pursuer) = (world.start, world.pursuer)
    path = [(cell, pursuer)]
  }

  var hasEnded: Bool { reached || caught || path.count > GridWorld.horizon }

  /// Takes one step.
  /// - Parameter wanted: how likely each action is; those into walls are left out.
  mutating func step(_ world: GridWorld, _ wanted: [Double], _ random: inout SeededGenerator) {
    let shares = world.possible(wanted, at: cell)
    var draw = random.uniform()
    var action = shares.lastIndex { $0 > 0 } ?? 4
    for (place, share) in shares.enumerated() {
      draw -= share
      if draw < 0 {
        action = place
        break
      }
    }
    cell = world.targets[cell * GridWorld.actions + action]
    reached = cell == world.goal
    caught = !reached && cell == pursuer
    if !reached, !caught, random.uniform() < GridWorld.pursuit {
      let nexts = world.chase(world.state(cell, pursuer))
      pursuer = nexts[nexts.startIndex + random.index(below: nexts.count)]
      caught = pursuer == cell
    }
    path.append((cell, pursuer))
  }
}
