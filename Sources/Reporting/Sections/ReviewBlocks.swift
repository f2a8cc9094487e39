import Assessments
import Knowledge

extension ReportContext {
  /// The line beside the verdict on what an approver said.
  func note(on review: Review) -> Note {
    Note(
      kind: review.agrees ? .information : .caution,
      title: say(review.agrees ? ReviewWording.agreed : ReviewWording.overridden), text: sentence(on: review))
  }

  /// Who said what of the verdict, and why.
  func sentence(on review: Review) -> Phrase {
    let day = includesTimes ? review.at.map { String($0.prefix(10)) } : nil
    let what =
      review.agrees
      ? ReviewWording.agrees(Wording.verdict(review.verdict), day: day)
      : ReviewWording.overrides(
        Wording.verdict(review.computed), by: Wording.verdict(review.verdict), day: day)
    var sentence = Phrase([.quoted(review.by), .text(say(what))])
    if let reason = review.reason {
      sentence = sentence + Phrase([.text(say(ReviewWording.because)), .quoted(reason)])
    }
    return sentence
  }

  /// Every review, oldest first.
  func table(_ reviews: [Review]) -> Table {
    let rows = reviews.map { review in
      let at = includesTimes ? review.at : nil
      return Table.Row([
        .quoted(review.by), Phrase(at ?? "–"),
        Phrase(say(review.agrees ? ReviewWording.agreed : ReviewWording.overridden)),
        Phrase(say(Wording.verdict(review.verdict))), Phrase(say(Wording.verdict(review.computed))),
        review.reason.map(Phrase.quoted) ?? "–",
      ])
    }
    let columns = [
      ReviewWording.by, ReviewWording.at, ReviewWording.what, ReviewWording.verdict, ReviewWording.computed,
      ReviewWording.reason,
    ]
    return Table(
      caption: say(ReviewWording.caption), layout: .records,
      columns: columns.map { Table.Column(say($0)) }, rows: rows)
  }
}
