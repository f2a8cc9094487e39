import Knowledge

/// The currencies whose codes are written after an amount, as in `5000 EUR`.
struct PlainCurrencies: Sendable {
  /// Base units for one unit of each currency.
  let rates: [String: Double]
  private let marks: ByteTable<Quantity.Mark>

  init(rates: [String: Double]) {
    self.rates = rates
    // A code that reads as something else in an amount, say as a million, is left to the reader of every text.
    marks = ByteTable(
      rates.keys.compactMap { code in
        Quantity("1 \(code)") == Quantity(number: 1, mark: .currency(code)) ? (code, .currency(code)) : nil
      })
  }

  /// The amount in a text of a number, one space and a known code; nil for any other text.
  func amount(_ text: Range<Int>, in bytes: [UInt8]) -> Quantity? {
    guard let decimal = Decimal(bytes, from: text.lowerBound), decimal.end < text.upperBound,
      bytes[decimal.end] == UInt8(ascii: " "),
      let mark = marks.value(of: (decimal.end + 1)..<text.upperBound, in: bytes)
    else { return nil }
    return Quantity(number: decimal.value, mark: mark)
  }
}
