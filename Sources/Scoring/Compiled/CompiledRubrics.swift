import Knowledge
import Questionnaires

/// The rubrics with every name turned into an index, so that a sheet is scored without look-ups.
struct CompiledRubrics: Sendable {
  // Classes, so that going through them on every sheet copies a reference and not all their texts.
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
    /// Bit i is set when it applies to approach i.
    let approaches: UInt64

    init(_ veto: Veto, rubric: Int, _ approaches: [Approach]) {
      self.veto = veto
      self.rubric = rubric
      questions = unique(veto.when.questions)
      var bits: UInt64 = 0
      for (index, approach) in approaches.enumerated() where veto.approaches.contains(approach.id) {
        bits |= 1 << UInt64(index)
      }
      self.approaches = bits
    }
  }

  var rubrics: [Rubric]
  var approaches: [Approach]
  var criteria: [CriterionEntry]
  var risks: [RiskEntry]
  var vetoes: [VetoEntry]

  init(_ knowledge: KnowledgeBase, _ questionnaire: Questionnaire) {
    rubrics = knowledge.rubrics
    approaches = knowledge.approaches
    criteria = []
    risks = []
    vetoes = []
    for (index, rubric) in knowledge.rubrics.enumerated() {
      for criterion in rubric.criteria {
        criteria.append(
          CriterionEntry(criterion, rubric: index, knowledge.approaches, questionnaire))
      }
      for risk in rubric.risks {
        risks.append(RiskEntry(risk, rubric: index, knowledge.approaches, questionnaire))
      }
      for veto in rubric.vetoes {
        vetoes.append(VetoEntry(veto, rubric: index, knowledge.approaches))
      }
    }
  }
}

func unique(_ questions: [QuestionID]) -> [QuestionID] {
  var seen: Set<QuestionID> = []
  return questions.filter { seen.insert($0).inserted }
}
