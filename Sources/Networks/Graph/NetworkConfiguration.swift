/// A network as asked for: its layers as a graph, and its loss, before any training.
///
/// The nodes stand in an order in which every node comes after those it takes its inputs from; the last
/// node gives the output. Losses that work on logits apply the activation that belongs to them, so the last
/// layer of a classifier has none.
public struct NetworkConfiguration: Sendable {
  /// What comes from outside; together they take up an example's features in this order.
  public var inputs: [NetworkInput]
  public var nodes: [Node]
  public var loss: any Loss

  public init(inputs: [NetworkInput], nodes: [Node], loss: any Loss) {
    self.inputs = inputs
    self.nodes = nodes
    self.loss = loss
  }

  /// A stack of layers on one input, named after their kinds and numbered from 1.
  public init(input: Shape, _ layers: [any Layer], loss: any Loss) {
    var builder = NetworkBuilder()
    var last = builder.input("input", input)
    for layer in layers { last = builder.add(layer, to: last) }
    self = builder.network(loss: loss)
  }

  /// Features of one example: the sizes of all inputs together.
  public var inputCount: Int { inputs.reduce(0) { $0 + $1.shape.count } }

  /// The output's shape.
  ///
  /// - Throws: `NetworkError` if the layers do not fit together.
  public func outputShape() throws -> Shape { try shapes().last ?? [] }

  /// Throws if some part is outside its legal range or does not fit.
  ///
  /// - Throws: `NetworkError`, naming the node and the setting or the shapes that cannot work.
  public func validate() throws {
    try NetworkError.require(!inputs.isEmpty, "inputs", "≥ 1", inputs.count)
    try NetworkError.require(!nodes.isEmpty, "nodes", "≥ 1", nodes.count)
    for input in inputs { try input.shape.validate(of: input.name) }
    for node in nodes {
      do {
        try node.layer.validate()
      } catch NetworkError.illegalParameter(let name, let range, let value) {
        throw NetworkError.illegalParameter(name: "\(node.name).\(name)", legalRange: range, value: value)
      }
    }
    let output = try outputShape()
    try loss.validate(output: output)
  }

  /// The shape of every input and node, in order.
  func shapes() throws -> [Shape] {
    var shapes = inputs.map(\.shape)
    let sources = try sourceIndices()
    for (node, from) in zip(nodes, sources) {
      do {
        shapes.append(try node.layer.outputShape(from.map { shapes[$0] }))
      } catch NetworkError.unsuitableInput(_, let expected, let found) {
        throw NetworkError.unsuitableInput(layer: node.name, expected: expected, found: found)
      }
      try shapes.last?.validate(of: node.name)
    }
    return shapes
  }

  /// For every node the places of its inputs among inputs and nodes.
  func sourceIndices() throws -> [[Int]] {
    var places: [String: Int] = [:]
    for (place, input) in inputs.enumerated() {
      guard places.updateValue(place, forKey: input.name) == nil else {
        throw NetworkError.repeatedName(input.name)
      }
    }
    var result: [[Int]] = []
    for (index, node) in nodes.enumerated() {
      result.append(
        try node.from.map { name in
          guard let place = places[name] else {
            throw NetworkError.unknownSource(node: node.name, name: name, known: places.keys.sorted())
          }
          return place
        })
      guard places.updateValue(inputs.count + index, forKey: node.name) == nil else {
        throw NetworkError.repeatedName(node.name)
      }
    }
    return result
  }
}

extension Shape {
  /// Numbers that one value of one example may have; with it no size of a network overflows an integer.
  private static let largestCount = 1 << 28

  /// Throws unless the shape of the input or node called `name` has sizes that can be set aside.
  fileprivate func validate(of name: String) throws {
    try NetworkError.require(
      rank >= 1 && sizes.allSatisfy { $0 >= 1 }, "\(name).shape", "≥ 1", self)
    try NetworkError.require(count <= Self.largestCount, "\(name).shape", "∏ ≤ 2²⁸", self)
  }
}

extension NetworkConfiguration: Hashable {
  public static func == (left: NetworkConfiguration, right: NetworkConfiguration) -> Bool {
    left.inputs == right.inputs && left.nodes == right.nodes && isEqual(left.loss, right.loss)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(inputs)
    hasher.combine(nodes)
    hasher.combine(AnyHashable(loss))
  }
}

extension NetworkConfiguration: Codable {
  private enum Key: String, CodingKey { case inputs, nodes, loss }

  public init(from decoder: Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    inputs = try container.decode([NetworkInput].self, forKey: .inputs)
    nodes = try container.decode([Node].self, forKey: .nodes)
    loss = try LossRegistry.family.decode(from: container.superDecoder(forKey: .loss))
  }

  public func encode(to encoder: Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(inputs, forKey: .inputs)
    try container.encode(nodes, forKey: .nodes)
    try encodeWithKind(loss, type(of: loss).kind, to: container.superEncoder(forKey: .loss))
  }
}
