/// Reads JSON (RFC 8259) into the same nodes as YAML, many times faster; made for files of one sheet a line.
///
/// Numbers, `true`, `false` and `null` become unquoted scalars as written.
///
/// - Parameters:
///   - bytes: the text as UTF-8.
///   - file: the name findings show.
///   - firstLine: the line `bytes` begins on in that file, from 1.
/// - Throws: a `Finding` with line and column (in characters) where the text stops being JSON.
public func parseJSONSource(
  _ bytes: [UInt8], file: String, firstLine: Int = 1
) throws(Finding) -> SourceNode {
  var reader = JSONReader(bytes: bytes, file: file, line: firstLine)
  reader.skipSpace()
  guard reader.index < bytes.count else { throw Finding(.emptyFile, at: reader.position) }
  let node = try reader.value(depth: 0)
  reader.skipSpace()
  guard reader.index == bytes.count else { throw reader.expected(.end) }
  return node
}

private struct JSONReader {
  static let depthLimit = 64

  let bytes: [UInt8]
  let file: String
  var line: Int
  var index = 0
  /// Index of the line's first byte plus the continuation bytes passed since, so that columns count characters.
  var columnOrigin = 0

  init(bytes: [UInt8], file: String, line: Int) {
    self.bytes = bytes
    self.file = file
    self.line = line
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      index = 3
      columnOrigin = 3
    }
  }

  var position: SourcePosition {
    SourcePosition(file: file, line: line, column: index - columnOrigin + 1)
  }

  func fault(_ fault: JSONFault) -> Finding { Finding(.jsonSyntax(fault), at: position) }

  func expected(_ part: JSONFault.JSONPart) -> Finding {
    guard index < bytes.count else { return fault(.unexpectedEnd) }
    let rest = String(decoding: bytes[index..<min(index + 40, bytes.count)], as: UTF8.self)
    let word = rest.prefix { $0.isLetter || $0.isNumber }.prefix(12)
    return fault(.expected(part, found: "'\(word.isEmpty ? rest.prefix(1) : word)'"))
  }

  mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A:
        index += 1
        line += 1
        columnOrigin = index
      default: return
      }
    }
  }

  mutating func value(depth: Int) throws(Finding) -> SourceNode {
    guard depth < Self.depthLimit else { throw fault(.tooDeep(limit: Self.depthLimit)) }
    guard index < bytes.count else { throw fault(.unexpectedEnd) }
    let start = position
    switch bytes[index] {
    case UInt8(ascii: "{"): return SourceNode(content: .mapping(try entries(depth: depth)), position: start)
    case UInt8(ascii: "["): return SourceNode(content: .sequence(try elements(depth: depth)), position: start)
    case UInt8(ascii: "\""):
      return SourceNode(content: .scalar(try text(), quoted: true), position: start)
    default:
      return SourceNode(content: .scalar(try bareWord(), quoted: false), position: start)
    }
  }

  private mutating func entries(depth: Int) throws(Finding) -> [SourceEntry] {
    index += 1
    var entries: [SourceEntry] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return entries }
    while true {
      skipSpace()
      let keyPosition = position
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw expected(.key) }
      let key = try text()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw expected(.colon) }
      skipSpace()
      entries.append(SourceEntry(key: key, keyPosition: keyPosition, value: try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { break }
      guard take(UInt8(ascii: ",")) else { throw expected(.commaOrBrace) }
    }
    try refuseDuplicates(in: entries)
    return entries
  }

  private func refuseDuplicates(in entries: [SourceEntry]) throws(Finding) {
    var seen = Set<String>(minimumCapacity: entries.count)
    for entry in entries where !seen.insert(entry.key).inserted {
      throw Finding(.duplicateKey(entry.key), at: entry.keyPosition)
    }
  }

  private mutating func elements(depth: Int) throws(Finding) -> [SourceNode] {
    index += 1
    var elements: [SourceNode] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return elements }
    while true {
      skipSpace()
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return elements }
      guard take(UInt8(ascii: ",")) else { throw expected(.commaOrBracket) }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }
}

