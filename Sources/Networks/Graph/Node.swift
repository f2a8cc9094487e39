/// A value that comes from outside: features of an example, or whole numbers such as token indices.
public struct NetworkInput: Codable, Hashable, Sendable {
  public var name: String
  public var shape: Shape

  public init(name: String, shape: Shape) {
    self.name = name
    self.shape = shape
  }
}

/// One layer in a network: what it is called, what it does and where its inputs come from.
public struct Node: Sendable {
  /// Unique within the network; parameters are named after it, as in "dense-1.weight".
  public var name: String
  public var layer: any Layer
  /// Names of inputs or of earlier nodes.
  public var from: [String]

  public init(name: String, layer: any Layer, from: [String]) {
    self.name = name
    self.layer = layer
    self.from = from
  }
}

extension Node: Hashable {
  public static func == (left: Node, right: Node) -> Bool {
    left.name == right.name && left.from == right.from && isEqual(left.layer, right.layer)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(from)
    hasher.combine(AnyHashable(layer))
  }
}

extension Node: Codable {
  private enum Key: String, CodingKey { case name, layer, from }

  public init(from decoder: Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    name = try container.decode(String.self, forKey: .name)
    from = try container.decode([String].self, forKey: .from)
    layer = try LayerRegistry.family.decode(from: container.superDecoder(forKey: .layer))
  }

  public func encode(to encoder: Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    try container.encode(from, forKey: .from)
    try encodeWithKind(layer, type(of: layer).kind, to: container.superEncoder(forKey: .layer))
  }
}
