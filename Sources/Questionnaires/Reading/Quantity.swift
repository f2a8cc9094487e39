/// A number as people write it: `1,200`, `1.2m`, `5 000 EUR`, `€5k`, `85 %`, `3万`.
struct Quantity: Hashable {
  enum Mark: Hashable, Sendable {
    case percent
    /// The currency's code, or the symbol or word as written where it names no code.
    case currency(String)
    /// Anything else that stood after the number.
    case other(String)
  }

  var number: Double
  var mark: Mark?

  init(number: Double, mark: Mark?) {
    self.number = number
    self.mark = mark
  }

  /// Reads the whole text, or nothing: nil when any part of it is not understood as a number.
  ///
  /// Groups of thousands (`,` `'` `_` or a space) must be complete; the decimal sign is a full stop, so
  /// `1,5` is refused rather than guessed. Infinity and not-a-number are no numbers here.
  init?(_ text: String) {
    if let number = plainNumber(text) {
      self.number = number
      return
    }
    var rest = Substring(normalised(text))
    let before = rest.prefix { !$0.isNumber && $0 != "-" && $0 != "+" && $0 != "." }
    rest = rest.dropFirst(before.count)
    guard let digits = takeNumber(&rest) else { return nil }
    let power = takeExponent(&rest) ?? takeMagnitude(&rest)
    guard let number = Double("\(digits)e\(power)"), number.isFinite else { return nil }
    self.number = number
    let prefix = before.trimmed
    let suffix = rest.trimmed
    guard prefix.isEmpty || suffix.isEmpty else { return nil }
    let mark = prefix.isEmpty ? suffix : prefix
    if mark.isEmpty { return }
    if let code = currencyCode(mark) {
      self.mark = .currency(code)
    } else if !prefix.isEmpty {
      return nil
    } else {
      self.mark = mark == "%" ? .percent : .other(String(mark))
    }
  }
}

/// The number in a text that is nothing but one, as files hold it; the quick way for most answers.
private func plainNumber(_ text: String) -> Double? {
  guard let first = text.utf8.first, first != UInt8(ascii: "+") else { return nil }
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
      continue
    default: return nil
    }
  }
  guard let number = Double(text), number.isFinite else { return nil }
  return number
}

/// Full-width forms as ASCII, every kind of space as a plain one.
private func normalised(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0) {
      result.append(ascii)
    } else if scalar.properties.isWhitespace {
      result.append(" ")
    } else if scalar == "\u{2212}" {
      result.append("-")
    } else if scalar == "\u{2019}" {
      result.append("'")
    } else {
      result.append(scalar)
    }
  }
  return String(String(result).trimmedText)
}

/// Sign, digits in complete groups, decimals and exponent, without the grouping signs.
private func takeNumber(_ rest: inout Substring) -> String? {
  var digits = ""
  if rest.first == "-" || rest.first == "+" { digits.append(rest.removeFirst()) }
  let lead = takeDigits(&rest)
  digits += lead
  if let sign = rest.first, ",'_ ".contains(sign), (1...3).contains(lead.count) {
    while rest.first == sign {
      var ahead = rest.dropFirst()
      let group = takeDigits(&ahead)
      if group.isEmpty { break }
      guard group.count == 3 else { return nil }
      digits += group
      rest = ahead
    }
  }
  var decimals = ""
  if rest.first == "." {
    rest.removeFirst()
    decimals = takeDigits(&rest)
    if decimals.isEmpty { return nil }
    digits += ".\(decimals)"
  }
  return lead.isEmpty && decimals.isEmpty ? nil : digits
}

/// The power of ten in `e-12`; nil when what follows is no exponent.
private func takeExponent(_ rest: inout Substring) -> Int? {
  guard rest.first == "e" || rest.first == "E" else { return nil }
  var ahead = rest.dropFirst()
  let sign = ahead.first == "-" || ahead.first == "+" ? String(ahead.removeFirst()) : ""
  guard let power = Int(sign + takeDigits(&ahead)) else { return nil }
  rest = ahead
  return power
}

private func takeDigits(_ rest: inout Substring) -> String {
  let digits = rest.prefix { $0.isASCII && $0.isNumber }
  rest = rest.dropFirst(digits.count)
  return String(digits)
}

/// The power of ten a following `k`, `million` or `万` stands for; 0 when there is none.
private func takeMagnitude(_ rest: inout Substring) -> Int {
  let ahead = rest.drop { $0 == " " }
  let word = ahead.prefix { $0.isASCII && $0.isLetter }
  if let power = magnitudes[word.lowercased()], !word.isEmpty {
    rest = ahead.dropFirst(word.count)
    return power
  }
  for (sign, power) in chineseMagnitudes where ahead.hasPrefix(sign) {
    rest = ahead.dropFirst(sign.count)
    return power
  }
  return 0
}

private let magnitudes: [String: Int] = [
  "k": 3, "thousand": 3, "m": 6, "mio": 6, "mn": 6, "million": 6, "millions": 6,
  "b": 9, "bn": 9, "billion": 9, "billions": 9,
]

private let chineseMagnitudes: [(String, Int)] = [
  ("万亿", 12), ("十亿", 9), ("千万", 7), ("百万", 6), ("十万", 5), ("亿", 8), ("万", 4), ("千", 3),
]

/// The code a symbol or word stands for; three letters are taken as a code; nil for anything else.
///
/// `$` is the US dollar; `¥` means two currencies and is kept as written, to be refused by name.
private func currencyCode(_ mark: Substring) -> String? {
  let words: [String: String] = [
    "$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "¥": "¥", "￥": "¥",
    "元": "CNY", "人民币": "CNY", "美元": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY", "港元": "HKD",
    "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD",
  ]
  if let code = words[mark.lowercased()] { return code }
  guard mark.count == 3, mark.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
  return mark.uppercased()
}

extension StringProtocol {
  /// The text without the white space around it.
  var trimmedText: SubSequence {
    var text = self[...]
    while text.last?.isWhitespace == true { text = text.dropLast() }
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    return text
  }
}

extension Substring {
  fileprivate var trimmed: Substring { trimmedText }
}