// Texts and bare words.
extension JSONReader {
  /// A number, `true`, `false` or `null`, as written.
  private mutating func bareWord() throws(Finding) -> String {
    var end = index
    while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
    let word = String(decoding: bytes[index..<end], as: UTF8.self)
    guard word == "true" || word == "false" || word == "null" || isJSONNumber(bytes[index..<end]) else {
      throw expected(.value)
    }
    index = end
    return word
  }

  private mutating func text() throws(Finding) -> String {
    index += 1
    let start = index
    var continuation = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        let text = try checkedText(bytes[start..<index])
        columnOrigin += continuation
        index += 1
        return text
      }
      if byte == UInt8(ascii: "\\") {
        columnOrigin += continuation
        return try textWithEscapes(from: start)
      }
      if byte < 0x20 { throw fault(.controlCharacter) }
      if byte & 0xC0 == 0x80 { continuation += 1 }
      index += 1
    }
    throw fault(.unexpectedEnd)
  }

  /// Goes on from the first backslash.
  private mutating func textWithEscapes(from start: Int) throws(Finding) -> String {
    var text = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        let checked = try checkedText(text[...])
        index += 1
        return checked
      case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
      case 0..<0x20: throw fault(.controlCharacter)
      default:
        if byte & 0xC0 == 0x80 { columnOrigin += 1 }
        text.append(byte)
        index += 1
      }
    }
    throw fault(.unexpectedEnd)
  }

  private mutating func escape() throws(Finding) -> String.UTF8View {
    guard index + 1 < bytes.count else { throw fault(.unexpectedEnd) }
    let letter = bytes[index + 1]
    if let text = plainEscape(letter) {
      index += 2
      return text.utf8
    }
    guard letter == UInt8(ascii: "u"), let first = hexadecimal(at: index + 2) else { throw unknownEscape() }
    if let scalar = Unicode.Scalar(first) {
      index += 6
      return String(scalar).utf8
    }
    // A character outside the basic plane is written as two halves.
    guard (0xD800..<0xDC00).contains(first), index + 7 < bytes.count, bytes[index + 6] == UInt8(ascii: "\\"),
      bytes[index + 7] == UInt8(ascii: "u"), let second = hexadecimal(at: index + 8),
      (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw unknownEscape() }
    index += 12
    return String(scalar).utf8
  }

  private func hexadecimal(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count, bytes[start] != UInt8(ascii: "+") else { return nil }
    return UInt32(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16)
  }

  private func unknownEscape() -> Finding {
    let end = min(index + 6, bytes.count)
    let shown = bytes[index + 1] == UInt8(ascii: "u") ? bytes[index..<end] : bytes[index..<index + 2]
    return fault(.unknownEscape(String(decoding: shown, as: UTF8.self)))
  }

  private func checkedText(_ slice: ArraySlice<UInt8>) throws(Finding) -> String {
    guard let text = String(validating: slice, as: UTF8.self) else { throw fault(.notUTF8) }
    return text
  }
}

private func plainEscape(_ letter: UInt8) -> String? {
  switch letter {
  case UInt8(ascii: "\""): "\""
  case UInt8(ascii: "\\"): "\\"
  case UInt8(ascii: "/"): "/"
  case UInt8(ascii: "b"): "\u{8}"
  case UInt8(ascii: "f"): "\u{C}"
  case UInt8(ascii: "n"): "\n"
  case UInt8(ascii: "r"): "\r"
  case UInt8(ascii: "t"): "\t"
  default: nil
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
    true
  default: false
  }
}

/// Whether the bytes are a number by the grammar of RFC 8259, section 6.
private func isJSONNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
  var rest = bytes[...]
  func digits() -> Int {
    let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    rest = rest.dropFirst(count)
    return count
  }
  if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
  let leading = rest.first
  let whole = digits()
  guard whole == 1 || (whole > 1 && leading != UInt8(ascii: "0")) else { return false }
  if rest.first == UInt8(ascii: ".") {
    rest = rest.dropFirst()
    guard digits() > 0 else { return false }
  }
  if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    guard digits() > 0 else { return false }
  }
  return rest.isEmpty
}
