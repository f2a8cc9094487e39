import Knowledge
import Questionnaires
import Scoring

/// Scores sheets on a points catalog for the commands that take either kind of catalog.
struct PointsRun {
  let knowledge: PointsKnowledge
  let reader: PointsSheetReader
  let scorer: PointsScorer

  init(knowledge: PointsKnowledge) {
    self.knowledge = knowledge
    reader = PointsSheetReader(knowledge: knowledge)
    scorer = PointsScorer(knowledge: knowledge)
  }

  /// The sheet in a parsed file or line; answers the rubric leaves out are told on standard error.
  func read(_ node: SourceNode) throws(Findings) -> PointsSheet {
    let sheet = try reader.read(node)
    for dropped in sheet.dropped {
      Shell.log("\(dropped.position): \(PointsWording.dropped(name(dropped.question), dropped.value))")
    }
    return sheet
  }

  /// One sheet's line of `assess-many`, JSON or plain.
  func line(_ node: SourceNode, name: String, json: Bool) throws(Findings) -> String {
    let sheet = try read(node)
    let card = scorer.scorecard(for: sheet)
    let id = sheet.id ?? name
    if json { return self.json(id: id, sheet, card).text }
    return "\(id)  "
      + say(
        "level \(card.level) of \(card.levels), score \(pointsText(card.score.value)) of \(pointsText(card.maximum))",
        "等级 \(card.level)/\(card.levels)，得分 \(pointsText(card.score.value))/\(pointsText(card.maximum))")
  }

  /// The name a question came with, which is the one its sheets use.
  func name(_ question: QuestionID) -> String {
    knowledge.questions.first { $0.id == question }?.name ?? question.name
  }
}
