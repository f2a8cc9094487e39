import Assessments
import Knowledge

extension ComparisonContext {
  /// The questions that are answered differently, answers side by side.
  func answersSection() -> ReportSection {
    var blocks: [Block] = []
    let questions = comparison.differing
    if questions.isEmpty {
      blocks.append(.paragraph(Phrase(say(ComparisonWording.sameAnswers))))
    } else {
      let rows = questions.map { id in
        Table.Row([question(id)] + (hasColumns ? sideBySide(id) : [grouped(id)]))
      }
      let columns = hasColumns ? names : [say(ComparisonWording.answersAndCases)]
      blocks.append(
        .table(
          Table(
            caption: say(ComparisonWording.answersCaption(numbers.count(questions.count))),
            layout: .records,
            columns: ([say(AnswersWording.question)] + columns).map { Table.Column($0) }, rows: rows)))
    }
    return ReportSection(id: "answers", title: say(ComparisonWording.answers), blocks: blocks)
  }

  private func sideBySide(_ id: QuestionID) -> [Phrase] {
    comparison.cases.indices.map { Phrase(answer(id, of: $0)) }
  }

  /// Every answer once, with the cases that give it, the most frequent first.
  private func grouped(_ id: QuestionID) -> Phrase {
    var groups: [(answer: String, cases: [Int])] = []
    for index in comparison.cases.indices {
      let text = answer(id, of: index)
      if let place = groups.firstIndex(where: { $0.answer == text }) {
        groups[place].cases.append(index)
      } else {
        groups.append((text, [index]))
      }
    }
    let ordered = groups.sorted { ($0.cases.count, $1.cases[0]) > ($1.cases.count, $0.cases[0]) }
    let phrases = ordered.map { group in
      let who = group.cases.map(name).joined(separator: say(Wording.comma))
      return Phrase([.strong(group.answer), .text(say(Wording.colon))]) + who
    }
    return phrases.joined(separator: say(Wording.listSeparator))
  }
}
