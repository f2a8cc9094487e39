import Knowledge
import Recommendations

extension NumberText {
  /// An estimated amount with three digits that count: 1,370,000 USD; 0.023 USD.
  func estimate(_ value: Double, currency: String) -> String { "\(threeDigits(value)) \(currency)" }

  /// An estimate with its span: 12,300 (8,100–19,400); equal ends show one number.
  func estimate(_ amount: AmountRange) -> String {
    span(threeDigits(amount.value), threeDigits(amount.low), threeDigits(amount.high))
  }

  /// Where something is reached, or the word for never.
  func reach(_ reach: Reach, never: String) -> String {
    guard !reach.isNever else { return never }
    func text(_ value: Double?) -> String { value.map(threeDigits) ?? never }
    return span(text(reach.value), text(reach.low), text(reach.high))
  }

  private func span(_ value: String, _ low: String, _ high: String) -> String {
    low == high ? value : "\(value) (\(joinRange(low, high)))"
  }

  /// A number rounded to three digits that count, with separators; what is under a hundredth says so.
  func threeDigits(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return number(value, decimals: 0) }
    var unit = 1.0
    while abs(value) / unit >= 1000 { unit *= 10 }
    if unit > 1 { return count((value / unit).rounded() * unit) }
    if abs(value) < 0.005 { return value > 0 ? "<0.01" : "0" }
    let decimals = abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : abs(value) >= 1 ? 2 : 3
    let text = number(value, decimals: decimals)
    return text.contains(".") ? text.droppingZeros : text
  }
}

extension String {
  /// Without zeros at the end of its decimals.
  fileprivate var droppingZeros: String {
    var text = self
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
