import Networks

/// A small network around one kind of layer or loss, with examples, for the contract check.
struct Sample: CustomStringConvertible, Sendable {
  /// What the sample is about: a kind and a variant.
  let name: String
  let network: NetworkConfiguration
  let examples: ExampleSet
  /// Whether the loss is smooth in every parameter, so that central differences are right everywhere.
  let isSmooth: Bool
  /// Whether training mode changes the result by chance (dropout): then only evaluation is compared.
  let isRandom: Bool

  var description: String { name }

  /// - Parameter features: row-major; nil makes even numbers by formula.
  init(
    _ name: String, _ network: NetworkConfiguration, rows: Int = 5, features: [Float]? = nil,
    targets: [Float]? = nil, isSmooth: Bool = true, isRandom: Bool = false
  ) throws {
    self.name = name
    self.network = network
    let made = try Formula.examples(for: network, rows: rows)
    examples = ExampleSet(
      rows: rows, columns: network.inputCount, features: features ?? made.features,
      targets: targets ?? made.targets)
    self.isSmooth = isSmooth
    self.isRandom = isRandom
  }
}
