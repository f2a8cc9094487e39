import Networks

/// Logistic regression for classes and ridge regression for numbers, by the size of the penalty.
enum LinearModel {
  /// Penalties to try, the usual one first, so that a short budget still tries that.
  ///
  /// Texts have many weak features of length one and ask for less; pixels and sounds for more.
  static func penalties(modality: String) -> [Double] {
    switch modality {
    case "text": [0.1, 0.3, 1, 0.03]
    case "image", "audio": [100, 10, 1_000, 1]
    default: [1, 10, 0.1, 100]
    }
  }

  /// Fits; `cut` says whether `shouldStop` ended it before it settled.
  static func fit(
    _ examples: ExampleSet, task: PilotTask, penalty: Double, shouldStop: @escaping () -> Bool
  ) throws -> (model: FittedModel, cut: Bool) {
    switch task {
    case .regression:
      return (.ridge(try RidgeRegression.fit(examples, l2: penalty)), false)
    case .binary, .multiclass:
      let model = try LogisticRegression.fit(
        examples, classes: task.classes, l2: penalty, maximumIterations: 100, shouldStop: shouldStop)
      return (.logistic(model), model.interrupted)
    }
  }
}
