/// A text in double quotes, on one line whatever it holds.
public func quotedYAML(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    default:
      // Outside these YAML 1.1 wants an escape: control characters, the odd line ends, the byte-order mark.
      let value = scalar.value
      let plain =
        (0x20...0x7E).contains(value) || (0xA0...0xFEFE).contains(value) || (0xFF00...0xFFFD).contains(value)
        || value >= 0x10000
      if plain, value != 0x2028, value != 0x2029 {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
  }
  return result + "\""
}
