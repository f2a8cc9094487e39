import Foundation

/// What a cell says when it is read as a number.
enum ParsedNumber {
  case value(Double)
  case infinite
  case notANumber
}

/// Reads a decimal number in the plain style: sign, digits, point, digits, exponent.
///
/// Exact: the value is the nearest `Double`. Short numbers take Clinger's fast path (1990): a whole
/// number below 2^53 times or over a power of ten up to 10^22 rounds once; the others go to `strtod`.
@inline(__always)
func parseNumber(_ text: UnsafeBufferPointer<UInt8>) -> ParsedNumber {
  var at = 0
  let count = text.count
  guard count > 0 else { return .notANumber }
  let negative = text[0] == UInt8(ascii: "-")
  if negative || text[0] == UInt8(ascii: "+") { at = 1 }
  var mantissa: UInt64 = 0
  var digits = 0
  var exponent = 0
  var seenPoint = false
  scan: while at < count {
    let byte = text[at]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      // Only significant digits count towards the 19 that fit.
      if mantissa > 0 || byte != UInt8(ascii: "0") || digits == 0 { digits += 1 }
      if digits <= 19 { mantissa = mantissa &* 10 &+ UInt64(byte & 0x0F) }
      if seenPoint { exponent -= 1 }
      at += 1
    case UInt8(ascii: ".") where !seenPoint:
      seenPoint = true
      at += 1
    default: break scan
    }
  }
  guard digits > 0 else { return infinityWord(text, from: at) ? .infinite : .notANumber }
  if at < count {
    guard text[at] | 0x20 == UInt8(ascii: "e"), let written = exponentPart(text, at + 1) else {
      return .notANumber
    }
    exponent += written
  }
  if digits <= 19, mantissa <= 1 << 53, abs(exponent) <= 22 {
    let value =
      exponent < 0
      ? Double(mantissa) / exactPowersOfTen[-exponent] : Double(mantissa) * exactPowersOfTen[exponent]
    return .value(negative ? -value : value)
  }
  if digits <= 19, exponent <= 0, exponent >= -22, let value = longQuotient(mantissa, -exponent) {
    return .value(negative ? -value : value)
  }
  let value = slowNumber(text)
  return value.isFinite ? .value(value) : .infinite
}

/// `mantissa` / 10^`power`, correctly rounded, for mantissas of up to 64 bits; `nil` when in doubt.
///
/// The quotient is formed as a sum of two doubles (Dekker, 1971), good to about 104 bits. Only when it
/// lies next to the middle between two doubles, or at a power of two, can the sum round wrongly.
@inline(__always)
private func longQuotient(_ mantissa: UInt64, _ power: Int) -> Double? {
  let divisor = exactPowersOfTen[power]
  let high = Double(mantissa & ~0x7FF)
  let low = Double(mantissa & 0x7FF)
  let first = high / divisor
  // Fused, so that the remainder of the first division is exact.
  let second = (high.addingProduct(-first, divisor) + low) / divisor
  let sum = first + second
  let rest = second - (sum - first)
  let middle = sum.ulp / 2
  if sum.significandBitPattern == 0 || abs(abs(rest) - middle) < middle * 0x1p-30 { return nil }
  return sum
}

private let exactPowersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

private func exponentPart(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  var at = start
  var negative = false
  if at < text.count, text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "+") {
    negative = text[at] == UInt8(ascii: "-")
    at += 1
  }
  guard at < text.count else { return nil }
  var value = 0
  while at < text.count {
    guard text[at] >= UInt8(ascii: "0"), text[at] <= UInt8(ascii: "9") else { return nil }
    value = min(value * 10 + Int(text[at] & 0x0F), 100_000)
    at += 1
  }
  return negative ? -value : value
}

private func slowNumber(_ text: UnsafeBufferPointer<UInt8>) -> Double {
  strtod(String(decoding: text, as: UTF8.self), nil)
}

/// True for the spellings of infinity that programs write.
private func infinityWord(_ text: UnsafeBufferPointer<UInt8>, from: Int) -> Bool {
  let rest = text.count - from
  guard rest == 3 || rest == 8 else { return false }
  let word = String(decoding: text[from...], as: UTF8.self).lowercased()
  return word == "inf" || word == "infinity" || word == "\u{221E}"
}

extension NumberStyle {
  /// Rewrites a number of this style in the plain one; `nil` if the text is not of this style.
  func plainForm(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    switch self {
    case .plain:
      return Array(text)
    case .groupedByComma:
      return ungrouped(text, group: [UInt8(ascii: ",")], decimal: UInt8(ascii: "."))
    case .decimalComma:
      return ungrouped(text, group: [UInt8(ascii: ".")], decimal: UInt8(ascii: ","))
    case .groupedBySpace:
      let spaced = withPlainSpaces(text)
      return spaced.withUnsafeBufferPointer {
        ungrouped($0, group: [0x20], decimal: UInt8(ascii: "."))
          ?? ungrouped($0, group: [0x20], decimal: UInt8(ascii: ","))
      }
    }
  }
}

/// Removes group marks (each before exactly three digits) and writes the decimal mark as a point.
private func ungrouped(
  _ text: UnsafeBufferPointer<UInt8>, group: [UInt8], decimal: UInt8
) -> [UInt8]? {
  var plain: [UInt8] = []
  var sinceGroup: Int?
  var digits = 0
  var inFraction = false
  for (index, byte) in text.enumerated() {
    if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      plain.append(byte)
      digits += 1
      if !inFraction { sinceGroup = sinceGroup.map { $0 + 1 } }
    } else if group.contains(byte), !inFraction {
      guard sinceGroup.map({ $0 == 3 }) ?? (1...3).contains(digits) else { return nil }
      sinceGroup = 0
    } else if byte == decimal, !inFraction {
      guard sinceGroup.map({ $0 == 3 }) ?? true else { return nil }
      inFraction = true
      plain.append(UInt8(ascii: "."))
    } else if index == 0, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
      plain.append(byte)
    } else {
      return nil
    }
  }
  guard digits > 0, inFraction || (sinceGroup.map { $0 == 3 } ?? true) else { return nil }
  return plain
}

/// No-break spaces (U+00A0, U+202F) and thin spaces (U+2009) as ordinary ones.
private func withPlainSpaces(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  String(decoding: text, as: UTF8.self).unicodeScalars.flatMap { scalar -> [UInt8] in
    [0xA0, 0x202F, 0x2009].contains(scalar.value) ? [0x20] : Array(String(scalar).utf8)
  }
}
