import Knowledge
import Questionnaires

extension ReportContext {
  /// Every question with what was answered, from where and by whom.
  func answersSection() -> ReportSection {
    var blocks: [Block] = []
    for section in knowledge.sections.sorted(by: { $0.order < $1.order }) {
      let questions = knowledge.questions.filter { $0.section == section.id }
      if !questions.isEmpty { blocks.append(table(say(section.title), questions.map(row))) }
    }
    if let own = scenario?.questions, !own.isEmpty {
      blocks.append(table(say(AnswersWording.scenarioSection), own.map(row)))
    }
    let unlisted = assessment.sheet.answers.filter { question($0.key) == nil }.sorted { $0.key < $1.key }
    if !unlisted.isEmpty {
      let rows = unlisted.map { row(.code($0.key.name), id: $0.key, $0.value) }
      blocks.append(table(say(AnswersWording.unlisted), rows))
    }
    return ReportSection(id: "answers", title: say(AnswersWording.title), blocks: blocks)
  }

  private func row(_ question: Question) -> Table.Row {
    let name = Phrase([.text(say(question.text) + " "), .code(question.id.name)])
    if let answer = assessment.sheet.answers[question.id] { return row(name, id: question.id, answer) }
    if let preset = scenario?.presets.first(where: { $0.question == question.id }) {
      return Table.Row(
        [
          name, Phrase(claimText(preset.value, to: question.id)),
          Phrase(say(AnswersWording.presetWhy(preset.why))), sources(preset.basis), "–",
        ], anchor: answerAnchor(question.id))
    }
    let missing =
      question.visibleIf == nil ? AnswersWording.notAnswered : AnswersWording.notAnsweredOrAsked
    return Table.Row([name, Phrase(say(missing)), "–", "–", "–"], anchor: answerAnchor(question.id))
  }

  private func row(_ name: Phrase, id: QuestionID, _ answer: Answer) -> Table.Row {
    return Table.Row(
      [
        name, .strong(text(of: answer.value, to: id)), given(answer.note), given(answer.source),
        madeBy(answer),
      ], anchor: answerAnchor(id))
  }

  private func given(_ text: String?) -> Phrase {
    text.map { $0.isEmpty ? "–" : Phrase.quoted($0) } ?? "–"
  }

  /// Who answered, and on which day.
  private func madeBy(_ answer: Answer) -> Phrase {
    guard let day = answer.at else { return given(answer.by) }
    guard let by = answer.by, !by.isEmpty else { return Phrase(day) }
    return Phrase([.quoted(by), .text(say(Wording.comma) + day)])
  }

  private func table(_ caption: String, _ rows: [Table.Row]) -> Block {
    .table(
      Table(
        caption: caption, layout: .records,
        columns: [
          Table.Column(say(AnswersWording.question)), Table.Column(say(AnswersWording.answer)),
          Table.Column(say(AnswersWording.note)), Table.Column(say(Wording.source)),
          Table.Column(say(AnswersWording.by)),
        ], rows: rows))
  }

  /// What a figure rests on, short.
  func sources(_ basis: [Basis]) -> Phrase {
    var texts: [String] = []
    for one in basis {
      switch one {
      case .judgement: texts.append(say(RecordWording.judgement))
      case .source(let id, let place, _):
        let title = knowledge.source(id)?.title ?? id.name
        texts.append(place.map { "\(title), \($0)" } ?? title)
      }
    }
    return texts.isEmpty ? "–" : Phrase(texts.joined(separator: say(Wording.listSeparator)))
  }
}
