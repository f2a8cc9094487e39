/// Settings of an estimate as `key=value` pairs, read with their types.
public struct EstimateSettings: Hashable, Sendable {
  private var values: [String: String] = [:]

  /// One pair an element, as on a command line.
  public init(pairs: [String]) throws(EstimateError) {
    for pair in pairs {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { throw .noPair(pair) }
      guard values.updateValue(parts[1], forKey: parts[0]) == nil else { throw .twice(parts[0]) }
    }
  }

  /// Pairs with semicolons between them, as in a table of facts.
  public init(text: String) throws(EstimateError) {
    try self.init(pairs: text.split(separator: ";").map(trimmed).filter { !$0.isEmpty })
  }

  func has(_ key: String) -> Bool { values[key] != nil }

  func text(_ key: String) -> String? { values[key] }

  /// Refuses keys the kind does not know, the first in alphabetical order.
  func check(against kind: EstimateKind) throws(EstimateError) {
    let known = kind.keys
    let wrong = values.keys.sorted().first { !known.contains($0) && !EstimateKind.remarks.contains($0) }
    if let wrong { throw .unknownKey(wrong, kind: kind.rawValue, known: known) }
  }

  /// Refuses settings that lack one of `keys`.
  func require(_ keys: String...) throws(EstimateError) {
    let missing = keys.filter { !has($0) }
    if !missing.isEmpty { throw .missing(missing) }
  }

  /// A number above zero: `7e9`, `7B`, `1.4T`; nil where there is none.
  func number(_ key: String) throws(EstimateError) -> Double? {
    guard let text = values[key] else { return nil }
    guard let value = scaledNumber(text) else { throw .notANumber(key: key, found: text) }
    guard value > 0 else { throw .outOfRange(key: key, found: text, range: "> 0") }
    return value
  }

  /// A number above zero, or `low:likely:high` of it.
  func span(_ key: String) throws(EstimateError) -> Band? {
    guard let text = values[key], text.contains(":") else { return try number(key).map { Band($0) } }
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false).map {
      scaledNumber(trimmed($0))
    }
    guard numbers.count == 3, let low = numbers[0], let likely = numbers[1], let high = numbers[2] else {
      throw .notANumber(key: key, found: text)
    }
    guard low > 0, low <= likely, likely <= high else {
      throw .outOfRange(key: key, found: text, range: "0 < low ≤ likely ≤ high")
    }
    return Band(low, likely, high)
  }

  func required(_ key: String) throws(EstimateError) -> Double {
    guard let value = try number(key) else { throw .missing([key]) }
    return value
  }

  /// A whole number from `least` to a million million; `fallback` where there is none.
  func count(_ key: String, or fallback: Double, least: Double = 1) throws(EstimateError) -> Double {
    guard let text = values[key] else { return fallback }
    guard let value = scaledNumber(text) else { throw .notANumber(key: key, found: text) }
    guard value == value.rounded(), value >= least, value <= 1e12 else {
      throw .outOfRange(key: key, found: text, range: least > 0 ? "1, 2, 3 …" : "0, 1, 2 …")
    }
    return value
  }

  func count(_ key: String) throws(EstimateError) -> Double {
    guard has(key) else { throw .missing([key]) }
    return try count(key, or: 1)
  }

  /// Whole numbers with commas between them, `3,4,6,3`; none where the key is absent.
  func counts(_ key: String) throws(EstimateError) -> [Double] {
    guard let text = values[key] else { return [] }
    var counts: [Double] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let value = scaledNumber(trimmed(part)), value >= 1, value == value.rounded(), value <= 1e12
      else {
        throw .notANumber(key: key, found: text)
      }
      counts.append(value)
    }
    return counts
  }

  /// 1 or 0, yes or no.
  func flag(_ key: String, or fallback: Bool) throws(EstimateError) -> Bool {
    guard let text = values[key] else { return fallback }
    switch text.lowercased() {
    case "1", "yes", "true": return true
    case "0", "no", "false": return false
    default: throw .unknownWord(key: key, word: text, known: ["0", "1"])
    }
  }

  /// One of a few words; nil where there is none.
  func word(_ key: String, among known: [String]) throws(EstimateError) -> String? {
    guard let text = values[key]?.lowercased() else { return nil }
    guard known.contains(text) else { throw .unknownWord(key: key, word: text, known: known) }
    return text
  }

  /// Bytes: `12GB`, `24GiB`; a bare number counts gigabytes.
  func bytes(_ key: String) throws(EstimateError) -> Double? {
    guard let text = values[key] else { return nil }
    for unit in [EstimateUnit.gibibytes, .mebibytes, .tebibytes, .gigabytes, .megabytes, .terabytes]
    where text.lowercased().hasSuffix(unit.rawValue.lowercased()) {
      guard let value = scaledNumber(trimmed(text.dropLast(unit.rawValue.count))), value > 0 else { break }
      return value * unit.factor
    }
    return try number(key).map { $0 * EstimateUnit.gigabytes.factor }
  }
}

/// The text without blanks at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
  let tail = text.drop(while: blank)
  return String(tail.prefix(tail.count - tail.reversed().prefix(while: blank).count))
}

/// A finite decimal number, with k, M, B or T for thousands to million millions; nil for anything else.
func scaledNumber(_ text: String) -> Double? {
  let scales: [Character: Double] = ["k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12]
  let scale = text.last.flatMap { scales[$0] }
  let digits = scale == nil ? text : String(text.dropLast())
  guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) }) else { return nil }
  guard let value = Double(digits), (value * (scale ?? 1)).isFinite else { return nil }
  return value * (scale ?? 1)
}
