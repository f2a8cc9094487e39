import Kernels
import ModelMetrics
import Networks

extension RetrievalProblem {
  /// The shares of BM25 that are tried: none, and up to all but alone.
  private static let shares = [0, 0.125, 0.25, 0.5, 1, 2, 4]

  /// Questions, each with its passage in a place drawn by chance among wrong ones.
  ///
  /// A third of the wrong ones are among those that BM25 likes best, the others are drawn. All are passages of
  /// the same part or of training, so that no passage of a later part is ever learnt to be wrong.
  ///
  /// - Parameter turns: how often every question comes, with other wrong passages.
  func comparisons(_ part: ProblemPart, turns: Int, seed: UInt64) -> ExampleSet {
    let chosen = questions(part)
    let pool = Set((questions(.training) + chosen).map { texts.answers[$0] }).sorted()
    let tokens = texts.passageTerms.map(encoder.tokens)
    var generator = SeededGenerator(seed: seed, purpose: "wrong passages \(part.rawValue)")
    var features: [Float] = []
    var targets: [Float] = []
    for _ in 0..<turns {
      for question in chosen {
        var compared = wrongPassages(question, pool, using: &generator)
        let place = generator.index(below: compared.count + 1)
        compared.insert(texts.answers[question], at: place)
        features += encoder.tokens(texts.questionTerms[question])
        for passage in compared { features += tokens[passage] }
        targets.append(Float(place))
      }
    }
    return ExampleSet(
      rows: targets.count, columns: targets.isEmpty ? 0 : features.count / targets.count,
      features: features, targets: targets)
  }

  private func wrongPassages(
    _ question: Int, _ pool: [Int], using generator: inout SeededGenerator
  ) -> [Int] {
    let right = texts.answers[question]
    let scores = index.scores(texts.questionTerms[question])
    let ranked = pool.filter { $0 != right }.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    // Some of the best ten, so that a second turn meets others.
    var likely = Array(ranked.prefix(10))
    generator.shuffle(&likely)
    let hard = Array(likely.prefix((encoder.candidates - 1) / 3))
    let drawn = (hard.count..<encoder.candidates - 1).map { _ in
      ranked[generator.index(below: ranked.count)]
    }
    return hard + drawn
  }

  /// The share of BM25 with which validation questions find their passage soonest, by the mean of 1 / rank.
  func bestShare(_ network: TrainedNetwork) throws -> Double {
    let chosen = questions(.validation)
    let rankers = try Self.shares.map { try Ranker(self, .encoder(network, share: $0), chosen) }
    let means = rankers.map { ranker in
      chosen.indices.reduce(0.0) {
        $0 + reciprocalRank(of: texts.answers[chosen[$1]], scores: ranker[$1])
      }
    }
    let best = means.indices.max { means[$0] < means[$1] } ?? 0
    return Self.shares[best]
  }

  /// A model's scores of all passages for some questions.
  struct Ranker {
    private let problem: RetrievalProblem
    private let model: Model
    private let questions: [Int]
    private var questionVectors: [Float] = []
    private var passageVectors: [Float] = []

    init(_ problem: RetrievalProblem, _ model: Model, _ questions: [Int]) throws {
      self.problem = problem
      self.model = model
      self.questions = questions
      if case .encoder(let network, _) = model {
        let texts = problem.texts
        questionVectors = try problem.encoder.vectors(network, questions.map { texts.questionTerms[$0] })
        passageVectors = try problem.encoder.vectors(network, texts.passageTerms)
      }
    }

    /// The scores for the question at a place among those given; higher is better.
    subscript(_ place: Int) -> [Double] {
      let terms = problem.texts.questionTerms[questions[place]]
      switch model {
      case .random: return [Double](repeating: 0, count: problem.texts.passages.count)
      case .bm25: return problem.index.scores(terms)
      case .encoder(_, let share):
        let width = problem.encoder.width
        let logits = problem.encoder.scores(
          questionVectors[place * width..<(place + 1) * width], passageVectors)
        guard share > 0 else { return logits }
        return zip(logits, problem.index.scores(terms)).map { $0 + share * $1 }
      }
    }

    /// The passage with the highest score; the first of equals.
    func first(_ place: Int) -> String {
      let scores = self[place]
      let best = scores.indices.max { scores[$0] < scores[$1] || (scores[$0] == scores[$1] && $0 > $1) }
      return problem.texts.passages[best ?? 0]
    }
  }
}
