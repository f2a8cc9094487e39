import Knowledge
import Questionnaires

/// One sheet's answers being scored; a class, so that handing it to closures copies nothing.
final class Evaluation {
  let scorer: Scorer
  let questionnaire: Questionnaire
  let replacements: Replacements
  let tally: Tally
  /// Whether what each of the policy's bounds requires holds.
  let requirements: [Truth]

  init(
    scorer: Scorer, questionnaire: Questionnaire, sheet: AnswerSheet, replacements: Replacements
  ) {
    self.scorer = scorer
    self.questionnaire = questionnaire
    self.replacements = replacements
    var answers = questionnaire.resolve(sheet)
    for (index, answer) in replacements.answers { answers[index] = answer }
    tally = Tally(answers, scorer.compiled, replacements)
    requirements = scorer.compiled.requirementTruths(answers, replacements)
  }

  var answers: [ResolvedAnswer] { tally.answers }
  var compiled: CompiledRubrics { scorer.compiled }
  var policy: Policy { scorer.knowledge.policy }
  var weighing: Weighing { scorer.weighing }

  /// How far an approach's demands are met, criterion by criterion and rubric by rubric.
  struct Fit {
    /// One a criterion in the rubrics' order, 0–1; nil where it does not apply.
    var criteria: [Interval?]
    /// 0–100; nil where no criterion applies.
    var rubrics: [Interval?]
    /// The mean over rubrics before vetoes, 0–100.
    var mean: Interval
  }

  func fit(of approach: Int) -> Fit {
    let count = compiled.approaches.count
    let criteria = compiled.criteria.indices.map { index in
      tally.presence[index] == .never ? nil : tally.met[index * count + approach]
    }
    let rubrics = compiled.rubrics.indices.map { rubric in
      weighing.rubricFit(rubric, approach, tally)?.rising { min(100, 100 * $0) }
    }
    return Fit(criteria: criteria, rubrics: rubrics, mean: weighing.mean(rubrics))
  }
}

extension CompiledRubrics {
  /// Whether what each of the policy's bounds requires holds, in the policy's order.
  func requirementTruths(_ answers: [ResolvedAnswer], _ replacements: Replacements) -> [Truth] {
    requirements.map { $0?.truth(answers, measured: replacements.measured) ?? .yes }
  }
}
