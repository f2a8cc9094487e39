import Datasets
import Kernels
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// Sentences of one language into another: how many runs of characters of the reference a model's
/// translation has.
///
/// The baseline translates word for word, the classical method by phrases, and the network is a small
/// encoder–decoder Transformer that always takes the likeliest token. A source sentence is in one part only.
struct TranslationProblem: PilotProblem {
  enum Model: Hashable, Codable, Sendable {
    case dictionary(WordDictionary)
    case phrases(PhraseTable)
    case transformer(TrainedNetwork)
  }

  typealias Pair = (source: [Int], target: [Int])

  /// Pairs that are looked at of each part; decoding takes its time.
  private static let limits: [ProblemPart: Int] = [.training: 150, .validation: 250, .test: 500]
  /// Symbols of either language that the network knows.
  private static let symbolLimit = 3_000

  let kind = ProblemKind.translation
  let metric = Metric.chrF
  let facts: CollectionFacts
  private let texts: [TranslationCollection.Pair]
  private let parts: [ProblemPart: [Int]]
  private let targetVocabulary: TokenVocabulary
  private let symbols: [Pair]
  private let transformer: SentenceTransformer

  /// - Throws: `PilotError.tooFewRows` for fewer than 30 different sources.
  init(_ collection: TranslationCollection, seed: UInt64, control: PilotControl?) throws {
    facts = collection.facts
    var texts = collection.pairs
    if control == .shuffledLabels {
      var generator = SeededGenerator(seed: seed, purpose: "shuffled targets")
      var targets = texts.map(\.target)
      generator.shuffle(&targets)
      texts = zip(texts, targets).map { TranslationCollection.Pair(source: $0.source, target: $1) }
    }
    self.texts = texts
    let parts = try Self.parts(texts.map(\.source), seed: seed)
    self.parts = parts
    // Only the target's case is part of what is asked for.
    let sources = texts.map { sentenceTokens($0.source.lowercased()) }
    let targets = texts.map { sentenceTokens($0.target) }
    let training = parts[.training] ?? []
    let vocabulary = TokenVocabulary(training.map { sources[$0] })
    let targetVocabulary = TokenVocabulary(training.map { targets[$0] })
    self.targetVocabulary = targetVocabulary
    symbols = zip(sources, targets).map { (vocabulary.symbols($0), targetVocabulary.symbols($1)) }
    transformer = SentenceTransformer(
      sourceSymbols: min(vocabulary.count, Self.symbolLimit),
      targetSymbols: min(targetVocabulary.count, Self.symbolLimit),
      sourceLength: Self.usual(training.map { sources[$0].count }),
      targetLength: Self.usual(training.map { targets[$0].count }) + 1)
  }

  /// Every pair of a source in one part; the later parts thinned evenly to their limits.
  private static func parts(_ sources: [String], seed: UInt64) throws -> [ProblemPart: [Int]] {
    var places: [String: Int] = [:]
    let group = sources.map { source in
      let place = places[source] ?? places.count
      places[source] = place
      return place
    }
    let split = try PartSplit(places.count, seed: seed)
    return Dictionary(
      uniqueKeysWithValues: ProblemPart.allCases.map { part in
        let chosen = Set(split[part])
        let pairs = group.indices.filter { chosen.contains(group[$0]) }
        return (part, part == .training ? pairs : thinned(pairs, to: limits[part] ?? pairs.count))
      })
  }

  private static func thinned(_ items: [Int], to limit: Int) -> [Int] {
    guard items.count > limit else { return items }
    return (0..<limit).map { items[$0 * items.count / limit] }
  }

  /// A length that 98 of 100 sentences keep within, at most 48.
  private static func usual(_ lengths: [Int]) -> Int {
    let sorted = lengths.sorted()
    return min(48, max(4, sorted[(sorted.count - 1) * 98 / 100]))
  }

