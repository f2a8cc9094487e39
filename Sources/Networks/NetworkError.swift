/// What a network, its training or its data can be refused for.
///
/// Row and column numbers count from 0, as the arrays do.
public enum NetworkError: Error, Hashable, Sendable {
  /// A setting lies outside its legal range, which is given in signs that need no translation.
  case illegalParameter(name: String, legalRange: String, value: String)
  /// The loss cannot be computed from the last layer's activation.
  case unsupportedPairing(loss: Loss, activation: Activation)
  /// The output itself would be dropped; dropout belongs to layers before the last.
  case dropoutInLastLayer(rate: Double)
  /// Softmax makes probabilities of the network's output; this layer (from 0) is not the last.
  case softmaxBeforeLastLayer(layer: Int)
  /// There is nothing to train or test on.
  case noRows
  /// Every row weighs 0.
  case noWeight
  /// `what` has another number of values a row than the network.
  case shapeMismatch(what: String, expected: Int, found: Int)
  /// A feature is infinite or not a number.
  case nonFiniteFeature(row: Int, column: Int)
  /// A target is not one that the loss is defined for.
  case targetOutOfRange(row: Int, value: Float, legalRange: String)
  /// The loss or a parameter stopped being a number in this step (both count from 1).
  case diverged(epoch: Int, step: Int, learningRate: Double)
  /// The equations of a linear model have no single solution.
  case singular
  /// The caller stopped the work before there was any result.
  case stopped

  /// Throws `illegalParameter` unless `holds`.
  static func require(
    _ holds: Bool, _ name: String, _ legalRange: String, _ value: some CustomStringConvertible
  ) throws {
    guard holds else {
      throw illegalParameter(name: name, legalRange: legalRange, value: value.description)
    }
  }
}
