import Datasets
import Kernels
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// Which move to play: one of those that keep the best result that can be forced.
///
/// The baseline plays the free square that was most often right, the classical method looks one move ahead or
/// counts, whichever was better in training, the network gives every square a probability. Positions that are
/// equal but for a turn or mirroring are dealt out to the parts together, and resampled together.
struct MoveChoiceProblem: PilotProblem {
  typealias Position = PositionCollection.Position

  enum Model: Hashable, Codable, Sendable {
    case order(SquareOrder)
    case rules(LineRules)
    case odds(SquareOdds)
    case network(TrainedNetwork)
  }

  let kind = ProblemKind.moveChoice
  let metric = Metric.optimalMoveShare
  let facts: CollectionFacts
  let shape: BoardShape
  private let positions: [Position]
  /// Places of positions that belong together.
  private let groups: [[Int]]
  private let parts: PartSplit
  private let network: MoveNetwork

  /// - Throws: `PilotError.tooFewRows` for fewer than 30 positions that differ by more than a turn or mirroring.
  init(_ collection: PositionCollection, seed: UInt64, control: PilotControl?) throws {
    facts = collection.facts
    shape = BoardShape(squares: collection.squares)
    groups = shape.groups(collection.positions)
    parts = try PartSplit(groups.count, seed: seed)
    positions =
      control == .shuffledLabels
      ? Self.shuffled(collection.positions, seed: seed) : collection.positions
    network = MoveNetwork(squares: collection.squares)
  }

  /// How many moves are best is dealt out anew among the positions with as many free squares, and which ones is
  /// drawn: then no free square is likelier than another.
  private static func shuffled(_ positions: [Position], seed: UInt64) -> [Position] {
    var generator = SeededGenerator(seed: seed, purpose: "shuffled moves")
    let free = positions.map { position in
      position.squares.indices.filter { position.squares[$0] == .empty }
    }
    var dealt = positions
    for (_, places) in Dictionary(grouping: positions.indices, by: { free[$0].count }).sorted(by: {
      $0.key < $1.key
    }) {
      var counts = places.map { positions[$0].moves.count }
      generator.shuffle(&counts)
      for (place, count) in zip(places, counts) {
        var squares = free[place]
        generator.shuffle(&squares)
        dealt[place] = Position(squares: positions[place].squares, moves: squares.prefix(count).sorted())
      }
    }
    return dealt
  }

  var features: Int { 2 * shape.squares }
  func count(_ part: ProblemPart) -> Int { parts[part].count }
  func positions(_ part: ProblemPart) -> [Position] {
    parts[part].flatMap { groups[$0].map { positions[$0] } }
  }

  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model> {
    let training = positions(.training)
    switch candidate {
    case .baseline: return ProblemFit(.order(SquareOrder(squares: shape.squares, training)))
    case .linear, .classical, .trees:
      var models = [Model.odds(SquareOdds(squares: shape.squares, training))]
      if shape.side != nil { models.insert(.rules(LineRules(squares: shape.squares)), at: 0) }
      let shares = try models.map { try share($0, training) }
      return ProblemFit(models.count > 1 && shares[1] <= shares[0] ? models[0] : models[models.count - 1])
    case .smallNetwork:
      let outcome = try train(
        network.configuration, network.training(seed: request.seed), on: network.examples(training),
        validation: network.examples(positions(.validation)), execution: request.execution,
        shouldStop: request.shouldStop, onEpoch: request.onEpoch)
      return ProblemFit(outcome) { .network($0) }
    }
  }

  /// The move played in each position, always a free square.
  func moves(_ model: Model, _ positions: [Position]) throws -> [Int] {
    let scores: [[Double]]
    switch model {
    case .order(let order): scores = positions.map(order.scores)
    case .rules(let rules): scores = positions.map(rules.scores)
    case .odds(let odds): scores = positions.map(odds.scores)
    case .network(let trained):
      let outputs = try Predictor(trained, batchSize: 256).predict(
        positions.flatMap(network.features), rows: positions.count)
      scores = positions.indices.map { row in
        outputs[row * shape.squares..<(row + 1) * shape.squares].map(Double.init)
      }
    }
    return zip(positions, scores).map { position, scores in
      let free = position.squares.indices.filter { position.squares[$0] == .empty }
      // The first of equal ones.
      return free.dropFirst().reduce(free[0]) { scores[$1] > scores[$0] ? $1 : $0 }
    }
  }

  private func share(_ model: Model, _ positions: [Position]) throws -> Double {
    let hits = zip(try moves(model, positions), positions).count { $1.moves.contains($0) }
    return Double(hits) / Double(positions.count)
  }

  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator {
    let sizes = parts[part].map { groups[$0].count }
    let positions = positions(part)
    var hits = zip(try moves(model, positions), positions).map { $1.moves.contains($0) }[...]
    let counts = sizes.map { size in
      defer { hits = hits.dropFirst(size) }
      return Double(hits.prefix(size).count { $0 })
    }
    return MetricEvaluator(metric, sumOf: counts, over: sizes.map(Double.init))
  }

  func parameterCount(_ model: Model) -> Int {
    switch model {
    case .order(let order): order.shares.count
    case .rules: 0
    case .odds(let odds): odds.parameterCount
    case .network(let network): network.parameters.count
    }
  }

  func settings(_ model: Model, epochs: Int) -> [String: String] {
    switch model {
    case .order: ["model": "square-order"]
    case .rules: ["model": "one-move-rules"]
    case .odds: ["model": "naive-bayes-squares"]
    case .network: ["model": "move-network", "epochs": "\(epochs)"].merging(network.settings) { $1 }
    }
  }

  func use(_ model: Model, turn: Int) throws {
    let group = groups[parts.test[turn % parts.test.count]]
    _ = try moves(model, [positions[group[0]]])
  }

  /// The first position of each of some test groups, spread over the part.
  func shown(_ count: Int) -> [Position] {
    Thinning.places(parts.test.count, most: count).map { positions[groups[parts.test[$0]][0]] }
  }
}
