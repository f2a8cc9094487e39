/// The known kinds of one family (layers, losses, optimisers), by the names they have in files.
struct Family<Member>: Sendable {
  let name: String
  let kinds: [(name: String, decode: @Sendable (Decoder) throws -> Member)]

  /// Reads a value whose `kind` says which type it is.
  func decode(from decoder: Decoder) throws -> Member {
    let container = try decoder.container(keyedBy: KindKey.self)
    let kind = try container.decode(String.self, forKey: .kind)
    guard let found = kinds.first(where: { $0.name == kind }) else {
      throw NetworkError.unknownKind(family: name, name: kind, known: kinds.map(\.name))
    }
    return try found.decode(decoder)
  }
}

/// Writes a value's own settings and its kind beside them.
func encodeWithKind(_ value: any Encodable, _ kind: String, to encoder: Encoder) throws {
  var container = encoder.container(keyedBy: KindKey.self)
  try container.encode(kind, forKey: .kind)
  try value.encode(to: encoder)
}

/// Whether two values have the same type and are equal.
func isEqual<Value: Equatable>(_ left: Value, _ right: Any) -> Bool { (right as? Value) == left }

private enum KindKey: String, CodingKey { case kind }
