/// What training lowers; each is an average over rows, and lower is better.
public enum Loss: String, Codable, CaseIterable, Sendable {
  /// The mean over rows and units of (output − target)²; targets are numbers, [rows][units].
  case meanSquaredError
  /// The mean over rows and units of −t ln p − (1 − t) ln(1 − p); targets from 0 to 1, [rows][units].
  case binaryCrossEntropy
  /// The mean over rows of −ln p of the true class; targets are class indices, [rows].
  case softmaxCrossEntropy

  /// The activations that the last layer may have.
  ///
  /// The two cross-entropies need a probability, and are computed together with the activation that makes
  /// one, because that keeps every digit where p is near 0 or 1.
  public var outputActivations: [Activation] {
    switch self {
    case .meanSquaredError: Activation.allCases
    case .binaryCrossEntropy: [.sigmoid]
    case .softmaxCrossEntropy: [.softmax]
    }
  }
}
