import Kernels

/// How a parameter's first values are drawn.
public enum Initialiser: Hashable, Codable, Sendable {
  case constant(Float)
  /// Evenly from ±√(6 / (inputs + outputs)) (Glorot and Bengio, 2010).
  case glorotUniform(inputs: Int, outputs: Int)
  /// Evenly from ±√(6 / inputs), for a layer before a ReLU (He et al., 2015).
  case heUniform(inputs: Int)
  /// Evenly from ±limit.
  case uniform(limit: Double)
  /// From the normal distribution around 0.
  case normal(standardDeviation: Double)

  /// So many values, drawn in order.
  func values(_ count: Int, using generator: inout SeededGenerator) -> [Float] {
    switch self {
    case .constant(let value): [Float](repeating: value, count: count)
    case .glorotUniform(let inputs, let outputs):
      even(count, (6 / Double(inputs + outputs)).squareRoot(), &generator)
    case .heUniform(let inputs): even(count, (6 / Double(inputs)).squareRoot(), &generator)
    case .uniform(let limit): even(count, limit, &generator)
    case .normal(let deviation):
      (0..<count).map { _ in Float(generator.normal(standardDeviation: deviation)) }
    }
  }

  private func even(_ count: Int, _ limit: Double, _ generator: inout SeededGenerator) -> [Float] {
    (0..<count).map { _ in Float(generator.uniform(-limit, limit)) }
  }
}
