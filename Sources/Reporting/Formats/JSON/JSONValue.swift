/// A JSON document with sorted keys, so that the same values give the same bytes.
///
/// Numbers of magnitude 1 and more are rounded to six decimals, smaller ones to six significant digits; a
/// number that is not finite is written as null.
indirect enum JSONValue {
  case null
  case bool(Bool)
  case number(Double)
  case integer(Int)
  case unsigned(UInt64)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
  static func optional(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }
  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// The document with two spaces of indentation and a line feed at its end.
  var prettyText: String {
    var bytes: [UInt8] = []
    append(to: &bytes, depth: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .null: bytes += Array("null".utf8)
    case .bool(let value): bytes += Array((value ? "true" : "false").utf8)
    case .number(let value): appendJSONNumber(value, to: &bytes)
    case .integer(let value): bytes += Array("\(value)".utf8)
    case .unsigned(let value): bytes += Array("\(value)".utf8)
    case .string(let text): appendJSONString(text, to: &bytes)
    case .array(let values):
      appendItems(values, "[", "]", to: &bytes, depth: depth) { $0.append(to: &$1, depth: depth + 1) }
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      appendItems(sorted, "{", "}", to: &bytes, depth: depth) { member, bytes in
        appendJSONString(member.key, to: &bytes)
        bytes += [UInt8(ascii: ":"), UInt8(ascii: " ")]
        member.value.append(to: &bytes, depth: depth + 1)
      }
    }
  }

  private func appendItems<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to bytes: inout [UInt8], depth: Int,
    _ appendItem: (Item, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendLine(to: &bytes, depth: depth + 1)
      appendItem(item, &bytes)
    }
    if !items.isEmpty { appendLine(to: &bytes, depth: depth) }
    bytes.append(UInt8(ascii: close))
  }

  private func appendLine(to bytes: inout [UInt8], depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes += [UInt8](repeating: UInt8(ascii: " "), count: 2 * depth)
  }
}
