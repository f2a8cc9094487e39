/// A number as JSON writes it (RFC 8259, section 6), without an exponent.
struct Decimal {
  var value: Double
  /// The place after its last digit.
  var end: Int

  /// nil where no such number begins; what follows it is not looked at.
  init?(_ bytes: [UInt8], from start: Int) {
    var index = start
    /// The digits as a whole number; more than 18 of them overflow and are not used.
    var digits: UInt64 = 0
    func take() -> Int {
      let first = index
      while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 {
        digits = digits &* 10 &+ UInt64(bytes[index] &- UInt8(ascii: "0"))
        index += 1
      }
      return index - first
    }
    let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let lead = index
    let whole = take()
    guard whole == 1 || whole > 1 && bytes[lead] != UInt8(ascii: "0") else { return nil }
    var decimals = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      decimals = take()
      guard decimals > 0 else { return nil }
    }
    end = index
    if whole + decimals <= 15 {
      // Both numbers are exact, so the one rounding of the division gives the nearest number (Clinger, 1990).
      let size = Double(digits) / powersOfTen[decimals]
      value = isNegative ? -size : size
    } else {
      guard let value = Double(String(decoding: bytes[start..<index], as: UTF8.self)), value.isFinite
      else { return nil }
      self.value = value
    }
  }
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]
