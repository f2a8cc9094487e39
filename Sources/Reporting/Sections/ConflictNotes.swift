import Knowledge
import Questionnaires

extension ReportContext {
  /// One caution for each contradiction between answers, with the answers it is about.
  func conflictNotes() -> [Block] {
    (assessment.conflicts ?? []).map { conflict in
      .note(
        Note(
          kind: .caution, title: say(ConflictWording.title),
          text: Phrase(say(conflict.text) + say(Wording.space)) + references(conflict.questions)))
    }
  }
}

/// Words of what contradicts itself.
enum ConflictWording {
  static let title = LocalizedText(en: "Answers that contradict one another", zh: "相互矛盾的回答")
  static let label = LocalizedText(en: "Contradiction", zh: "前后矛盾")

  static func more(_ count: String) -> LocalizedText {
    LocalizedText(en: "\(count) more in the report", zh: "另有 \(count) 处见报告")
  }
}
