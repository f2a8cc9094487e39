import Datasets
import Networks

/// A small dense network that gives every square of a board a probability of being a best move.
struct MoveNetwork: Sendable {
  let squares: Int
  var hidden = 128
  var dropout = 0.1

  /// Two hidden layers over one entry for each own and each other piece.
  var configuration: NetworkConfiguration {
    var builder = NetworkBuilder()
    let board = builder.input("board", [2 * squares])
    var last = builder.add(Dense(hidden, .relu), to: board)
    last = builder.add(Dropout(dropout), to: last)
    last = builder.add(Dense(hidden, .relu), to: last)
    _ = builder.add(Dense(squares), to: last)
    return builder.network(loss: KullbackLeibler())
  }

  func training(seed: UInt64) -> TrainingConfiguration {
    TrainingConfiguration(
      optimiser: Adam(learningRate: 0.002), batchSize: 32, epochs: 80, l2: 1e-5,
      earlyStopping: EarlyStopping(patience: 8), seed: seed)
  }

  func features(_ position: PositionCollection.Position) -> [Float] {
    position.squares.flatMap { [$0 == .own ? 1 : 0, $0 == .other ? 1 : 0] as [Float] }
  }

  /// Positions with their best moves, each as likely as the others.
  func examples(_ positions: [PositionCollection.Position]) -> ExampleSet {
    ExampleSet(
      rows: positions.count, columns: 2 * squares, features: positions.flatMap(features),
      targets: positions.flatMap { position in
        var shares = [Float](repeating: 0, count: squares)
        for move in position.moves { shares[move] = 1 / Float(position.moves.count) }
        return shares
      })
  }

  /// For the reader.
  var settings: [String: String] { ["hidden": "\(hidden) × 2", "dropout": "\(dropout)"] }
}
