import Datasets
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// A task whose examples are of a kind of their own: what a pilot needs to know of it to compare a naive
/// baseline, a classical method and a small network, and to show what they do.
///
/// Its examples are split into three parts once, by a seed: one to train on, one to choose by (and to stop
/// training by), and one that is looked at after the choice. What belongs together, such as the frames of a
/// clip or the days after a date, is never spread over two parts.
public protocol PilotProblem: Sendable {
  /// A trained candidate, kept in the journal so that a killed run need not train it again.
  associatedtype Model: Hashable & Codable & Sendable

  var kind: ProblemKind { get }
  var facts: CollectionFacts { get }
  var metric: Metric { get }
  /// The best value of the metric that can be had on the test part, for the gain as a share of what was left to
  /// gain.
  var perfect: Double { get }
  /// Examples in a part: what a bootstrap resamples.
  func count(_ part: ProblemPart) -> Int
  /// Whether the test part came from a file of its own.
  var testIsGiven: Bool { get }
  /// Numbers a model reads of one example, for the record.
  var features: Int { get }
  /// Simplest first, the baseline in front.
  var candidates: [PilotCandidate] { get }

  /// Trains one candidate on the training part; a network stops by the validation part.
  /// - Throws: `PilotError`, `TrainingDiverged`; what `request.onEpoch` throws.
  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model>

  /// How well a model does on a part, for any multiset of its examples; the training part may be thinned.
  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator

  /// Trained numbers in the model.
  func parameterCount(_ model: Model) -> Int

  /// The settings for the reader: name and value, `model` among them.
  func settings(_ model: Model, epochs: Int) -> [String: String]

  /// One use of the model on an example of the test part, to be timed.
  func use(_ model: Model, turn: Int) throws

  /// What a person should see or hear of the test part: texts, pictures, sounds, curves.
  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample]
}

extension PilotProblem {
  public var perfect: Double { metric.higherIsBetter ? 1 : 0 }
  public var testIsGiven: Bool { false }
  public var candidates: [PilotCandidate] { PilotCandidate.trained(for: kind) }
}

/// One of the three parts of a problem's examples.
public enum ProblemPart: String, Codable, CaseIterable, Sendable {
  case training, validation, test
}

/// What a candidate may use to train.
public struct FitRequest {
  public let seed: UInt64
  /// Seconds it should keep within.
  public let seconds: Double
  /// Asked between batches: true ends the training with what it has.
  public let shouldStop: () -> Bool
  /// Told after every epoch, and asked whether to go on.
  public let onEpoch: (EpochRecord) throws -> TrainingControl
  /// Where a network runs; any number of threads gives the same bytes.
  public let execution: Execution

  public init(
    seed: UInt64, seconds: Double, shouldStop: @escaping () -> Bool,
    onEpoch: @escaping (EpochRecord) throws -> TrainingControl, execution: Execution
  ) {
    self.seed = seed
    self.seconds = seconds
    self.shouldStop = shouldStop
    self.onEpoch = onEpoch
    self.execution = execution
  }
}

/// A trained candidate with how its training went.
public struct ProblemFit<Model: Hashable & Codable & Sendable>: Codable, Sendable {
  public var model: Model
  /// Epochs up to the best one; 0 for models without epochs.
  public var epochs: Int
  public var history: [PilotDiagnostics.EpochLoss]
  /// Whether time ended it early.
  public var cut: Bool

  public init(
    _ model: Model, epochs: Int = 0, history: [PilotDiagnostics.EpochLoss] = [], cut: Bool = false
  ) {
    self.model = model
    self.epochs = epochs
    self.history = history
    self.cut = cut
  }

  /// What the training of a network left, with the network put into the problem's own kind of model.
  public init(_ outcome: TrainingOutcome, _ wrap: (TrainedNetwork) -> Model) {
    self.init(
      wrap(outcome.network), epochs: outcome.bestEpoch,
      history: outcome.history.map { PilotDiagnostics.EpochLoss($0) }, cut: outcome.interrupted)
  }
}
