import Knowledge

extension AnswerValue {
  /// A preset's text as an answer to `question`; nil when it is none.
  init?(preset text: String, question: Question) {
    if text == "unknown" {
      self = .unknown
    } else if text == "not-applicable" {
      self = .notApplicable
    } else {
      switch question.kind {
      case .choice:
        guard question.option(OptionID(text)) != nil else { return nil }
        self = .option(OptionID(text))
      case .choices:
        let ids = text.split(separator: ",").map { OptionID(String($0).filter { $0 != " " }) }
        guard ids.allSatisfy({ question.option($0) != nil }) else { return nil }
        self = .options(ids)
      case .number(let form):
        let parts = text.split(separator: " ")
        guard let first = parts.first, let number = Double(first) else { return nil }
        guard form.kind == .money else {
          self = .number(number)
          return
        }
        guard parts.count == 2 else { return nil }
        self = .money(number, currency: String(parts[1]))
      }
    }
  }
}
