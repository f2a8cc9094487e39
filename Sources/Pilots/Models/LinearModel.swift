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
    _ examples: EncodedExamples, task: PilotTask, penalty: Double, shouldStop: @escaping () -> Bool
  ) throws -> (model: FittedModel, cut: Bool) {
    switch (task, examples) {
    case (.regression, .dense(let set)):
      return (.ridge(try RidgeRegression.fit(set, l2: penalty)), false)
    case (.regression, .sparse(let set)):
      return (.ridge(try RidgeRegression.fit(set, l2: penalty)), false)
    case (.binary, .dense(let set)), (.multiclass, .dense(let set)):
      return settled(
        try LogisticRegression.fit(set, classes: task.classes, l2: penalty, shouldStop: shouldStop))
    case (.binary, .sparse(let set)), (.multiclass, .sparse(let set)):
      return settled(
        try LogisticRegression.fit(set, classes: task.classes, l2: penalty, shouldStop: shouldStop))
    }
  }

  private static func settled(_ model: LogisticRegression) -> (model: FittedModel, cut: Bool) {
    (.logistic(model), model.interrupted)
  }
}
