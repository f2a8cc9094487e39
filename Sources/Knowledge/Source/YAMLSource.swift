import CYAML

/// Reads YAML (and so JSON) into nodes that know where they stand.
///
/// Every scalar stays the text that is written: types are decided by the reader that knows what it expects.
///
/// - Parameters:
///   - text: the file's text.
///   - file: the name findings show.
/// - Throws: a `Finding` with line and column when the syntax is wrong, a key stands twice or is no text,
///   an alias stands for a value with aliases, lists and mappings nest too deep, or the file is empty.
public func parseSource(_ text: String, file: String) throws(Finding) -> SourceNode {
  var text = text
  return try text.withUTF8 { bytes in
    Result { () throws(Finding) in
      var reader = try YAMLReader(bytes: bytes, file: file)
      return try reader.document()
    }
  }.get()
}

/// Builds nodes from libyaml's events; one event stands at a time.
private struct YAMLReader: ~Copyable {
  /// Lists and mappings inside one another; a hostile file must not exhaust the stack.
  static let depthLimit = 64

  let bytes: UnsafeBufferPointer<UInt8>
  let file: String
  /// libyaml keeps the parser's own address, so it may not move.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
  /// What `*name` stands for; nil for a value that has aliases itself, which could grow without bound.
  private var anchors: [String: SourceNode?] = [:]
  private var aliasesPassed = 0

  /// - Parameter bytes: must outlive the reader.
  init(bytes: UnsafeBufferPointer<UInt8>, file: String) throws(Finding) {
    self.bytes = bytes
    self.file = file
    event.initialize(to: yaml_event_t())
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else {
      throw Finding(.unreadable(reason: "out of memory"), at: SourcePosition(file: file, line: 1, column: 1))
    }
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// The one document of the text.
  mutating func document() throws(Finding) -> SourceNode {
    try advance()  // to the stream's start
    guard try advance() != YAML_STREAM_END_EVENT else {
      throw Finding(.emptyFile, at: SourcePosition(file: file, line: 1, column: 1))
    }
    try advance()
    let root = try node(depth: 0)
    try advance()  // to the document's end
    guard try advance() == YAML_STREAM_END_EVENT else {
      throw Finding(.syntax("but found another document"), at: position)
    }
    return root
  }

  /// Goes to the next event.
  @discardableResult
  private mutating func advance() throws(Finding) -> yaml_event_type_t {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else { throw fault() }
    return event.pointee.type
  }

  /// The node that begins with the event that stands.
  private mutating func node(depth: Int) throws(Finding) -> SourceNode {
    let start = position
    // The name is the first field of each kind of event that can begin a node.
    guard let anchor = event.pointee.data.alias.anchor.map({ String(cString: $0) }) else {
      return SourceNode(content: try content(depth: depth), position: start)
    }
    if event.pointee.type == YAML_ALIAS_EVENT { return try target(of: anchor) }
    let aliasesBefore = aliasesPassed
    let node = SourceNode(content: try content(depth: depth), position: start)
    anchors.updateValue(aliasesPassed == aliasesBefore ? node : nil, forKey: anchor)
    return node
  }

  private mutating func content(depth: Int) throws(Finding) -> SourceNode.Content {
    switch event.pointee.type {
    case YAML_SEQUENCE_START_EVENT: return .sequence(try elements(depth: depth))
    case YAML_MAPPING_START_EVENT: return .mapping(try entries(depth: depth))
    default:
      let scalar = event.pointee.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let quoted =
        scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
      return .scalar(text, quoted: quoted)
    }
  }

  private mutating func target(of alias: String) throws(Finding) -> SourceNode {
    guard let target = anchors[alias] else { throw Finding(.syntax("found undefined alias"), at: position) }
    guard let node = target else { throw Finding(.nestedAlias(alias), at: position) }
    aliasesPassed += 1
    return node
  }

  private mutating func elements(depth: Int) throws(Finding) -> [SourceNode] {
    try checkDepth(depth)
    var elements: [SourceNode] = []
    while try advance() != YAML_SEQUENCE_END_EVENT { elements.append(try node(depth: depth + 1)) }
    return elements
  }

  private mutating func entries(depth: Int) throws(Finding) -> [SourceEntry] {
    try checkDepth(depth)
    var entries: [SourceEntry] = []
    while try advance() != YAML_MAPPING_END_EVENT {
      let key = try node(depth: depth + 1)
      guard case .scalar(let name, _) = key.content else { throw Finding(.keyNotText, at: key.position) }
      try advance()
      entries.append(SourceEntry(key: name, keyPosition: key.position, value: try node(depth: depth + 1)))
    }
    try refuseDuplicates(in: entries)
    return entries
  }

  private func checkDepth(_ depth: Int) throws(Finding) {
    if depth >= Self.depthLimit { throw Finding(.tooDeep(limit: Self.depthLimit), at: position) }
  }

  /// Where the standing event begins.
  private var position: SourcePosition { place(of: event.pointee.start_mark) }

  private func place(of mark: yaml_mark_t) -> SourcePosition {
    SourcePosition(file: file, line: mark.line + 1, column: mark.column + 1)
  }

  /// Why libyaml stopped.
  private func fault() -> Finding {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
    let place =
      parser.pointee.error == YAML_READER_ERROR
      ? place(ofByte: parser.pointee.problem_offset) : place(of: parser.pointee.problem_mark)
    return Finding(.syntax(problem), at: place)
  }

  private func place(ofByte offset: Int) -> SourcePosition {
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    let column = before[lineStart...].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return SourcePosition(file: file, line: line, column: column)
  }
}

/// - Throws: all keys that stand more than once, at the first of them by name.
private func refuseDuplicates(in entries: [SourceEntry]) throws(Finding) {
  guard hasDuplicates(entries) else { return }
  let repeated = Dictionary(grouping: entries, by: \.key).values.filter { $0.count > 1 }
  let first = repeated.compactMap(\.first).sorted { $0.key < $1.key }
  guard let position = first.first?.keyPosition else { return }
  throw Finding(.duplicateKey(first.map(\.key).joined(separator: ", ")), at: position)
}

private func hasDuplicates(_ entries: [SourceEntry]) -> Bool {
  // Nearly all mappings are small, and then comparing is much faster than hashing.
  guard entries.count > 12 else {
    return entries.indices.contains { index in
      entries[..<index].contains { $0.key == entries[index].key }
    }
  }
  return Set(entries.map(\.key)).count < entries.count
}
