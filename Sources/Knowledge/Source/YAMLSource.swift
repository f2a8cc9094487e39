import Yams

/// Reads YAML (and so JSON) into nodes that know where they stand.
///
/// - Parameters:
///   - text: the file's text.
///   - file: the name findings show.
/// - Throws: a `Finding` with line and column when the syntax is wrong, a key stands twice, or the file is empty.
public func parseSource(_ text: String, file: String) throws(Finding) -> SourceNode {
  let root: Node?
  do {
    // The basic resolver leaves every scalar a string: types are decided by the reader that knows
    // what it expects, and the default resolver's regular expressions cost most of the loading time.
    root = try Yams.compose(yaml: text, .basic)
  } catch let error as YamlError {
    throw finding(for: error, file: file)
  } catch {
    throw Finding(.syntax("\(error)"), at: SourcePosition(file: file, line: 1, column: 1))
  }
  guard let root else {
    throw Finding(.emptyFile, at: SourcePosition(file: file, line: 1, column: 1))
  }
  return try sourceNode(root, file: file)
}

private func sourceNode(_ node: Node, file: String) throws(Finding) -> SourceNode {
  let position = SourcePosition(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  switch node {
  case .scalar(let scalar):
    let quoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    return SourceNode(content: .scalar(scalar.string, quoted: quoted), position: position)
  case .sequence(let sequence):
    var elements: [SourceNode] = []
    elements.reserveCapacity(sequence.count)
    for element in sequence { elements.append(try sourceNode(element, file: file)) }
    return SourceNode(content: .sequence(elements), position: position)
  case .mapping(let mapping):
    var entries: [SourceEntry] = []
    entries.reserveCapacity(mapping.count)
    for (key, value) in mapping {
      let keyPosition = SourcePosition(
        file: file, line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
      guard case .scalar(let name) = key else { throw Finding(.keyNotText, at: keyPosition) }
      let child = try sourceNode(value, file: file)
      entries.append(SourceEntry(key: name.string, keyPosition: keyPosition, value: child))
    }
    return SourceNode(content: .mapping(entries), position: position)
  case .alias:
    // Composing has put every alias's target in its place already.
    throw Finding(.syntax("aliases are not used in these files"), at: position)
  }
}

private func finding(for error: YamlError, file: String) -> Finding {
  switch error {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
    .composer(_, let problem, let mark, _):
    return Finding(
      .syntax(problem), at: SourcePosition(file: file, line: mark.line, column: mark.column))
  case .duplicatedKeysInMapping(let duplicates, let context):
    let mark = context.mark
    return Finding(
      .duplicateKey(duplicates.map { "\($0.description)" }.sorted().joined(separator: ", ")),
      at: SourcePosition(file: file, line: mark.line, column: mark.column))
  case .reader(let problem, _, _, _):
    return Finding(.syntax(problem), at: SourcePosition(file: file, line: 1, column: 1))
  default:
    return Finding(.syntax("\(error)"), at: SourcePosition(file: file, line: 1, column: 1))
  }
}
