import Knowledge
import Questionnaires

/// The rubrics with every name turned into an index, so that a sheet is scored without look-ups.
struct CompiledRubrics: Sendable {
  struct CriterionEntry: Sendable {
    var criterion: Criterion
    var rubric: Int
    var questions: [QuestionID]
    var questionIndices: [Int]
    var supply: CompiledSupply
    /// One demand an approach, in the approaches' order.
    var demands: [CompiledDemand]
  }

  struct RiskEntry: Sendable {
    var risk: Risk
    var rubric: Int
    var questions: [QuestionID]
    var drivers: [CompiledSupply]
    var impact: CompiledSupply
    var mitigations: [(id: MitigationID, removed: CompiledSupply)]
    /// One share an approach, in the approaches' order.
    var exposure: [Double]
  }

  struct VetoEntry: Sendable {
    var veto: Veto
    var rubric: Int
    var questions: [QuestionID]
    /// Bit i is set when it applies to approach i.
    var approaches: UInt64
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
        criteria.append(entry(criterion, index, knowledge.approaches, questionnaire))
      }
      for risk in rubric.risks { risks.append(entry(risk, index, knowledge.approaches, questionnaire)) }
      for veto in rubric.vetoes { vetoes.append(entry(veto, index, knowledge.approaches)) }
    }
  }
}

private func entry(
  _ criterion: Criterion, _ rubric: Int, _ approaches: [Approach], _ questionnaire: Questionnaire
) -> CompiledRubrics.CriterionEntry {
  let questions = unique(criterion.supply.questions)
  return .init(
    criterion: criterion, rubric: rubric, questions: questions,
    questionIndices: questions.compactMap { questionnaire.index(of: $0) },
    supply: CompiledSupply(criterion.supply, questionnaire),
    demands: approaches.map {
      CompiledDemand($0.demands[criterion.id] ?? .nothing, criterion, questionnaire)
    })
}

private func entry(
  _ risk: Risk, _ rubric: Int, _ approaches: [Approach], _ questionnaire: Questionnaire
) -> CompiledRubrics.RiskEntry {
  let questions =
    risk.drivers.flatMap(\.questions) + risk.impact.questions
    + risk.mitigations.flatMap(\.removed.questions)
  return .init(
    risk: risk, rubric: rubric, questions: unique(questions),
    drivers: risk.drivers.map { CompiledSupply($0, questionnaire) },
    impact: CompiledSupply(risk.impact, questionnaire),
    mitigations: risk.mitigations.map { ($0.id, CompiledSupply($0.removed, questionnaire)) },
    exposure: approaches.map { $0.exposure[risk.id] ?? 0 })
}

private func entry(
  _ veto: Veto, _ rubric: Int, _ approaches: [Approach]
) -> CompiledRubrics.VetoEntry {
  var bits: UInt64 = 0
  for (index, approach) in approaches.enumerated() where veto.approaches.contains(approach.id) {
    bits |= 1 << UInt64(index)
  }
  return .init(veto: veto, rubric: rubric, questions: unique(veto.when.questions), approaches: bits)
}

func unique(_ questions: [QuestionID]) -> [QuestionID] {
  var seen: Set<QuestionID> = []
  return questions.filter { seen.insert($0).inserted }
}
