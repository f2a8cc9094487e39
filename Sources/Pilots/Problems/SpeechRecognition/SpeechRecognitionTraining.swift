import Kernels
import ModelMetrics
import Networks

extension SpeechRecognitionProblem {
  /// Numbers in a state of the recurrent layers, each way.
  static let units = 48

  /// Convolutions that halve the time, recurrent layers in both directions, and a map to the symbols.
  ///
  /// Words last long enough to be told 25 times a second, characters need 50. The map also sees what the
  /// convolutions found: sounds are then told apart before the recurrent layers know anything, which shortens
  /// the time in which such a network says blanks only.
  private func network(labelLength: Int) -> NetworkConfiguration {
    let bands = SpeechFrames.bands
    var builder = NetworkBuilder()
    var last = builder.input("spectrum", [frames.longest, bands])
    last = builder.add(Convolution1D(48, kernel: 5, stride: 2, padding: .same, .relu), to: last)
    last = builder.add(LayerNormalisation(), to: last)
    last = builder.add(
      Convolution1D(64, kernel: 7, stride: symbols.areWords ? 2 : 1, padding: .same, .relu), to: last)
    let sounds = builder.add(LayerNormalisation(), to: last)
    last = builder.add(Dropout(0.2), to: sounds)
    last = builder.bidirectional(GRU(Self.units, returnsSequence: true), to: last)
    last = builder.add(Concatenate(), to: sounds, last)
    _ = builder.add(Dense(symbols.symbols.count + 1), to: last)
    return builder.network(loss: CTC(labelLength: labelLength))
  }

  func trainedNetwork(_ request: FitRequest) throws -> TrainingOutcome {
    let labelled = (parts.training + parts.validation).map { symbols.labels(texts[$0]).count }
    let configuration = network(labelLength: max(1, labelled.max() ?? 1))
    return try train(
      configuration,
      TrainingConfiguration(
        optimiser: Adam(learningRate: 0.003), schedule: Schedule(warmUpSteps: 20), batchSize: 8, epochs: 60,
        clipNorm: 1, earlyStopping: EarlyStopping(patience: 8),
        augmentations: [.timeMask(count: 1, width: 10), .frequencyMask(count: 1, width: 6)],
        seed: request.seed),
      on: try examples(parts.training, configuration),
      validation: try examples(parts.validation, configuration), execution: request.execution,
      shouldStop: request.shouldStop, onEpoch: request.onEpoch)
  }

  /// Spectra filled up with silence to one length, with their labels; recordings too short for their text are
  /// left out, since no placement of its labels fits.
  private func examples(_ places: [Int], _ network: NetworkConfiguration) throws -> ExampleSet {
    let output = try network.outputShape()
    let width = network.loss.targetCount(output: output)
    var features: [Float] = []
    var targets: [Float] = []
    for place in places {
      let labels = symbols.labels(texts[place])
      let repeats = zip(labels, labels.dropFirst()).count { $0 == $1 }
      guard labels.count + repeats <= output[0] else { continue }
      features += padded(place)
      targets += labels.map(Float.init) + Array(repeating: -1, count: width - labels.count)
    }
    return ExampleSet(
      rows: targets.count / width, columns: self.features, features: features, targets: targets)
  }

  private func padded(_ place: Int) -> [Float] {
    let spectrum = frames.spectra[place]
    return spectrum + Array(repeating: 0, count: features - spectrum.count)
  }

  func transcripts(_ places: [Int], _ network: TrainedNetwork) throws -> [SpokenText] {
    let classes = symbols.symbols.count + 1
    let predictor = try Predictor(network, batchSize: 16)
    return places.map { place in
      let output = predictor.predict(padded(place), rows: 1)
      // What the network says about the silence put behind a recording does not count.
      let times = output.count / classes
      let spoken = frames.spectra[place].count * times / features + 1
      return symbols.text(
        greedyCTCLabels(Array(output.prefix(min(spoken, times) * classes)), classes: classes))
    }
  }

  /// Templates of single words where the recordings of single words cover most of what is said, and of whole
  /// recordings elsewhere; as many as there is time to compare with.
  func templates(seed: UInt64) -> SpeechTemplates {
    let spoken = parts.training.flatMap { texts[$0].words }
    let single = parts.training.filter { texts[$0].words.count == 1 }
    let known = Set(single.flatMap { texts[$0].words })
    let isConnected = 2 * spoken.count { known.contains($0) } > spoken.count
    var kept: [SpeechTemplates.Template] = []
    var room = 8_000
    for place in shared(isConnected ? single : parts.training, seed: seed) {
      let cepstra = frames.cepstra[place]
      guard cepstra.count <= room else { break }
      room -= cepstra.count
      kept.append(.init(words: texts[place].words, frames: cepstra))
    }
    if isConnected { kept.append(.init(words: [], frames: [frames.silence])) }
    let templates = SpeechTemplates(templates: kept, isConnected: isConnected)
    return isConnected ? tuned(templates) : templates
  }

  /// Recordings by chance, but one of every text before a second of any.
  private func shared(_ places: [Int], seed: UInt64) -> [Int] {
    var order = places
    var generator = SeededGenerator(seed: seed, purpose: "templates")
    generator.shuffle(&order)
    var seen: [SpokenText: Int] = [:]
    let ranked = order.map { place -> (rank: Int, place: Int) in
      seen[texts[place], default: 0] += 1
      return (seen[texts[place], default: 0], place)
    }
    return ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.place)
  }

  /// The cost of beginning a word that leaves the fewest errors in training recordings of several words.
  private func tuned(_ templates: SpeechTemplates) -> SpeechTemplates {
    let several = parts.training.filter { texts[$0].words.count > 1 }.prefix(40)
    let tried = [0, 5, 10, 20, 40].map { (penalty: Float) -> (errors: Int, templates: SpeechTemplates) in
      var changed = templates
      changed.penalty = penalty
      let errors = several.reduce(0) {
        $0 + editDistance(texts[$1].words, changed.words(frames.cepstra[$1]))
      }
      return (errors, changed)
    }
    return tried.min { $0.errors < $1.errors }?.templates ?? templates
  }
}
