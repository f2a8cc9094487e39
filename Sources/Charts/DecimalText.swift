/// Decimal text of a number with a fixed count of decimals, the same on every machine.
///
/// Rounds half away from zero; a value that rounds to zero has no sign. Infinite values and those that
/// are not numbers, or 10¹⁵ and more, come back as Swift writes them.
public func decimalText(_ value: Double, decimals: Int = 0) -> String {
  precondition((0...9).contains(decimals), "between 0 and 9 decimals")
  let scale = powersOfTen[decimals]
  guard value.isFinite, abs(value) * scale < 1e15 else { return "\(value)" }
  let units = Int((abs(value) * scale).rounded())
  let sign = value < 0 && units > 0 ? "-" : ""
  let whole = units / Int(scale)
  guard decimals > 0 else { return "\(sign)\(whole)" }
  let fraction = String(units % Int(scale))
  return "\(sign)\(whole)." + String(repeating: "0", count: decimals - fraction.utf8.count) + fraction
}

private let powersOfTen: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

/// The text without zeros at the end of its decimals, for axes and coordinates.
func trimmedDecimalText(_ value: Double, decimals: Int) -> String {
  var text = decimalText(value, decimals: decimals)
  guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
  while text.hasSuffix("0") { text.removeLast() }
  if text.hasSuffix(".") { text.removeLast() }
  return text
}
