import Knowledge
import Questionnaires

/// Which criteria, risks and vetoes read which question.
struct Dependents: Sendable {
  private var criteria: [[Int]]
  private var risks: [[Int]]
  private var vetoes: [[Int]]
  private var requirements: [Bool]

  struct Touched {
    var criteria: [Int] = []
    var risks: [Int] = []
    var vetoes: [Int] = []
    var requirements = false
  }

  init(
    criteria entries: [CompiledRubrics.CriterionEntry], risks riskEntries: [CompiledRubrics.RiskEntry],
    vetoes vetoEntries: [CompiledRubrics.VetoEntry], requirements conditions: [CompiledCondition?],
    _ questionnaire: Questionnaire
  ) {
    let count = questionnaire.questions.count
    criteria = [[Int]](repeating: [], count: count)
    risks = criteria
    vetoes = criteria
    requirements = [Bool](repeating: false, count: count)
    for (index, entry) in entries.enumerated() {
      for question in entry.questionIndices { criteria[question].append(index) }
    }
    for (index, entry) in riskEntries.enumerated() {
      for question in entry.questions.compactMap({ questionnaire.index(of: $0) }) {
        risks[question].append(index)
      }
    }
    for (index, entry) in vetoEntries.enumerated() {
      for question in Set(entry.when.questions) { vetoes[question].append(index) }
    }
    for question in conditions.flatMap({ $0?.questions ?? [] }) { requirements[question] = true }
  }

  /// Everything that reads one of the questions; a scenario's own questions are read by nothing.
  func reading(_ questions: [Int]) -> Touched {
    var touched = Touched()
    for (place, question) in questions.enumerated() where criteria.indices.contains(question) {
      guard place > 0 else {
        touched.criteria = criteria[question]
        touched.risks = risks[question]
        touched.vetoes = vetoes[question]
        touched.requirements = requirements[question]
        continue
      }
      for index in criteria[question] where !touched.criteria.contains(index) {
        touched.criteria.append(index)
      }
      for index in risks[question] where !touched.risks.contains(index) { touched.risks.append(index) }
      for index in vetoes[question] where !touched.vetoes.contains(index) { touched.vetoes.append(index) }
      touched.requirements = touched.requirements || requirements[question]
    }
    return touched
  }
}
