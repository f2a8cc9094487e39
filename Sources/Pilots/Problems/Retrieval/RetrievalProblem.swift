import Datasets
import Kernels
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// The passage that answers a question: how often it is among the first five found.
///
/// The baseline is what an order drawn by chance gives on average, the classical method is BM25, and the network is an encoder of
/// questions and passages whose logits are added to BM25's scores. Passages are dealt out to the parts with
/// all their questions, so that the test asks for passages no question of the training asked for; what is
/// searched is always all of them.
struct RetrievalProblem: PilotProblem {
  enum Model: Hashable, Codable, Sendable {
    /// All orders equally likely: every question then has 5 chances in as many as there are passages.
    case random
    case bm25
    /// `share`: what BM25's score counts beside the network's logit.
    case encoder(TrainedNetwork, share: Double)
  }

  let kind = ProblemKind.retrieval
  let metric = Metric.recallAtFive
  let facts: CollectionFacts
  let index: PassageIndex
  let encoder: TextEncoder
  let texts: Texts
  /// Questions by part.
  private let parts: [ProblemPart: [Int]]

  /// Questions and passages with their terms.
  struct Texts: Sendable {
    let questions: [String]
    let passages: [String]
    let questionTerms: [[String]]
    let passageTerms: [[String]]
    /// The right passage of every question.
    let answers: [Int]
  }

  /// - Throws: `PilotError.tooFewRows` for fewer than 30 passages.
  init(_ collection: PassageCollection, seed: UInt64, control: PilotControl?) throws {
    facts = collection.facts
    var answers = collection.questions.map(\.passage)
    if control == .shuffledLabels {
      var generator = SeededGenerator(seed: seed, purpose: "shuffled passages")
      generator.shuffle(&answers)
    }
    let questions = collection.questions.map(\.text)
    texts = Texts(
      questions: questions, passages: collection.passages, questionTerms: questions.map(searchTerms),
      passageTerms: collection.passages.map(searchTerms), answers: answers)
    let split = try PartSplit(collection.passages.count, seed: seed)
    parts = Dictionary(
      uniqueKeysWithValues: ProblemPart.allCases.map { part in
        let passages = Set(split[part])
        return (part, answers.indices.filter { passages.contains(answers[$0]) })
      })
    index = PassageIndex(texts.passageTerms)
    encoder = TextEncoder(texts.passageTerms + texts.questionTerms)
  }

  var features: Int { encoder.length }
  func questions(_ part: ProblemPart) -> [Int] { parts[part] ?? [] }
  func count(_ part: ProblemPart) -> Int { questions(part).count }

  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model> {
    switch candidate {
    case .baseline: return ProblemFit(.random)
    case .linear, .classical, .trees: return ProblemFit(.bm25)
    case .smallNetwork:
      let outcome = try train(
        encoder.training,
        TrainingConfiguration(
          optimiser: Adam(learningRate: 0.003), batchSize: 32, epochs: 12,
          earlyStopping: EarlyStopping(patience: 2), seed: request.seed),
        on: comparisons(.training, turns: 2, seed: request.seed),
        validation: comparisons(.validation, turns: 1, seed: request.seed),
        execution: request.execution, shouldStop: request.shouldStop, onEpoch: request.onEpoch)
      let share = try bestShare(outcome.network)
      return ProblemFit(outcome) { .encoder($0, share: share) }
    }
  }

  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator {
    let all = questions(part)
    let chosen = part == .training ? Array(all.prefix(500)) : all
    let ranker = try Ranker(self, model, chosen)
    return MetricEvaluator(
      metric, meanOf: chosen.indices.map { recall(at: 5, of: texts.answers[chosen[$0]], scores: ranker[$0]) })
  }

  func parameterCount(_ model: Model) -> Int {
    switch model {
    case .random: 0
    case .bm25: index.termCount
    case .encoder(let network, _): network.parameters.count + 1
    }
  }

  func settings(_ model: Model, epochs: Int) -> [String: String] {
    switch model {
    case .random: ["model": "random-order"]
    case .bm25:
      ["model": "bm25", "k1": "\(PassageIndex.saturation)", "b": "\(PassageIndex.lengthShare)"]
    case .encoder(_, let share):
      ["model": "text-encoder", "epochs": "\(epochs)", "bm25-share": "\(share)"]
        .merging(encoder.settings) { $1 }
    }
  }

  func use(_ model: Model, turn: Int) throws {
    let test = questions(.test)
    _ = try Ranker(self, model, [test[turn % test.count]])[0]
  }
}
