import Networks
import Trees

/// A trained candidate, ready to predict encoded rows.
enum FittedModel: Codable, Sendable {
  /// The same answer for every row: class shares, or the mean.
  case constant([Float])
  /// A class drawn for every row by the classes' shares.
  case drawn(shares: [Float], seed: UInt64)
  case logistic(LogisticRegression)
  case ridge(RidgeRegression)
  case trees(BoostedTrees)
  /// Outputs × `scale` + `shift` are in target units; 1 and 0 for classes.
  case network(TrainedNetwork, shift: Double, scale: Double)

  /// Predictions row-major: probabilities of class 1 (two classes) or of each class, or numbers.
  func predict(_ examples: EncodedExamples) -> [Float] {
    switch (self, examples) {
    case (.constant(let answer), _):
      return (0..<examples.rows).flatMap { _ in answer }
    case (.drawn(let shares, let seed), _): return drawnClasses(shares, rows: examples.rows, seed: seed)
    case (.logistic(let model), .dense(let set)): return model.predict(set.features, rows: set.rows)
    case (.logistic(let model), .sparse(let set)): return model.predict(set.features)
    case (.ridge(let model), .dense(let set)): return model.predict(set.features, rows: set.rows)
    case (.ridge(let model), .sparse(let set)): return model.predict(set.features)
    case (.trees(let model), _): return model.predict(examples.dense.features, rows: examples.rows)
    case (.network(let network, let shift, let scale), _):
      let outputs = network.predict(examples.dense.features, rows: examples.rows)
      guard shift != 0 || scale != 1 else { return outputs }
      return outputs.map { Float(Double($0) * scale + shift) }
    }
  }

  /// Trained numbers in the model.
  var parameterCount: Int {
    switch self {
    case .constant(let answer), .drawn(let answer, _): answer.count
    case .logistic(let model): model.weights.count + model.intercepts.count
    case .ridge(let model): model.weights.count + 1
    // A threshold and a place for each split, a value for each leaf.
    case .trees(let model): model.trees.reduce(0) { $0 + 2 * $1.thresholds.count + $1.values.count }
    case .network(let network, _, _): network.parameters.count
    }
  }
}
