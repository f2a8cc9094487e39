import Datasets
import Foundation
import Knowledge

/// The examples of a problem: those that come with the program, or a person's own.
public enum ProblemSource: Sendable {
  /// `root` is the folder that holds `samples/`.
  case sample(String, root: URL)
  case files(DatasetRequest)
}

extension ProblemKind {
  /// The problem with its examples read or made, split and ready to run; nil for labelled rows, which have a
  /// pilot of their own.
  ///
  /// - Parameters:
  ///   - seed: draws synthetic examples and the parts.
  ///   - control: a run whose result is known beforehand; nil for an ordinary one.
  /// - Throws: `DatasetError` for examples that cannot be used, `PilotError` for too few of them.
  public func problem(
    _ source: ProblemSource, seed: UInt64, control: PilotControl? = nil
  ) throws -> (any PilotProblem)? {
    switch self {
    case .labelled: nil
    case .translation:
      try TranslationProblem(
        source.collection(TranslationCollection.samples, seed: seed, load: TranslationCollection.load),
        seed: seed, control: control)
    case .retrieval:
      try RetrievalProblem(
        source.collection(PassageCollection.samples, seed: seed, load: PassageCollection.load), seed: seed,
        control: control)
    case .textGeneration:
      try TextGenerationProblem(
        source.collection(TextCollection.samples, seed: seed, load: TextCollection.load), seed: seed,
        control: control)
    case .objectDetection:
      try ObjectDetectionProblem(
        source.collection(BoxCollection.samples, seed: seed, load: BoxCollection.load), seed: seed,
        control: control)
    case .imageGeneration:
      try ImageGenerationProblem(
        source.collection(PictureCollection.samples, seed: seed, load: PictureCollection.load), seed: seed,
        control: control)
    case .speechRecognition:
      try SpeechRecognitionProblem(
        source.collection(SpeechCollection.samples, seed: seed, load: SpeechCollection.load), seed: seed,
        control: control)
    case .speechSynthesis:
      try SpeechSynthesisProblem(
        source.collection(SpeechCollection.samples, seed: seed, load: SpeechCollection.load), seed: seed,
        control: control)
    case .noteGeneration:
      try NoteGenerationProblem(
        source.collection(MelodyCollection.samples, seed: seed, load: MelodyCollection.load), seed: seed,
        control: control)
    case .nextFrame:
      try NextFrameProblem(
        source.collection(ClipCollection.samples, seed: seed, load: ClipCollection.load), seed: seed,
        control: control)
    case .returnForecast:
      try ReturnForecastProblem(
        source.collection(PriceSeries.samples, seed: seed, load: PriceSeries.load), seed: seed,
        control: control)
    case .portfolio:
      try PortfolioProblem(
        source.collection(AssetReturns.samples, seed: seed, load: AssetReturns.load), seed: seed,
        control: control)
    case .moveChoice:
      try MoveChoiceProblem(
        source.collection(PositionCollection.samples, seed: seed, load: PositionCollection.load), seed: seed,
        control: control)
    case .gridBehaviour:
      try GridBehaviourProblem(
        source.collection(MapCollection.samples, seed: seed, load: MapCollection.load), seed: seed,
        control: control)
    }
  }
}

extension ProblemSource {
  /// The examples as a collection of the kind the problem reads.
  func collection<Content>(
    _ samples: [CollectionSample<Content>], seed: UInt64, load: (DatasetRequest) throws -> Content
  ) throws -> Content {
    switch self {
    case .sample(let id, let root):
      try CollectionSample.find(id, among: samples).content(root: root, seed: seed)
    case .files(let request): try load(request)
    }
  }
}
