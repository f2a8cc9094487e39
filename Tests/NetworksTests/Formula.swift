import Networks

/// Numbers made by a formula, the same as References/formula.py gives, so that no data file is needed.
enum Formula {
  /// A double from 0 to 1 that looks random, from a whole number.
  static func even(_ i: Int) -> Double {
    var h = UInt32(truncatingIfNeeded: i) &* 2_654_435_761 &+ 974_711
    h ^= h >> 16
    h = h &* 2_246_822_519
    h ^= h >> 13
    h = h &* 3_266_489_917
    h ^= h >> 16
    return Double(h) / 0x1p32
  }

  /// Row-major values from −1 to 1.
  static func features(rows: Int, columns: Int, start: Int = 0) -> [Float] {
    (0..<rows * columns).map { Float(2 * even(start + $0) - 1) }
  }

  /// Whole numbers from 0 to `bound` − 1, as floats.
  static func indices(_ count: Int, below bound: Int, start: Int = 0) -> [Float] {
    (0..<count).map { Float(Int(even(start + $0) * Double(bound))) }
  }

  /// Parameters from one running counter, by what each is for: matrices within the Glorot limits of their
  /// last two sizes (kernels count their window in both), biases ±0.1, gains around 1, embeddings ±0.5.
  static func parameters(_ network: NetworkConfiguration, start: Int = 1_000_000) throws -> [Float] {
    var start = start
    var result: [Float] = []
    for definition in try network.parameterDefinitions() {
      let count = definition.shape.count
      let centre: Double = definition.name.hasSuffix("gain") ? 1 : 0
      let limit = limit(definition)
      result += (0..<count).map { Float(centre + limit * (2 * even(start + $0) - 1)) }
      start += count
    }
    return result
  }

  private static func limit(_ definition: ParameterDefinition) -> Double {
    let sizes = definition.shape.sizes
    if definition.name.hasSuffix("table") { return 0.5 }
    guard sizes.count >= 2 else { return 0.1 }
    let window = sizes.dropLast(2).reduce(1, *)
    return (6 / Double(window * (sizes[sizes.count - 2] + sizes[sizes.count - 1]))).squareRoot()
  }

  /// Targets that suit the network's loss.
  static func targets(for network: NetworkConfiguration, rows: Int) throws -> [Float] {
    let output = try network.outputShape()
    let count = rows * network.loss.targetCount(output: output)
    switch network.loss {
    case is SoftmaxCrossEntropy: return indices(count, below: output.width, start: 20_000)
    case is BinaryCrossEntropy: return (0..<count).map { even(20_000 + $0) < 0.4 ? 1 : 0 }
    default: return (0..<count).map { Float(2 * even(20_000 + $0) - 1) }
    }
  }

  /// Rows of even numbers with targets that suit the network's loss.
  static func examples(for network: NetworkConfiguration, rows: Int, weighted: Bool = false) throws
    -> ExampleSet
  {
    ExampleSet(
      rows: rows, columns: network.inputCount, features: features(rows: rows, columns: network.inputCount),
      targets: try targets(for: network, rows: rows),
      weights: weighted ? (0..<rows).map { Float(0.5 + even(30_000 + $0)) } : nil)
  }
}
