import Knowledge

/// What a person's line in an interview means.
public enum InterviewInput: Hashable, Sendable {
  case answer(AnswerValue)
  /// An empty line.
  case takeSuggestion
  case help
  case back
  /// To the next section, or to the one named by number, id or title.
  case skipSection(to: String?)
  /// Ends the interview with what has been answered.
  case finish
  case quit
}

/// Reads a typed line as an answer to `question`, or as one of the single-letter commands.
///
/// Commands: `?` help, `b` back, `u` unknown, `n` not applicable (where that is offered), `s` next section,
/// `s NAME` that section, `f` finish, `q` quit, and their Chinese words. An option is named by its number, id or label in either language, or
/// the beginning of one that no other option shares; several are separated by commas or spaces between numbers.
public func readInput(
  _ line: String, for question: Question, currencies: [String: Double]
) throws(InputProblem) -> InterviewInput {
  let text = String(line.trimmedText)
  if text.isEmpty { return .takeSuggestion }
  switch text.lowercased() {
  case "?", "？", "h", "help", "帮助": return .help
  case "b", "back", "返回", "上一题": return .back
  case "u", "unknown", "不知道", "不清楚", "未知": return .answer(.unknown)
  case "n" where question.mayNotApply: return .answer(.notApplicable)
  case "not-applicable", "not applicable", "n/a", "不适用":
    guard question.mayNotApply else { throw .notApplicableNotOffered }
    return .answer(.notApplicable)
  case "s", "skip", "跳过": return .skipSection(to: nil)
  case let words where words.hasPrefix("s ") || words.hasPrefix("跳过 "):
    return .skipSection(to: String(text.drop { $0 != " " }.trimmedText))
  case "f", "finish", "完成": return .finish
  case "q", "quit", "exit", "退出": return .quit
  default: break
  }
  switch question.kind {
  case .choice: return .answer(.option(try option(text, of: question)))
  case .choices: return .answer(.options(try options(text, of: question)))
  case .number(let form):
    do {
      return .answer(try readNumber(text, form: form, currencies: currencies))
    } catch {
      throw .number(error, money: form.kind == .money)
    }
  }
}

private func option(_ text: String, of question: Question) throws(InputProblem) -> OptionID {
  if let number = Int(text) {
    guard question.options.indices.contains(number - 1) else {
      throw .noSuchNumber(number, count: question.options.count)
    }
    return question.options[number - 1].id
  }
  let typed = text.lowercased()
  if let exact = question.options.first(where: { names($0).contains(typed) }) { return exact.id }
  let begun = question.options.filter { option in names(option).contains { $0.hasPrefix(typed) } }
  if begun.count == 1 { return begun[0].id }
  if begun.count > 1 { throw .ambiguous(text, options: begun) }
  let nearest = nearestName(to: typed, among: question.options.flatMap(names))
  throw .noSuchOption(text, nearest: question.options.first { names($0).contains(nearest ?? "") })
}

private func options(_ text: String, of question: Question) throws(InputProblem) -> [OptionID] {
  var parts = text.split(whereSeparator: { ",，、;；".contains($0) })
  if parts.count == 1, text.allSatisfy({ $0.isNumber || $0 == " " }) { parts = text.split(separator: " ") }
  var chosen: Set<OptionID> = []
  for part in parts { chosen.insert(try option(String(part.trimmedText), of: question)) }
  guard !chosen.isEmpty else { throw .noSuchOption(text, nearest: nil) }
  return question.options.map(\.id).filter(chosen.contains)
}

private func names(_ option: QuestionOption) -> [String] {
  [option.id.name] + Language.allCases.map { option.label[$0].lowercased() }
}
