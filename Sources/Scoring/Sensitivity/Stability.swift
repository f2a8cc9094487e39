import Knowledge
import Questionnaires

/// How often each verdict and each approach comes out when weights and unknown answers are drawn anew
/// (stochastic multicriteria acceptability: Lahdelma and Salminen, 2001).
public struct Stability: Hashable, Codable, Sendable {
  public struct VerdictShare: Hashable, Codable, Sendable {
    public var id: Verdict
    /// 0–1.
    public var share: Double
  }

  public struct ApproachShare: Hashable, Codable, Sendable {
    public var id: ApproachID
    /// The share of draws in which it ranks first, 0–1.
    public var share: Double
  }

  public var draws: Int
  public var seed: UInt64
  /// The Dirichlet concentration the weights were drawn with.
  public var concentration: Double
  /// Best verdict first; those that never came out are left out.
  public var verdicts: [VerdictShare]
  /// Most often first; those that were never first are left out.
  public var first: [ApproachShare]

  /// The largest standard error of a share: half over the root of the draws.
  public var standardError: Double { 0.5 / Double(max(draws, 1)).squareRoot() }
}

extension Scorer {
  /// Draws weights around the rubrics' own and unknown answers over their values, and counts what comes out.
  ///
  /// Rubric weights, and criterion weights within each rubric, come from Dirichlet distributions whose means
  /// are the stated weights and whose concentration the policy states. An unknown choice takes each option alike;
  /// an unknown number lies anywhere in its plausible span along its scale; a measured interval likewise.
  /// - Parameter draws: nil takes the policy's number.
  public func stability(
    for sheet: AnswerSheet, observations: [Observation] = [], seed: UInt64, draws: Int? = nil
  ) -> Stability {
    var probe = probe(sheet, observations)
    var generator = SplitMix64(seed: seed)
    let draws = draws ?? knowledge.policy.draws
    let concentration = knowledge.policy.weightConcentration
    var verdicts: [Verdict: Int] = [:]
    var first = [Int](repeating: 0, count: compiled.approaches.count)
    let open = probe.open
    for _ in 0..<draws {
      probe.weigh(by: weighing.weights.drawn(compiled, concentration, using: &generator))
      let changes = open.map { probe.draw($0, using: &generator) }
      let outcome = probe.pointOutcome(changes, drawingMeasured: &generator)
      verdicts[outcome.verdict, default: 0] += 1
      first[outcome.first] += 1
    }
    let total = Double(max(draws, 1))
    return Stability(
      draws: draws, seed: seed, concentration: concentration,
      verdicts: Verdict.allCases.compactMap { verdict in
        verdicts[verdict].map { Stability.VerdictShare(id: verdict, share: Double($0) / total) }
      },
      first: first.indices.filter { first[$0] > 0 }
        .sorted { (first[$1], $0) < (first[$0], $1) }
        .map { Stability.ApproachShare(id: compiled.approaches[$0].id, share: Double(first[$0]) / total) })
  }
}

extension Weights {
  /// Weights drawn around these.
  fileprivate func drawn(
    _ compiled: CompiledRubrics, _ concentration: Double, using generator: inout SplitMix64
  ) -> Weights {
    var drawn = self
    drawn.rubrics = generator.dirichlet(around: rubrics[...], concentration: concentration)
    for range in compiled.criterionRanges {
      drawn.criteria.replaceSubrange(
        range, with: generator.dirichlet(around: criteria[range], concentration: concentration))
    }
    return drawn
  }
}

extension Probe {
  /// The questions whose answer is not one value: unknown ones, and measured ones that may be several.
  fileprivate var open: [Int] {
    unknown
      + replacements.answers.filter { $0.value.options.nonzeroBitCount > 1 || $0.value.low < $0.value.high }
      .keys.sorted()
  }

  /// One of the values an open answer can have.
  fileprivate func draw(_ index: Int, using generator: inout SplitMix64) -> Change {
    guard let measured = replacements.answers[index] else { return randomAnswer(index, using: &generator) }
    let possible = (0..<64).filter { measured.options & (1 << UInt64($0)) != 0 }
    guard possible.isEmpty else {
      let option = possible[Int(generator.uniform() * Double(possible.count))]
      return Change(question: index, answer: .option(option, origin: .measured))
    }
    let number = measured.low + generator.uniform() * (measured.high - measured.low)
    return Change(question: index, answer: .number(number, origin: .measured))
  }
}
