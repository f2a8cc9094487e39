import Knowledge
import Questionnaires

/// Asks "what if these answers were different" many times: only what reads a changed answer is counted again.
struct Probe {
  let scorer: Scorer
  let questionnaire: Questionnaire
  let replacements: Replacements
  /// The sheet as it is.
  let base: Tally
  let requirements: [Truth]
  /// The base answers before conditions hide any.
  private let stated: [ResolvedAnswer]
  private let dependents: Dependents
  /// The criteria whose supply or demand was measured.
  private let measuredCriteria: [Int]
  private var tally: Tally
  private var weighing: Weighing

  init(_ evaluation: Evaluation, sheet: AnswerSheet) {
    scorer = evaluation.scorer
    questionnaire = evaluation.questionnaire
    replacements = evaluation.replacements
    base = evaluation.tally
    requirements = evaluation.requirements
    stated = questionnaire.stated(sheet)
    dependents = evaluation.compiled.dependents
    let replacements = evaluation.replacements
    measuredCriteria = evaluation.compiled.criteria.indices.filter { index in
      let id = evaluation.compiled.criteria[index].criterion.id
      return replacements.supplies[id] != nil || replacements.demands[id] != nil
    }
    tally = base
    weighing = evaluation.weighing
  }

  /// One answer put in the place of the one given.
  struct Change: Hashable {
    var question: Int
    var answer: ResolvedAnswer
  }

  /// The indices of the questions whose answer is unknown.
  var unknown: [Int] { base.answers.indices.filter { base.answers[$0].origin == .unknown } }

  /// Takes drawn weights instead of the rubrics' own.
  mutating func weigh(by weights: Weights) { weighing.weights = weights }

  /// The verdict and what it rests on with the changes made.
  mutating func outcome(_ changes: [Change]) -> Outcome {
    with(changes) { $0.weighing.outcome($0.tally, $1) }
  }

  /// Whether any model could reach the verdict in the best case the changes leave open.
  mutating func outcomeMayReach(_ target: Verdict, _ changes: [Change]) -> Bool {
    guard let needed = target.rank else { return true }
    return with(changes) { $0.weighing.anyModel(reaches: needed, $0.tally, $1) }
  }

  /// The central verdict and first approach with the changes made, for changes that leave nothing unknown;
  /// what was measured with an interval lies anywhere in it.
  mutating func pointOutcome(
    _ changes: [Change], drawingMeasured generator: inout SplitMix64
  ) -> (verdict: Verdict, first: Int) {
    let approaches = scorer.compiled.approaches.count
    for index in measuredCriteria {
      let place = generator.uniform()
      for entry in (index * approaches)..<((index + 1) * approaches) {
        tally.met[entry].value = base.met[entry].low + place * (base.met[entry].high - base.met[entry].low)
      }
    }
    defer {
      for index in measuredCriteria {
        for entry in (index * approaches)..<((index + 1) * approaches) { tally.met[entry] = base.met[entry] }
      }
    }
    return with(changes) { $0.weighing.pointOutcome($0.tally, $1) }
  }

  private mutating func with<Result>(
    _ changes: [Change], _ read: (borrowing Probe, [Truth]) -> Result
  ) -> Result {
    let moved = apply(changes)
    guard !moved.isEmpty else { return read(self, requirements) }
    let compiled = scorer.compiled
    let touched = dependents.reading(moved)
    for index in touched.criteria { tally.countCriterion(index, compiled, replacements) }
    for index in touched.risks { tally.countRisk(index, compiled) }
    for index in touched.vetoes { tally.countVeto(index, compiled, replacements.measured) }
    let result = read(
      self,
      touched.requirements ? compiled.requirementTruths(tally.answers, replacements) : requirements)
    // Back to the base, ready for the next question.
    let approaches = compiled.approaches.count
    for index in touched.criteria {
      for place in (index * approaches)..<((index + 1) * approaches) { tally.met[place] = base.met[place] }
      tally.presence[index] = base.presence[index]
    }
    for index in touched.risks { tally.risks[index] = base.risks[index] }
    for index in touched.vetoes { tally.vetoes[index] = base.vetoes[index] }
    for index in moved { tally.answers[index] = base.answers[index] }
    return result
  }

  /// Puts the changes in the tally's answers; gives the questions whose answer is no longer the base's.
  private mutating func apply(_ changes: [Change]) -> [Int] {
    var moved: [Int] = []
    if changes.contains(where: { questionnaire.decidesVisibility[$0.question] || mayHide($0.question) }) {
      var answers = stated
      for change in changes { answers[change.question] = change.answer }
      questionnaire.hide(&answers)
      // What was measured stands, hidden or not, as it does in the first scoring.
      for (index, answer) in replacements.answers { answers[index] = answer }
      for change in changes where replacements.answers[change.question] != nil {
        answers[change.question] = change.answer
      }
      for index in answers.indices where answers[index] != base.answers[index] {
        moved.append(index)
        tally.answers[index] = answers[index]
      }
    } else {
      for change in changes where change.answer != base.answers[change.question] {
        moved.append(change.question)
        tally.answers[change.question] = change.answer
      }
    }
    return moved
  }

  /// Whether the answer is hidden, or might be.
  private func mayHide(_ index: Int) -> Bool {
    base.answers[index].origin == .hidden || base.answers[index].mayBeHidden
  }
}
