import Knowledge

/// Why a typed line is no answer.
public enum InputProblem: Error, Hashable, Sendable {
  case noSuchOption(String, nearest: QuestionOption?)
  case noSuchNumber(Int, count: Int)
  case ambiguous(String, options: [QuestionOption])
  case notApplicableNotOffered
  case number(NumberProblem, money: Bool)
}

extension InputProblem {
  /// One sentence that says what would be understood.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .noSuchOption(let typed, let nearest):
      nearest.map { "No option '\(typed)'. Did you mean '\($0.id.name)'?" }
        ?? "No option '\(typed)'. Type its number or the beginning of its name; ? for help."
    case .noSuchNumber(let number, let count): "There is no option \(number); choose 1 to \(count)."
    case .ambiguous(let typed, let options):
      "'\(typed)' could be \(options.map(\.id.name).joined(separator: " or ")); type more of it."
    case .notApplicableNotOffered: "This question always applies; type u if the answer is unknown."
    case .number(let problem, let money): problem.english(money: money)
    }
  }

  private var chinese: String {
    switch self {
    case .noSuchOption(let typed, let nearest):
      nearest.map { "没有选项“\(typed)”，是否想选“\($0.label.zh)”？" } ?? "没有选项“\(typed)”。请输入编号或名称的开头；输入 ? 查看帮助。"
    case .noSuchNumber(let number, let count): "没有第 \(number) 个选项，请输入 1 到 \(count)。"
    case .ambiguous(let typed, let options):
      "“\(typed)”可能是\(options.map { "“\($0.label.zh)”" }.joined(separator: "或"))，请再多输入一些。"
    case .notApplicableNotOffered: "这个问题总是适用的；如果不知道答案，请输入 u。"
    case .number(let problem, let money): problem.chinese(money: money)
    }
  }
}

extension NumberProblem {
  fileprivate func english(money: Bool) -> String {
    switch self {
    case .notANumber(let found):
      money
        ? "'\(found)' is not an amount. Write it like 5000 EUR or 1.2m USD."
        : "'\(found)' is not a number. Write it like 1200, 1,200, 1.2k or 3m."
    case .notWhole(let number): "\(number.shortest) is not a whole number."
    case .unitNotTaken(let found): "A plain number is asked for here, not '\(found)'."
    case .currencyMissing(let found): "Which currency? Write for example \(found) EUR."
    case .unknownCurrency(let code, let known):
      "Unknown currency '\(code)'\(nearestName(to: code, among: known).map { "; did you mean \($0)?" } ?? ".") "
        + "Known: \(known.joined(separator: ", "))."
    case .outside(let number, let limits):
      "\(number.shortest) is outside \(limits.lowerBound.shortest) to \(limits.upperBound.shortest)."
    }
  }

  fileprivate func chinese(money: Bool) -> String {
    switch self {
    case .notANumber(let found):
      money
        ? "“\(found)”不是金额。写法示例：5000 EUR、20万 CNY。" : "“\(found)”不是数字。写法示例：1200、1,200、1.2k、3万。"
    case .notWhole(let number): "\(number.shortest) 不是整数。"
    case .unitNotTaken(let found): "这里只需填一个数字，而不是“\(found)”。"
    case .currencyMissing(let found): "请注明币种，例如 \(found) CNY。"
    case .unknownCurrency(let code, let known):
      "未知币种“\(code)”\(nearestName(to: code, among: known).map { "，是否想写 \($0)？" } ?? "。")"
        + "可用：\(known.joined(separator: "、"))。"
    case .outside(let number, let limits):
      "\(number.shortest) 超出范围，应在 \(limits.lowerBound.shortest) 到 \(limits.upperBound.shortest) 之间。"
    }
  }
}
