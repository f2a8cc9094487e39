import Foundation

extension Checkpoint {
  /// Writes the checkpoint whole or not at all, as a safetensors file, with a checksum over all it holds.
  ///
  /// - Throws: `POSIXError` with the file system's number.
  public func write(to url: URL) throws {
    var file = Safetensors()
    let now = TrainedNetwork(checked: network, parameters: parameters, states: states)
    file.tensors = try now.tensors("now/")
    if !best.isEmpty {
      file.tensors += try TrainedNetwork(
        checked: network, parameters: best, states: bestStates
      ).tensors("best/")
    }
    let places = try network.parameterDefinitions().map { ($0.name, $0.shape) }
    for (index, values) in optimiser.enumerated() {
      file.tensors += named(places, values, "optimiser-\(index)/")
    }
    file.metadata = [
      "network": try jsonText(network), "training": try jsonText(training), "data": try jsonText(data),
      "progress": try jsonText(progress), "optimiser-states": "\(optimiser.count)",
    ]
    file.metadata["checksum"] = file.checksum
    try file.write(to: url)
  }

  /// Reads a checkpoint written by `write(to:)`.
  ///
  /// - Throws: `NetworkError` naming the file and what is wrong, or the tensor that does not fit.
  public init(contentsOf url: URL) throws {
    let file = try Safetensors(contentsOf: url)
    guard let checksum = file.metadata["checksum"] else {
      throw NetworkError.unreadableFile(path: url.path, reason: .noCheckpoint)
    }
    guard checksum == file.checksum else {
      throw NetworkError.unreadableFile(path: url.path, reason: .damaged)
    }
    func read<Part: Decodable>(_ key: String, as type: Part.Type) throws -> Part {
      guard let text = file.metadata[key],
        let part = try? JSONDecoder().decode(type, from: Data(text.utf8))
      else { throw NetworkError.unreadableFile(path: url.path, reason: .noCheckpoint) }
      return part
    }
    let network = try read("network", as: NetworkConfiguration.self)
    let definitions = try network.parameterDefinitions()
    let stateDefinitions = try network.stateDefinitions()
    func parameters(_ prefix: String) throws -> [Float] {
      try definitions.flatMap { try file.values(prefix + $0.name, $0.shape) }
    }
    func states(_ prefix: String) throws -> [Float] {
      try stateDefinitions.flatMap { try file.values(prefix + $0.name, $0.shape) }
    }
    let hasBest = file.tensors.contains { $0.name.hasPrefix("best/") }
    self.init(
      network: network, training: try read("training", as: TrainingConfiguration.self),
      data: try read("data", as: DataMark.self),
      progress: try read("progress", as: TrainingProgress.self), parameters: try parameters("now/"),
      states: try states("now/"),
      optimiser: try (0..<(Int(file.metadata["optimiser-states"] ?? "") ?? 0)).map {
        try parameters("optimiser-\($0)/")
      },
      best: hasBest ? try parameters("best/") : [], bestStates: hasBest ? try states("best/") : [])
  }
}

extension Safetensors {
  /// A hash of the tensors' names, shapes and numbers and of all texts but itself, as hexadecimal digits.
  fileprivate var checksum: String {
    var hash = FNV1a()
    for (key, text) in metadata.sorted(by: { $0.key < $1.key }) where key != "checksum" {
      hash.combine(key)
      hash.combine(text)
    }
    for tensor in tensors.sorted(by: { $0.name < $1.name }) {
      hash.combine(tensor.name)
      tensor.shape.sizes.forEach { hash.combine(UInt64($0)) }
      hash.combine(tensor.values)
    }
    return String(hash.value, radix: 16)
  }
}
