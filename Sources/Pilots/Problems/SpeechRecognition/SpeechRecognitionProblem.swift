import Datasets
import Kernels
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// The words of a recording: how many a model puts in, leaves out or mistakes, in recordings it never heard.
///
/// The baseline gives the same answer to every recording, the classical method compares with recorded examples
/// by dynamic time warping, and the network is trained by connectionist temporal classification. Recordings
/// are dealt out to the parts whole.
struct SpeechRecognitionProblem: PilotProblem {
  enum Model: Hashable, Codable, Sendable {
    case constant(SpokenText)
    case templates(SpeechTemplates)
    case network(TrainedNetwork)
  }

  let kind = ProblemKind.speechRecognition
  let metric = Metric.wordErrorRate
  let facts: CollectionFacts
  let parts: PartSplit
  let frames: SpeechFrames
  let symbols: SpeechSymbols
  let collection: SpeechCollection
  let texts: [SpokenText]

  /// - Throws: `PilotError.tooFewRows` for fewer than 30 recordings.
  init(_ collection: SpeechCollection, seed: UInt64, control: PilotControl?) throws {
    facts = collection.facts
    self.collection = collection
    parts = try PartSplit(collection.utterances.count, seed: seed)
    var texts = collection.utterances.map { SpokenText($0.text) }
    if control == .shuffledLabels {
      var generator = SeededGenerator(seed: seed, purpose: "shuffled texts")
      generator.shuffle(&texts)
    }
    self.texts = texts
    symbols = SpeechSymbols(parts.training.map { texts[$0] })
    frames = SpeechFrames(collection, training: parts.training)
  }

  var features: Int { frames.longest * SpeechFrames.bands }
  func count(_ part: ProblemPart) -> Int { parts[part].count }

  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model> {
    switch candidate {
    case .baseline:
      ProblemFit(.constant(.bestConstant(for: parts.training.map { texts[$0] })))
    case .linear, .classical, .trees: ProblemFit(.templates(templates(seed: request.seed)))
    case .smallNetwork: try ProblemFit(trainedNetwork(request)) { .network($0) }
    }
  }

  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator {
    let places = part == .training ? Array(parts.training.prefix(100)) : parts[part]
    let heard = try recognised(places, by: model)
    let errors = zip(places, heard).map { Double(editDistance(texts[$0].words, $1.words)) }
    return MetricEvaluator(metric, sumOf: errors, over: places.map { Double(texts[$0].words.count) })
  }

  /// What a model hears in these recordings.
  func recognised(_ places: [Int], by model: Model) throws -> [SpokenText] {
    switch model {
    case .constant(let text): places.map { _ in text }
    case .templates(let templates):
      places.map { SpokenText(words: templates.words(frames.cepstra[$0])) }
    case .network(let network): try transcripts(places, network)
    }
  }

  func parameterCount(_ model: Model) -> Int {
    switch model {
    case .constant(let text): text.words.count
    case .templates(let templates): templates.templates.reduce(0) { $0 + 13 * $1.frames.count }
    case .network(let network): network.parameters.count
    }
  }

  func settings(_ model: Model, epochs: Int) -> [String: String] {
    switch model {
    case .constant: ["model": "constant-sentence"]
    case .templates(let templates):
      [
        "model": templates.isConnected ? "word-templates" : "recording-templates",
        "templates": "\(templates.templates.count { !$0.words.isEmpty })",
      ]
    case .network:
      [
        "model": "ctc-recurrent", "epochs": "\(epochs)", "width": "\(Self.units)",
        "symbols": symbols.areWords ? "words" : "characters", "decoding": "greedy",
      ]
    }
  }

  func use(_ model: Model, turn: Int) throws {
    _ = try recognised([parts.test[turn % parts.test.count]], by: model)
  }
}
