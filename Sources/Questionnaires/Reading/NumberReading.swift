import Knowledge

/// Why a text is not an answer to a number question.
public enum NumberProblem: Error, Hashable, Sendable {
  case notANumber(found: String)
  case notWhole(Double)
  /// A sign or unit the question does not take.
  case unitNotTaken(found: String)
  case currencyMissing(found: String)
  case unknownCurrency(String, known: [String])
  case outside(Double, limits: ClosedRange<Double>)
}

/// The number or amount of money a text gives to a number question.
///
/// - Parameter currencies: the known currency codes.
func readNumber(
  _ text: String, form: NumberForm, currencies: [String: Double]
) throws(NumberProblem) -> AnswerValue {
  guard let quantity = Quantity(text) else { throw .notANumber(found: text) }
  return try readNumber(quantity, writtenAs: text, form: form, currencies: currencies)
}

/// The same for a quantity read already; `text` is what a problem shows.
func readNumber(
  _ quantity: Quantity, writtenAs text: String, form: NumberForm, currencies: [String: Double]
) throws(NumberProblem) -> AnswerValue {
  var number = quantity.number
  switch (form.kind, quantity.mark) {
  case (.money, .currency(let code)):
    guard currencies[code] != nil else {
      throw .unknownCurrency(code, known: currencies.keys.sorted())
    }
    try check(number, form: form)
    return .money(number, currency: code)
  case (.money, nil): throw .currencyMissing(found: text)
  case (.money, .other(let code)): throw .unknownCurrency(code, known: currencies.keys.sorted())
  case (.fraction, .percent): number /= 100
  case (_, nil): break
  case (_, .other(let word)) where names(word, unit: form.unit): break
  default: throw .unitNotTaken(found: text)
  }
  try check(number, form: form)
  return .number(number)
}

/// Checks an amount given in parts, as `{value: 5000, currency: EUR}`.
func checkMoney(
  _ amount: Double, currency: String, form: NumberForm, currencies: [String: Double]
) throws(NumberProblem) -> AnswerValue {
  guard currencies[currency] != nil else {
    throw .unknownCurrency(currency, known: currencies.keys.sorted())
  }
  try check(amount, form: form)
  return .money(amount, currency: currency)
}

private func check(_ number: Double, form: NumberForm) throws(NumberProblem) {
  guard form.limits.contains(number) else { throw .outside(number, limits: form.limits) }
  if form.kind == .count, number != number.rounded() { throw .notWhole(number) }
}

private func names(_ word: String, unit: LocalizedText?) -> Bool {
  guard let unit else { return false }
  return Language.allCases.contains { unit[$0].lowercased() == word.lowercased() }
}

extension NumberProblem {
  /// The same fact as a finding's problem.
  func problem(question: QuestionID) -> Finding.Problem {
    switch self {
    case .notANumber(let found): .expected(.number, found: "'\(found.prefix(40))'")
    case .notWhole(let number): .expected(.wholeNumber, found: "'\(number.shortest)'")
    case .unitNotTaken(let found): .unitNotTaken(question: question.name, found: "\(found.prefix(40))")
    case .currencyMissing(let found): .expected(.money, found: "'\(found.prefix(40))'")
    case .unknownCurrency(let code, let known): .unknownCurrency(code, known: known)
    case .outside(let number, let limits):
      .outOfRange(
        name: "'\(question.name)'", value: number, lower: limits.lowerBound, upper: limits.upperBound)
    }
  }
}
