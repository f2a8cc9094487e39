import Datasets
import Kernels
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// The next character of a text: how many bits a model needs for each, in documents it never saw.
///
/// The baseline knows how common each character is, the classical method the character before, and the
/// network is a small causal Transformer. Documents are dealt out to the parts whole.
struct TextGenerationProblem: PilotProblem {
  enum Model: Hashable, Codable, Sendable {
    case counts(SymbolCounts)
    case transformer(TrainedNetwork)
  }

  let kind = ProblemKind.textGeneration
  let metric = Metric.bitsPerCharacter
  let facts: CollectionFacts
  private let parts: PartSplit
  private let vocabulary: CharacterVocabulary
  /// Symbols of every document.
  private let sequences: [[Int]]

  /// - Throws: `PilotError.tooFewRows` for fewer than 30 documents.
  init(_ collection: TextCollection, seed: UInt64, control: PilotControl?) throws {
    facts = collection.facts
    parts = try PartSplit(collection.documents.count, seed: seed)
    let documents =
      control == .shuffledLabels
      ? Self.shuffled(collection.documents, seed: seed) : collection.documents
    let vocabulary = CharacterVocabulary(parts.training.map { documents[$0] }, limit: 1_000)
    self.vocabulary = vocabulary
    sequences = vocabulary.symbols(documents)
  }

  /// The characters of all documents dealt out anew: what came before then says nothing about what follows.
  private static func shuffled(_ documents: [String], seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed, purpose: "shuffled characters")
    var characters = documents.flatMap(Array.init)
    generator.shuffle(&characters)
    var rest = characters[...]
    return documents.map { document in
      defer { rest = rest.dropFirst(document.count) }
      return String(rest.prefix(document.count))
    }
  }

  var features: Int { transformer.length }
  func count(_ part: ProblemPart) -> Int { parts[part].count }

  private var transformer: CausalTransformer { CausalTransformer(symbols: vocabulary.count) }
  private func sequences(_ part: ProblemPart) -> [[Int]] { parts[part].map { sequences[$0] } }

  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model> {
    let start = CharacterVocabulary.start
    switch candidate {
    case .baseline, .linear, .classical, .trees:
      let order = candidate == .baseline ? 0 : 1
      return ProblemFit(
        .counts(
          SymbolCounts(order: order, symbols: vocabulary.count, start: start, sequences(.training))))
    case .smallNetwork:
      let outcome = try train(
        transformer.network,
        TrainingConfiguration(
          optimiser: Adam(learningRate: 0.002), schedule: Schedule(warmUpSteps: 50), batchSize: 32,
          epochs: 8, clipNorm: 1, earlyStopping: EarlyStopping(patience: 2), seed: request.seed),
        on: transformer.examples(sequences(.training), start: start, overlap: false),
        validation: transformer.examples(
          Array(sequences(.validation).prefix(200)), start: start, overlap: true),
        execution: request.execution, shouldStop: request.shouldStop, onEpoch: request.onEpoch)
      return ProblemFit(outcome) { .transformer($0) }
    }
  }

  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator {
    let all = sequences(part)
    let sequences = part == .training ? Array(all.prefix(400)) : all
    let start = CharacterVocabulary.start
    let bits =
      switch model {
      case .counts(let counts): sequences.map { counts.bits($0, start: start) }
      case .transformer(let network): try transformer.bits(network, sequences, start: start)
      }
    return MetricEvaluator(metric, sumOf: bits, over: sequences.map { Double($0.count) })
  }

  func parameterCount(_ model: Model) -> Int {
    switch model {
    case .counts(let counts): counts.parameterCount
    case .transformer(let network): network.parameters.count
    }
  }

  func settings(_ model: Model, epochs: Int) -> [String: String] {
    switch model {
    case .counts(let counts): ["model": counts.order == 0 ? "unigram" : "bigram"]
    case .transformer:
      ["model": "causal-transformer", "epochs": "\(epochs)"].merging(transformer.settings) { $1 }
    }
  }

  func use(_ model: Model, turn: Int) throws {
    let sequence = sequences[parts.test[turn % parts.test.count]]
    switch model {
    case .counts(let counts): _ = counts.probability(sequence[0], after: sequence.dropFirst())
    case .transformer(let network):
      var generator = SeededGenerator(seed: 1, purpose: "use")
      _ = try transformer.continuation(
        network, of: sequence, start: CharacterVocabulary.start, count: 1, sampling: TokenSampling(),
        using: &generator)
    }
  }

  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample] {
    guard case .transformer(let network)? = models[.smallNetwork] else { return [] }
    let rows = try parts.test.prefix(4).map { place in
      let (beginning, rest) = (Array(sequences[place].prefix(40)), sequences[place].dropFirst(40))
      var generator = SeededGenerator(seed: UInt64(place), purpose: "continuation")
      let made = try transformer.continuation(
        network, of: beginning, start: CharacterVocabulary.start, count: 120,
        sampling: TokenSampling(temperature: 0.7),
        excluding: [CharacterVocabulary.start, CharacterVocabulary.unknown], using: &generator)
      return [
        vocabulary.text(beginning), vocabulary.text(made.dropFirst(beginning.count)),
        vocabulary.text(rest.prefix(120)),
      ]
    }
    return [
      PilotSample(
        title: LocalizedText(en: "Texts the network goes on with", zh: "网络续写的文本"),
        note: LocalizedText(
          en: "The beginning is from a test document; the network wrote the middle column, temperature 0.7.",
          zh: "开头取自测试文本；中间一列由网络续写，温度 0.7。"),
        .texts(
          TextSample(
            columns: [
              LocalizedText(en: "Beginning", zh: "开头"), LocalizedText(en: "Written", zh: "续写"),
              LocalizedText(en: "In the document", zh: "原文"),
            ], rows: rows)))
    ]
  }
}

extension CausalTransformer {
  /// For the reader.
  var settings: [String: String] {
    [
      "width": "\(width)", "blocks": "\(blocks)", "heads": "\(heads)", "context": "\(length)",
      "dropout": "\(dropout)",
    ]
  }
}
