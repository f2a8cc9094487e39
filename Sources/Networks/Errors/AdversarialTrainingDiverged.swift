/// A loss or a parameter of adversarial training stopped being a number.
public struct AdversarialTrainingDiverged: Error, Hashable, Sendable {
  /// One of the two networks.
  public enum Part: String, Hashable, Sendable { case generator, discriminator }

  /// The step that failed, counted from 1.
  public let step: Int
  /// Where the first number went wrong.
  public let network: Part
  /// The first node there whose parameters or values are no numbers; "loss" if all of them are.
  public let layer: String
  /// Both networks as they last were when all their parameters were numbers.
  public let lastGoodGenerator: TrainedNetwork
  public let lastGoodDiscriminator: TrainedNetwork
  /// The steps that were finished.
  public let records: [AdversarialRecord]
}
