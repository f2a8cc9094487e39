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

  /// Weights within the Glorot limits and small biases, in the network's layout.
  static func parameters(_ network: NetworkConfiguration, start: Int = 1_000_000) -> [Float] {
    var start = start
    var result: [Float] = []
    for shape in network.shapes {
      let limit = (6 / Double(shape.inputs + shape.units)).squareRoot()
      let weights = shape.inputs * shape.units
      result += (0..<weights).map { Float(limit * (2 * even(start + $0) - 1)) }
      start += weights
      result += (0..<shape.units).map { Float(0.1 * (2 * even(start + $0) - 1)) }
      start += shape.units
    }
    return result
  }

  /// Rows with targets that suit the network's loss.
  static func examples(for network: NetworkConfiguration, rows: Int, weighted: Bool = false) -> ExampleSet {
    let targets = (0..<rows * network.targetColumns).map { index -> Float in
      switch network.loss {
      case .meanSquaredError: Float(2 * even(20_000 + index) - 1)
      case .binaryCrossEntropy: even(20_000 + index) < 0.4 ? 1 : 0
      case .softmaxCrossEntropy: Float(Int(even(20_000 + index) * Double(network.outputs)))
      }
    }
    return ExampleSet(
      rows: rows, columns: network.inputs, features: features(rows: rows, columns: network.inputs),
      targets: targets, weights: weighted ? (0..<rows).map { Float(0.5 + even(30_000 + $0)) } : nil)
  }
}
