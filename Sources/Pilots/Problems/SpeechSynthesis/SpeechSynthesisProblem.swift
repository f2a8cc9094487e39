import Datasets
import Kernels
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// A recording of words: how far the spectrum made from a text lies from the one that was recorded, for texts
/// never heard in training.
///
/// The length of the speech is given, as a part of its own would; where each letter lies in it is worked out
/// from the text. The baseline is the average recording, the classical method the mean frame of each third of
/// a letter, and the network a stack of dilated causal convolutions.
struct SpeechSynthesisProblem: PilotProblem {
  enum Model: Hashable, Codable, Sendable {
    case average(AverageVoice)
    case letters(LetterVoice)
    case network(TrainedNetwork)
  }

  let kind = ProblemKind.speechSynthesis
  let metric = Metric.logSpectralDistance
  let facts: CollectionFacts
  let parts: PartSplit
  let voice: VoiceFrames
  let texts: [SpokenText]
  private let symbols: [[Int]]
  private let vocabulary: CharacterVocabulary
  private let units: LetterUnits
  private let times: LetterTimes
  private let longest: Int

  /// - Throws: `PilotError.tooFewRows` for fewer than 30 recordings.
  init(_ collection: SpeechCollection, seed: UInt64, control: PilotControl?) throws {
    facts = collection.facts
    let parts = try PartSplit(collection.utterances.count, seed: seed)
    var texts = collection.utterances.map { SpokenText($0.text) }
    if control == .shuffledLabels {
      var generator = SeededGenerator(seed: seed, purpose: "shuffled texts")
      generator.shuffle(&texts)
    }
    let vocabulary = CharacterVocabulary(parts.training.map { texts[$0].text }, limit: 1_000)
    let symbols = vocabulary.symbols(texts.map(\.text))
    let units = LetterUnits(parts.training.map { symbols[$0] })
    let voice = VoiceFrames(collection, training: parts.training)
    times = LetterTimes(
      parts.training.map { voice.frames[$0] }, parts.training.map { units.units(symbols[$0]) },
      unitCount: units.count, bands: VoiceFrames.bands)
    longest = texts.indices.map(voice.count).max() ?? 1
    (self.parts, self.texts, self.vocabulary) = (parts, texts, vocabulary)
    (self.symbols, self.units, self.voice) = (symbols, units, voice)
  }

  var features: Int { longest * (2 * VoiceNetwork.reach + 1 + VoiceNetwork.numbers) }
  func count(_ part: ProblemPart) -> Int { parts[part].count }

  private var network: VoiceNetwork {
    VoiceNetwork(symbols: vocabulary.count, length: longest, bands: VoiceFrames.bands)
  }

  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model> {
    switch candidate {
    case .baseline:
      ProblemFit(.average(AverageVoice(parts.training.map { voice.frames[$0] }, bands: VoiceFrames.bands)))
    case .linear, .classical, .trees:
      ProblemFit(
        .letters(
          LetterVoice(
            parts.training.map { (voice.frames[$0], unitPlaces($0)) }, units: units.count,
            bands: VoiceFrames.bands)))
    case .smallNetwork:
      try ProblemFit(
        train(
          network.configuration,
          TrainingConfiguration(
            optimiser: Adam(learningRate: 0.003), schedule: Schedule(warmUpSteps: 20), batchSize: 8,
            epochs: 60, clipNorm: 1, earlyStopping: EarlyStopping(patience: 8), seed: request.seed),
          on: examples(parts.training), validation: examples(parts.validation),
          execution: request.execution, shouldStop: request.shouldStop, onEpoch: request.onEpoch)
      ) { .network($0) }
    }
  }

  /// Where the letters lie in a recording, by its text and its length alone.
  private func places(_ place: Int) -> [(letter: Int, share: Float)] {
    times.places(units.units(symbols[place]), frames: voice.count(place))
  }

  private func unitPlaces(_ place: Int) -> [(unit: Int, share: Float)] {
    let letters = units.units(symbols[place])
    return places(place).map { (letters.isEmpty ? 0 : letters[$0.letter], $0.share) }
  }

  private func examples(_ places: [Int]) -> ExampleSet {
    let network = network
    let targets = places.flatMap { place in
      let frames = voice.frames[place]
      return frames + Array(repeating: 0, count: longest * VoiceFrames.bands - frames.count)
    }
    return ExampleSet(
      rows: places.count, columns: network.columns,
      features: places.flatMap { network.features(symbols[$0], self.places($0)) }, targets: targets)
  }

  /// The frames a model makes for each of these texts, as many as were recorded.
  func spoken(_ places: [Int], by model: Model) throws -> [[Float]] {
    switch model {
    case .average(let average): return places.map { average.frames(voice.count($0)) }
    case .letters(let letters): return places.map { letters.frames(unitPlaces($0)) }
    case .network(let trained):
      let predictor = try Predictor(trained, batchSize: 16)
      return places.map { place in
        let frames = predictor.predict(network.features(symbols[place], self.places(place)), rows: 1)
        return Array(frames.prefix(voice.frames[place].count))
      }
    }
  }

  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator {
    let places = part == .training ? Array(parts.training.prefix(100)) : parts[part]
    let distances = try zip(places, spoken(places, by: model)).map { place, frames in
      logSpectralDistance(
        voice.logarithms(frames), voice.logarithms(voice.frames[place]), bands: VoiceFrames.bands)
    }
    return MetricEvaluator(metric, meanOf: distances)
  }

  func parameterCount(_ model: Model) -> Int {
    switch model {
    case .average(let average): average.numberCount
    case .letters(let letters): letters.numberCount
    case .network(let network): network.parameters.count
    }
  }

  func settings(_ model: Model, epochs: Int) -> [String: String] {
    switch model {
    case .average: ["model": "average-recording"]
    case .letters: ["model": "letter-means"]
    case .network:
      [
        "model": "dilated-causal-convolutions", "epochs": "\(epochs)", "width": "\(network.width)",
        "layers": "\(network.dilations.count)", "context": "\(network.window)",
      ]
    }
  }

  func use(_ model: Model, turn: Int) throws {
    // The sound of the first three seconds: phases take as long again for every three more.
    for frames in try spoken([parts.test[turn % parts.test.count]], by: model) {
      _ = voice.sound(Array(frames.prefix(300 * VoiceFrames.bands)))
    }
  }
}
