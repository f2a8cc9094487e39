/// Lines of a TOML file, each setting under the reason for it.
struct TOMLText {
  private(set) var text = ""

  mutating func comment(_ words: String) {
    for line in words.split(separator: "\n") { text += "# \(line)\n" }
  }

  mutating func table(_ name: String, _ why: String? = nil) {
    text += text.isEmpty ? "" : "\n"
    if let why { comment(why) }
    text += "[\(name)]\n"
  }

  mutating func set(_ key: String, _ value: some TOMLValue, _ why: String? = nil) {
    if let why { comment(why) }
    text += "\(key) = \(value.toml)\n"
  }
}

/// A value that TOML 1.0 can hold.
protocol TOMLValue {
  var toml: String { get }
}

extension Int: TOMLValue { var toml: String { "\(self)" } }
extension Bool: TOMLValue { var toml: String { "\(self)" } }

extension Double: TOMLValue {
  /// `1e-05` needs no point in TOML, and a whole number keeps its `.0`.
  var toml: String { "\(self)" }
}

extension String: TOMLValue {
  var toml: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Array: TOMLValue where Element: TOMLValue {
  var toml: String { "[" + map(\.toml).joined(separator: ", ") + "]" }
}
