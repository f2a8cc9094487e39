import Foundation

extension TrainedNetwork {
  /// Writes the numbers by name and the configuration beside them.
  ///
  /// Weights load in Python with `safetensors.numpy.load_file`; dense weights have shape [inputs][units],
  /// the transpose of PyTorch's.
  public func write(to url: URL) throws {
    var file = Safetensors()
    file.tensors = try tensors("")
    file.metadata = ["network": try jsonText(configuration)]
    try file.write(to: url)
  }

  /// Reads a network written by `write(to:)`.
  ///
  /// - Throws: `NetworkError` naming the file and what is wrong, or the tensor that does not fit.
  public init(contentsOf url: URL) throws {
    let file = try Safetensors(contentsOf: url)
    guard let text = file.metadata["network"],
      let configuration = try? JSONDecoder().decode(NetworkConfiguration.self, from: Data(text.utf8))
    else { throw NetworkError.unreadableFile(path: url.path, reason: .noNetwork) }
    try self.init(configuration: configuration, weights: file)
  }

  /// Takes the numbers of a network from a file, by name and shape; the file may hold others too.
  ///
  /// - Throws: `NetworkError.missingTensor` or `.tensorShape`, naming the tensor.
  public init(configuration: NetworkConfiguration, weights: Safetensors) throws {
    try self.init(
      configuration: configuration,
      parameters: configuration.parameterDefinitions().flatMap {
        try weights.values($0.name, $0.shape)
      },
      states: configuration.stateDefinitions().flatMap { try weights.values($0.name, $0.shape) })
  }

  /// Parameters and running states under their names, each after `prefix`.
  func tensors(_ prefix: String) throws -> [Safetensors.Tensor] {
    try named(configuration.parameterDefinitions().map { ($0.name, $0.shape) }, parameters, prefix)
      + named(configuration.stateDefinitions().map { ($0.name, $0.shape) }, states, prefix)
  }
}

/// Numbers one after another as tensors.
func named(_ places: [(name: String, shape: Shape)], _ values: [Float], _ prefix: String)
  -> [Safetensors.Tensor]
{
  var at = 0
  return places.map { place in
    defer { at += place.shape.count }
    return Safetensors.Tensor(
      name: prefix + place.name, shape: place.shape, values: Array(values[at..<at + place.shape.count]))
  }
}

extension Safetensors {
  func values(_ name: String, _ shape: Shape) throws -> [Float] {
    guard let tensor = self[name] else {
      throw NetworkError.missingTensor(name, known: tensors.map(\.name))
    }
    guard tensor.shape == shape else {
      throw NetworkError.tensorShape(name, expected: "\(shape)", found: "\(tensor.shape)")
    }
    return tensor.values
  }
}

func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}
