import Knowledge

/// Steps through JSON that is written plainly, as programs write it: names without escapes, numbers without exponents.
///
/// It builds nothing and explains nothing. Whatever it does not take, lawful or not, is nil, and the text then
/// has to be read by `parseJSONSource`; what it takes means the same there.
struct PlainJSON {
  let bytes: [UInt8]
  private(set) var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next byte that is not white space, which it steps to; nil at the end.
  mutating func next() -> UInt8? {
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      index += 1
    }
    return nil
  }

  /// Steps over a byte where it is the next after white space.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next() == byte else { return false }
    index += 1
    return true
  }

  /// The place of a text without escapes, quotes left out.
  mutating func text() -> Range<Int>? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return start..<(index - 1)
      }
      if byte == UInt8(ascii: "\\") || byte < 0x20 { return nil }
      index += 1
    }
    return nil
  }

  /// A text that says something, white space alone being nothing; escapes are read as in every JSON file.
  mutating func words() -> String? {
    guard let place = quoted() else { return nil }
    let inside = bytes[(place.lowerBound + 1)..<(place.upperBound - 1)]
    let text =
      inside.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") }
      ? (try? parseJSONSource(Array(bytes[place]), file: ""))?.text
      : String(validating: inside, as: UTF8.self)
    guard let text, !text.trimmedText.isEmpty else { return nil }
    return text
  }

  /// The place of any text, quotes included; what stands between them is not looked at.
  private mutating func quoted() -> Range<Int>? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = index - 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return start..<index
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return nil
  }

  /// A number without an exponent.
  mutating func number() -> Double? {
    guard let decimal = Decimal(bytes, from: index) else { return nil }
    index = decimal.end
    return decimal.value
  }

  /// The place of an object that is stepped over with no more than a look at its texts and braces.
  mutating func skipObject() -> Range<Int>? {
    guard next() == UInt8(ascii: "{") else { return nil }
    let start = index
    var depth = 0
    while let byte = next() {
      if byte == UInt8(ascii: "\"") {
        guard quoted() != nil else { return nil }
        continue
      }
      index += 1
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return start..<index }
    }
    return nil
  }

  /// Goes on at a place passed before.
  mutating func go(to place: Int) { index = place }
}
