/// Puts a network together node by node.
///
/// `add` names a node after its layer's kind and numbers it, unless told a name, and returns the name for
/// later nodes to take their inputs from. Blocks of several layers are extensions that call `add`.
public struct NetworkBuilder: Sendable {
  private var inputs: [NetworkInput] = []
  private var nodes: [Node] = []
  private var counts: [String: Int] = [:]

  public init() {}

  /// Adds an input; inputs share out an example's features in the order they are added.
  public mutating func input(_ name: String, _ shape: Shape) -> String {
    inputs.append(NetworkInput(name: name, shape: shape))
    return name
  }

  /// Adds a layer that takes the values named.
  public mutating func add(_ layer: any Layer, to sources: String..., named name: String? = nil) -> String {
    add(layer, to: sources, named: name)
  }

  /// The same with a list of values.
  public mutating func add(_ layer: any Layer, to sources: [String], named name: String? = nil) -> String {
    let kind = type(of: layer).kind
    counts[kind, default: 0] += 1
    let name = name ?? "\(kind)-\(counts[kind, default: 0])"
    nodes.append(Node(name: name, layer: layer, from: sources))
    return name
  }

  /// The network so far, the last node being its output.
  public func network(loss: any Loss) -> NetworkConfiguration {
    NetworkConfiguration(inputs: inputs, nodes: nodes, loss: loss)
  }
}
