import Charts
import Knowledge
import Scoring

/// Every number of a report is worded here, the same on every machine and in every format.
///
/// Written out by hand: the system's formatters load locale tables, which takes longer than the report.
public struct NumberText: Sendable {
  public var language: Language

  public init(_ language: Language) {
    self.language = language
  }

  /// A count with thousands separators: 12,345.
  public func count(_ value: Int) -> String { count(Double(value)) }

  /// A number rounded to a whole one, with thousands separators.
  public func count(_ value: Double) -> String { number(value, decimals: 0) }

  /// A number with separators and a fixed count of decimals; a dash for what is not finite.
  public func number(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "–" }
    guard abs(value) < 1e12 else { return power(value) }
    let text = decimalText(abs(value), decimals: decimals)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    var grouped = ""
    for (index, digit) in parts[0].enumerated() {
      if index > 0, (parts[0].count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    let fraction = parts.count > 1 ? ".\(parts[1])" : ""
    let isZero = !text.utf8.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    return (value < 0 && !isZero ? "−" : "") + grouped + fraction
  }

  /// A share 0–1 as a percentage with one decimal at most: 12.5%.
  public func percent(_ share: Double) -> String {
    let text = number(share * 100, decimals: 1)
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "%"
  }

  /// A score 0–100 with its range, when it has one: 71 (64–78).
  public func score(_ range: ScoreRange) -> String {
    let value = count(range.value)
    let low = count(range.low)
    let high = count(range.high)
    return low == high ? value : "\(value) (\(low)–\(high))"
  }

  /// A measured value with its interval in the same decimals: 0.994 (0.981–0.999).
  public func measured(_ value: Double, low: Double, high: Double) -> String {
    let places = decimals(for: [value, low, high])
    let span = joinRange(number(low, decimals: places), number(high, decimals: places))
    return low == high
      ? number(value, decimals: places) : "\(number(value, decimals: places)) (\(span))"
  }

  /// A number with the decimals its size needs: three below 10, two below 100, fewer above.
  public func plain(_ value: Double) -> String {
    if value == value.rounded() { return count(value) }
    if value != 0, abs(value) < 0.0005 { return power(value) }
    return number(value, decimals: decimals(for: [value]))
  }

  /// Signed points with one decimal: +3.2, −0.4.
  public func points(_ value: Double) -> String {
    let text = number(value, decimals: 1)
    return text.hasPrefix("−") || text == "0.0" ? text : "+" + text
  }

  /// An amount of money in its currency: 5,000 EUR.
  public func money(_ value: Double, currency: String) -> String {
    (value == value.rounded() ? count(value) : number(value, decimals: 2)) + " \(currency)"
  }

  /// A large count in words: 110 million, 1.1 亿.
  public func large(_ value: Double) -> String {
    let steps: [(Double, String)]
    switch language {
    case .english: steps = [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")]
    case .chinese: steps = [(1e12, " 万亿"), (1e8, " 亿"), (1e5, " 万")]
    }
    for (size, word) in steps where abs(value) >= size && abs(value) < 1e15 {
      let unit = word == " 万" ? 1e4 : size
      return number(value / unit, decimals: abs(value) / unit < 100 ? 1 : 0).dropZero + word
    }
    return plain(value)
  }

  /// Work in floating-point operations: 3.2 × 10¹⁵ FLOP.
  public func work(_ value: Double) -> String {
    (abs(value) < 1e6 ? count(value) : power(value)) + " FLOP"
  }

  /// Memory in binary units, named: 4.1 GiB.
  public func bytes(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    var amount = value
    var unit = 0
    let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"]
    while abs(amount) >= 1023.95, unit < units.count - 1 {
      amount /= 1024
      unit += 1
    }
    let text = unit == 0 || amount >= 100 ? count(amount) : number(amount, decimals: 1).dropZero
    return "\(text) \(units[unit])"
  }

  /// A rounded mantissa and a power of ten.
  private func power(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return "–" }
    var exponent = 0
    var mantissa = abs(value)
    while mantissa >= 10 { mantissa /= 10; exponent += 1 }
    while mantissa < 1 { mantissa *= 10; exponent -= 1 }
    var text = decimalText(mantissa, decimals: 1)
    if text == "10.0" {
      text = "1.0"
      exponent += 1
    }
    return (value < 0 ? "−" : "") + "\(text.dropZero) × 10\(superscript(exponent))"
  }

  private func superscript(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String("\(number)".map { $0 == "-" ? "⁻" : digits[$0.wholeNumberValue ?? 0] })
  }

  /// Decimals so that values of one line are told apart alike.
  private func decimals(for values: [Double]) -> Int {
    let size = values.filter(\.isFinite).map(abs).max() ?? 0
    switch size {
    case ..<10: return 3
    case ..<100: return 2
    case ..<1000: return 1
    default: return 0
    }
  }

  /// An en dash between numbers, with spaces where a minus sign would run into it.
  func joinRange(_ low: String, _ high: String) -> String {
    low.hasPrefix("−") || high.hasPrefix("−")
      ? LocalizedText(en: "\(low) to \(high)", zh: "\(low) 至 \(high)")[language] : "\(low)–\(high)"
  }
}

extension String {
  /// Without a decimal that says nothing.
  var dropZero: String { hasSuffix(".0") ? String(dropLast(2)) : self }
}
