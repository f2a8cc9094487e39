/// A place in a file a person wrote; lines and columns count from 1.
public struct SourcePosition: Hashable, Sendable {
  public var file: String
  public var line: Int
  public var column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourcePosition: CustomStringConvertible {
  public var description: String { "\(file):\(line):\(column)" }
}

/// A value of a YAML or JSON file with the place it stands at.
public struct SourceNode: Sendable {
  public enum Content: Sendable {
    /// The text as written; `quoted` keeps `"no"` apart from `no`.
    case scalar(String, quoted: Bool)
    case sequence([SourceNode])
    case mapping([SourceEntry])
  }

  public var content: Content
  public var position: SourcePosition

  public init(content: Content, position: SourcePosition) {
    self.content = content
    self.position = position
  }

  /// The scalar's text; nil for sequences, mappings and an unquoted empty, `~` or `null` value.
  public var text: String? {
    guard case .scalar(let text, let quoted) = content else { return nil }
    if !quoted, text.isEmpty || text == "~" || text == "null" { return nil }
    return text
  }

  public var elements: [SourceNode]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  public var entries: [SourceEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value under a key of a mapping; nil when this is none, or has no such key.
  public subscript(key: String) -> SourceNode? {
    entries?.first { $0.key == key }?.value
  }
}

/// One key of a mapping with its value.
public struct SourceEntry: Sendable {
  public var key: String
  public var keyPosition: SourcePosition
  public var value: SourceNode
}