  var features: Int { transformer.sourceLength }
  func count(_ part: ProblemPart) -> Int { parts[part]?.count ?? 0 }
  private func pairs(_ part: ProblemPart) -> [Pair] { (parts[part] ?? []).map { symbols[$0] } }
  private func text(_ target: [Int]) -> String { sentence(targetVocabulary.tokens(target)) }

  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model> {
    switch candidate {
    case .baseline:
      var dictionary = WordDictionary(pairs(.training))
      dictionary.settle(
        targets: pairs(.training).map(\.target), validation: pairs(.validation), text: text)
      return ProblemFit(.dictionary(dictionary))
    case .linear, .classical, .trees: return ProblemFit(.phrases(try phrases()))
    case .smallNetwork:
      let outcome = try train(
        transformer.training,
        TrainingConfiguration(
          optimiser: Adam(learningRate: 0.003), schedule: Schedule(warmUpSteps: 100), batchSize: 32,
          epochs: 25, clipNorm: 1, earlyStopping: EarlyStopping(patience: 3, minimumImprovement: 0.001),
          seed: request.seed),
        on: transformer.examples(pairs(.training)), validation: transformer.examples(pairs(.validation)),
        execution: request.execution, shouldStop: request.shouldStop, onEpoch: request.onEpoch)
      return ProblemFit(outcome) { .transformer($0) }
    }
  }

  /// The phrase table with those weights that do best on some validation pairs.
  private func phrases() throws -> PhraseTable {
    var table = PhraseTable(pairs(.training), symbols: targetVocabulary.count)
    let chosen = Self.thinned(parts[.validation] ?? [], to: 40)
    var best = -1.0
    var weights = table.weights
    for (language, jump) in [(0.4, 0.05), (0.7, 0.05), (1, 0.05), (0.7, 0.3), (0.2, 1)] {
      table.weights = PhraseTable.Weights(language: language, length: language, jump: jump)
      let score = try chrF(counts(.phrases(table), of: chosen)) ?? 0
      if score > best { (best, weights) = (score, table.weights) }
    }
    table.weights = weights
    return table
  }

  private func translations(_ model: Model, _ sources: [[Int]]) throws -> [String] {
    switch model {
    case .dictionary(let dictionary): return sources.map { text(dictionary.translation($0)) }
    case .phrases(let table):
      var decoder = PhraseDecoder(table)
      return sources.map { text(decoder.translation($0)) }
    case .transformer(let network): return try transformer.translations(network, sources).map(text)
    }
  }

  private func counts(_ model: Model, of chosen: [Int]) throws -> [ChrFCounts] {
    zip(try translations(model, chosen.map { symbols[$0].source }), chosen).map {
      ChrFCounts(hypothesis: $0, reference: texts[$1].target)
    }
  }

  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator {
    let chosen = Self.thinned(parts[part] ?? [], to: Self.limits[part] ?? 0)
    return MetricEvaluator(chrFOf: try counts(model, of: chosen))
  }

  func parameterCount(_ model: Model) -> Int {
    switch model {
    case .dictionary(let dictionary): dictionary.parameterCount
    case .phrases(let table): table.parameterCount
    case .transformer(let network): network.parameters.count
    }
  }

  func settings(_ model: Model, epochs: Int) -> [String: String] {
    switch model {
    case .dictionary(let dictionary):
      ["model": dictionary.constant == nil ? "word-for-word" : "constant-sentence"]
    case .phrases(let table):
      [
        "model": "phrase-table", "language-model-weight": "\(table.weights.language)",
        "jump-penalty": "\(table.weights.jump)",
      ]
    case .transformer:
      ["model": "encoder-decoder-transformer", "epochs": "\(epochs)"]
        .merging(transformer.settings) { $1 }
    }
  }

  func use(_ model: Model, turn: Int) throws {
    let test = parts[.test] ?? []
    _ = try translations(model, [symbols[test[turn % test.count]].source])
  }

  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample] {
    let names: [(PilotCandidate, LocalizedText)] = [
      (.baseline, LocalizedText(en: "Word for word", zh: "逐词翻译")),
      (.classical, LocalizedText(en: "By phrases", zh: "短语翻译")),
      (.smallNetwork, LocalizedText(en: "Network", zh: "网络")),
    ]
    let shown = Self.thinned(parts[.test] ?? [], to: 10)
    let made = try names.compactMap { candidate, name in
      try models[candidate].map { (name, try translations($0, shown.map { symbols[$0].source })) }
    }
    let rows = shown.enumerated().map { number, place in
      [texts[place].source, texts[place].target] + made.map { $0.1[number] }
    }
    return [
      PilotSample(
        title: LocalizedText(en: "Sentences and their translations", zh: "句子及其译文"),
        note: LocalizedText(
          en: "Test sentences; none of them was among the training pairs.", zh: "均为测试句，训练句对中没有出现过。"),
        .texts(
          TextSample(
            columns: [
              LocalizedText(en: "Source", zh: "原文"), LocalizedText(en: "Reference", zh: "参考译文"),
            ] + made.map(\.0), rows: rows)))
    ]
  }
}
