import Datasets
import Foundation
import Kernels
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// The next note of a melody: how many bits a model needs for each, in melodies it never saw.
///
/// A symbol is a pitch with a length. The baseline knows how common each is, the classical method the two
/// notes before, and the network is a small causal Transformer that also
/// knows where in a bar or section it is. Melodies are dealt out to the parts whole.
struct NoteGenerationProblem: PilotProblem {
  enum Model: Hashable, Codable, Sendable {
    case counts(SymbolCounts)
    case transformer(TrainedNetwork)
  }

  let kind = ProblemKind.noteGeneration
  let metric = Metric.bitsPerNote
  let facts: CollectionFacts
  let vocabulary: NoteVocabulary
  let transformer: NoteTransformer
  private let parts: PartSplit
  private let sequences: [NoteSequence]

  /// - Throws: `PilotError.tooFewRows` for fewer than 30 melodies.
  init(_ collection: MelodyCollection, seed: UInt64, control: PilotControl?) throws {
    facts = collection.facts
    let parts = try PartSplit(collection.melodies.count, seed: seed)
    self.parts = parts
    let melodies =
      control == .shuffledLabels
      ? Self.shuffled(collection.melodies, seed: seed) : collection.melodies
    let vocabulary = NoteVocabulary(parts.training.map { melodies[$0] }, limit: 1_000)
    self.vocabulary = vocabulary
    let sequences = vocabulary.sequences(melodies)
    self.sequences = sequences
    let lengths = melodies.map(\.count).sorted()
    // Long enough for nine of ten melodies, so that a section that comes back is still in view.
    let usual = lengths[(lengths.count - 1) * 9 / 10]
    transformer = NoteTransformer(
      symbols: vocabulary.count, length: min(96, max(16, (usual + 7) / 8 * 8)),
      period: NoteSequence.period(of: parts.training.map { sequences[$0] }))
  }

  /// The notes of all melodies dealt out anew: what came before then says nothing about what follows.
  private static func shuffled(_ melodies: [[MelodyNote]], seed: UInt64) -> [[MelodyNote]] {
    var generator = SeededGenerator(seed: seed, purpose: "shuffled notes")
    var notes = melodies.flatMap { $0 }
    generator.shuffle(&notes)
    var rest = notes[...]
    return melodies.map { melody in
      defer { rest = rest.dropFirst(melody.count) }
      return Array(rest.prefix(melody.count))
    }
  }

  var features: Int { transformer.length }
  func count(_ part: ProblemPart) -> Int { parts[part].count }
  func sequences(_ part: ProblemPart) -> [NoteSequence] { parts[part].map { sequences[$0] } }

  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model> {
    switch candidate {
    case .baseline, .linear, .classical, .trees:
      let order = candidate == .baseline ? 0 : 2
      return ProblemFit(
        .counts(
          SymbolCounts(
            order: order, symbols: vocabulary.count, start: NoteVocabulary.start,
            sequences(.training).map(\.symbols))))
    case .smallNetwork:
      let outcome = try train(
        transformer.network,
        TrainingConfiguration(
          optimiser: Adam(learningRate: 0.003), schedule: Schedule(warmUpSteps: 50), batchSize: 16,
          epochs: 14, clipNorm: 1, earlyStopping: EarlyStopping(patience: 2), seed: request.seed),
        on: transformer.examples(sequences(.training), overlap: false),
        validation: transformer.examples(
          Array(sequences(.validation).prefix(200)), overlap: true),
        execution: request.execution, shouldStop: request.shouldStop, onEpoch: request.onEpoch)
      return ProblemFit(outcome) { .transformer($0) }
    }
  }

  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator {
    let all = sequences(part)
    let sequences = part == .training ? Array(all.prefix(300)) : all
    let bits =
      switch model {
      case .counts(let counts): sequences.map { counts.bits($0.symbols, start: NoteVocabulary.start) }
      case .transformer(let network): try transformer.bits(network, sequences)
      }
    return MetricEvaluator(metric, sumOf: bits, over: sequences.map { Double($0.symbols.count) })
  }

  func parameterCount(_ model: Model) -> Int {
    switch model {
    case .counts(let counts): counts.parameterCount
    case .transformer(let network): network.parameters.count
    }
  }

  func settings(_ model: Model, epochs: Int) -> [String: String] {
    switch model {
    case .counts(let counts): ["model": counts.order == 0 ? "unigram" : "trigram"]
    case .transformer:
      ["model": "note-transformer", "epochs": "\(epochs)"].merging(transformer.settings) { $1 }
    }
  }

  func use(_ model: Model, turn: Int) throws {
    let test = parts.test
    let sequence = sequences[test[turn % test.count]]
    var generator = SeededGenerator(seed: 1, purpose: "use")
    _ = try continuation(model, of: sequence, count: 1, temperature: 1, using: &generator)
  }

  /// Goes on from some symbols, one drawn after another; notes that are not known are never drawn.
  func continuation(
    _ model: Model, of beginning: NoteSequence, count: Int, temperature: Double,
    using generator: inout SeededGenerator
  ) throws -> NoteSequence {
    let sampling = TokenSampling(temperature: temperature)
    let lengths = vocabulary.lengths
    switch model {
    case .transformer(let network):
      return try transformer.continuation(
        network, of: beginning, count: count, lengths: lengths, sampling: sampling, using: &generator)
    case .counts(let counts):
      var made = beginning
      for _ in 0..<count {
        let start = NoteVocabulary.start
        let context = ([start, start] + made.symbols).suffix(2)
        let logits = lengths.indices.map { symbol -> Float in
          lengths[symbol] > 0 ? Float(log(counts.probability(symbol, after: context))) : -.infinity
        }
        let symbol = sampling.token(logits, using: &generator)
        made.append(symbol, length: lengths[symbol])
      }
      return made
    }
  }
}
