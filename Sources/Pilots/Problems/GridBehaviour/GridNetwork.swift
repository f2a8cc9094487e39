import Foundation
import Kernels
import Networks

/// A small dense network that acts by what the character sees: the surroundings up to three cells away, which
/// steps shorten the ways to the goal and to the pursuer, and how long these are.
struct GridNetwork: Sendable {
  /// Cells seen in each direction.
  static let sight = 3
  /// Walls, pursuer and goal for every cell seen, then six numbers a way.
  static let features = 3 * (2 * sight + 1) * (2 * sight + 1) + 12
  /// States of each training map that are shown.
  static let states = 300

  var hidden = 64

  var configuration: NetworkConfiguration {
    var builder = NetworkBuilder()
    let seen = builder.input("view", [Self.features])
    var last = builder.add(Dense(hidden, .relu), to: seen)
    last = builder.add(Dense(hidden, .relu), to: last)
    _ = builder.add(Dense(GridWorld.actions), to: last)
    return builder.network(loss: KullbackLeibler())
  }

  func training(seed: UInt64) -> TrainingConfiguration {
    TrainingConfiguration(
      optimiser: Adam(learningRate: 0.002), batchSize: 64, epochs: 20, clipNorm: 1,
      earlyStopping: EarlyStopping(patience: 3), seed: seed)
  }

  /// What the character sees in a state.
  func view(_ world: GridWorld, _ cell: Int, _ pursuer: Int) -> [Float] {
    let map = world.map
    let (row, column) = (world.floor[cell] / map.width, world.floor[cell] % map.width)
    var view: [Float] = []
    view.reserveCapacity(Self.features)
    for down in -Self.sight...Self.sight {
      for across in -Self.sight...Self.sight {
        let (seenRow, seenColumn) = (row + down, column + across)
        let isInside = (0..<map.height).contains(seenRow) && (0..<map.width).contains(seenColumn)
        let place = seenRow * map.width + seenColumn
        view.append(!isInside || map.walls[place] ? 1 : 0)
        view.append(isInside && place == world.floor[pursuer] ? 1 : 0)
        view.append(isInside && place == map.goal ? 1 : 0)
      }
    }
    for target in [world.goal, pursuer] {
      let distances = world.distances[target]
      let here = distances[cell]
      view.append(here == nil ? 1 : 0)
      view.append(Float(min(here ?? 20, 20)) / 10)
      for action in 0..<4 {
        let next = world.targets[cell * GridWorld.actions + action]
        let there = next == GridWorld.wall ? nil : distances[next]
        view.append(there.flatMap { there in here.map { Float($0 - there) } } ?? 0)
      }
    }
    return view
  }

  /// States to learn from with what the planner does there: a third met by walking as it does with some errors, the
  /// rest drawn from all.
  func examples(_ worlds: [(world: GridWorld, plan: GridPlan)], seed: UInt64) -> ExampleSet {
    var (features, targets): ([Float], [Float]) = ([], [])
    for (place, (world, plan)) in worlds.enumerated() {
      var random = SeededGenerator(seed: seed, purpose: "states \(place)")
      for state in states(world, plan, &random) {
        let (cell, pursuer) = (state / world.cells, state % world.cells)
        features += view(world, cell, pursuer)
        targets += plan.bestActions(cell, pursuer).map { Float($0) }
      }
    }
    return ExampleSet(
      rows: targets.count / GridWorld.actions, columns: Self.features, features: features, targets: targets)
  }

  private func states(
    _ world: GridWorld, _ plan: GridPlan, _ random: inout SeededGenerator
  ) -> [Int] {
    var states: Set<Int> = []
    for _ in 0..<12 {
      var walk = GridWalk(world)
      while !walk.hasEnded, states.count < Self.states / 3 {
        states.insert(world.state(walk.cell, walk.pursuer))
        let isError = random.uniform() < 0.2
        let wanted = isError ? [1, 1, 1, 1, 1] : plan.bestActions(walk.cell, walk.pursuer)
        walk.step(world, wanted, &random)
      }
    }
    for _ in 0..<4 * Self.states where states.count < Self.states {
      let (cell, pursuer) = (random.index(below: world.cells), random.index(below: world.cells))
      if cell != pursuer, cell != world.goal { states.insert(world.state(cell, pursuer)) }
    }
    return states.sorted()
  }

  /// Probabilities of the actions in every state, raised to a power.
  func actions(_ network: TrainedNetwork, sharpness: Double, _ worlds: [GridWorld]) throws -> [[Double]] {
    let predictor = try Predictor(network, batchSize: 256)
    return worlds.map { world in
      let states = world.cells * world.cells
      let views = (0..<states).flatMap { view(world, $0 / world.cells, $0 % world.cells) }
      return predictor.predict(views, rows: states).map { pow(Double($0), sharpness) }
    }
  }

  /// For the reader.
  var settings: [String: String] {
    ["hidden": "\(hidden) × 2", "sight": "\(Self.sight)", "states-per-map": "\(Self.states)"]
  }
}
