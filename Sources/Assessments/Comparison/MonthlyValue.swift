import Knowledge
import Questionnaires

/// What a month of ordinary use has at stake, before any cost: the central figure of what was answered.
public struct MonthlyValue: Hashable, Codable, Sendable {
  /// Cases a month times the gain of one right result, in the base currency, as if every result were right;
  /// nil while either is unknown.
  public var money: Double?
  /// Cases a month times the minutes one case saves; nil while either is unknown.
  ///
  /// Not priced, for no answer says what an hour costs.
  public var hours: Double?

  public init(money: Double?, hours: Double?) {
    self.money = money
    self.hours = hours
  }
}

/// The monthly value the answers and the scenario's presets speak of.
public func monthlyValue(_ sheet: AnswerSheet, _ questionnaire: Questionnaire) -> MonthlyValue {
  let answers = questionnaire.resolve(sheet)
  func known(_ id: QuestionID) -> Double? {
    guard let index = questionnaire.index(of: id) else { return nil }
    let answer = answers[index]
    return answer.origin == .answered || answer.origin == .preset ? answer.value : nil
  }
  guard let cases = known("value.decisions-per-month") else { return MonthlyValue(money: nil, hours: nil) }
  return MonthlyValue(
    money: known("value.gain-per-correct").map { cases * $0 },
    hours: known("value.minutes-saved-per-decision").map { cases * $0 / 60 })
}
