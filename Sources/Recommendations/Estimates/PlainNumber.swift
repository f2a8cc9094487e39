/// A number as it stands in a formula: whole and grouped by commas, or with four digits and a power of ten.
func plain(_ value: Double) -> String {
  guard value.isFinite else { return "\(value)" }
  if abs(value) >= 1e12 {
    var (digits, exponent) = (value, 0)
    while abs(digits) >= 9.9995 {
      digits /= 10
      exponent += 1
    }
    return "\(decimals(digits, 3))e\(exponent)"
  }
  guard value == value.rounded() else { return decimals(value, abs(value) < 0.01 ? 6 : 2) }
  return grouped(Int(value))
}

private func grouped(_ value: Int) -> String {
  let digits = Array(String(value.magnitude))
  let text = digits.enumerated().map { position, digit in
    let rest = digits.count - position
    return rest % 3 == 0 && position > 0 ? ",\(digit)" : "\(digit)"
  }
  return (value < 0 ? "-" : "") + text.joined()
}

/// At most `places` decimal places, without trailing zeros.
private func decimals(_ value: Double, _ places: Int) -> String {
  let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
  return "\((value * scale).rounded() / scale)".replacingTrailing(".0")
}

extension String {
  fileprivate func replacingTrailing(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
