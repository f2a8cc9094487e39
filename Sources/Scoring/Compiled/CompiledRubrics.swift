import Knowledge
import Questionnaires

/// The rubrics with every name turned into an index, so that a sheet is scored without look-ups.
final class CompiledRubrics: Sendable {
  // Classes, as the whole, so that going through them on every sheet copies a reference and not all their texts.
  final class CriterionEntry: Sendable {
    let criterion: Criterion
    let weight: Double
    let rubric: Int
    let questions: [QuestionID]
    let questionIndices: [Int]
    let supply: CompiledSupply
    /// One demand an approach, in the approaches' order.
    let demands: [CompiledDemand]

    init(
      _ criterion: Criterion, rubric: Int, _ approaches: [Approach], _ questionnaire: Questionnaire
    ) {
      self.criterion = criterion
      self.rubric = rubric
      weight = criterion.weight
      questions = unique(criterion.supply.questions)
      questionIndices = questions.compactMap { questionnaire.index(of: $0) }
      supply = CompiledSupply(criterion.supply, questionnaire)
      demands = approaches.map {
        CompiledDemand($0.demands[criterion.id] ?? .nothing, criterion, questionnaire)
      }
    }
  }

  final class RiskEntry: Sendable {
    let risk: Risk
    let rubric: Int
    let questions: [QuestionID]
    let drivers: [CompiledSupply]
    let impact: CompiledSupply
    let mitigations: [(id: MitigationID, removed: CompiledSupply)]
    /// One share an approach, in the approaches' order.
    let exposure: [Double]

    init(_ risk: Risk, rubric: Int, _ approaches: [Approach], _ questionnaire: Questionnaire) {
      self.risk = risk
      self.rubric = rubric
      questions = unique(
        risk.drivers.flatMap(\.questions) + risk.impact.questions
          + risk.mitigations.flatMap(\.removed.questions))
      drivers = risk.drivers.map { CompiledSupply($0, questionnaire) }
      impact = CompiledSupply(risk.impact, questionnaire)
      mitigations = risk.mitigations.map { ($0.id, CompiledSupply($0.removed, questionnaire)) }
      exposure = approaches.map { $0.exposure[risk.id] ?? 0 }
    }
  }

  final class VetoEntry: Sendable {
    let veto: Veto
    let rubric: Int
    let questions: [QuestionID]
    let when: CompiledCondition
    let effect: VetoEffect

    init(_ veto: Veto, rubric: Int, _ approaches: [Approach], _ questionnaire: Questionnaire) {
      self.veto = veto
      self.rubric = rubric
      questions = unique(veto.when.questions)
      when = CompiledCondition(veto.when, questionnaire)
      var bits: UInt64 = 0
      for (index, approach) in approaches.enumerated() where veto.approaches.contains(approach.id) {
        bits |= 1 << UInt64(index)
      }
      effect = VetoEffect(capFit: veto.capFit, verdict: veto.verdict, approaches: bits)
    }
  }

  let policy: Policy
  let rubrics: [Rubric]
  let approaches: [Approach]
  let criteria: [CriterionEntry]
  let risks: [RiskEntry]
  let vetoes: [VetoEntry]
  /// The criteria of each rubric, which stand together.
  let criterionRanges: [Range<Int>]
  /// The index of the approach that uses no model.
  let noAI: Int?
  /// What the vetoes do, and the exposures of one approach after another, beside the rest as plain numbers: they
  /// are gone through for every approach of every sheet.
  let vetoEffects: [VetoEffect]
  let exposures: [Double]
  /// The policy's bounds, likewise.
  let bounds: [VerdictBound]
  /// What each of the policy's bounds requires; nil where it requires nothing more than its numbers.
  let requirements: [CompiledCondition?]
  /// What reads which question.
  let dependents: Dependents

  init(_ knowledge: KnowledgeBase, _ questionnaire: Questionnaire) {
    let approaches = knowledge.approaches
    policy = knowledge.policy
    rubrics = knowledge.rubrics
    self.approaches = approaches
    noAI = approaches.firstIndex { $0.id == .noAI }
    requirements = knowledge.policy.bounds.map { bound in
      bound.requires.map { CompiledCondition($0, questionnaire) }
    }
    var criteria: [CriterionEntry] = []
    var risks: [RiskEntry] = []
    var vetoes: [VetoEntry] = []
    var ranges: [Range<Int>] = []
    for (index, rubric) in knowledge.rubrics.enumerated() {
      let start = criteria.count
      criteria += rubric.criteria.map { CriterionEntry($0, rubric: index, approaches, questionnaire) }
      ranges.append(start..<criteria.count)
      risks += rubric.risks.map { RiskEntry($0, rubric: index, approaches, questionnaire) }
      vetoes += rubric.vetoes.map { VetoEntry($0, rubric: index, approaches, questionnaire) }
    }
    self.criteria = criteria
    self.risks = risks
    self.vetoes = vetoes
    vetoEffects = vetoes.map(\.effect)
    exposures = approaches.indices.flatMap { approach in risks.map { $0.exposure[approach] } }
    bounds = knowledge.policy.bounds.map {
      VerdictBound(verdict: $0.verdict, fitAtLeast: $0.fitAtLeast, riskAtMost: $0.riskAtMost)
    }
    criterionRanges = ranges
    dependents = Dependents(
      criteria: criteria, risks: risks, vetoes: vetoes, requirements: requirements, questionnaire)
  }
}

func unique(_ questions: [QuestionID]) -> [QuestionID] {
  var seen: Set<QuestionID> = []
  return questions.filter { seen.insert($0).inserted }
}
