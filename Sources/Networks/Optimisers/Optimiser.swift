import Kernels

/// The rule that turns a gradient g into a change of the parameters.
public protocol Optimiser: Codable, Hashable, Sendable {
  /// The kind's name in files, such as "adam".
  static var kind: String { get }
  /// The rate before any schedule; more than 0.
  var learningRate: Double { get }
  /// Numbers kept for each parameter from step to step.
  var stateCount: Int { get }

  /// Throws `NetworkError.illegalParameter` if a constant is outside its legal range.
  func validate() throws

  /// Moves the parameters one step.
  ///
  /// - Parameters:
  ///   - number: steps taken so far, this one included.
  ///   - learningRate: this step's, after any schedule.
  ///   - factor: multiplies the gradients first.
  func step(_ range: ParameterRange, number: Int, learningRate: Double, factor: Double)
}

extension Optimiser {
  /// Throws unless the learning rate is a positive number.
  func requireLearningRate() throws {
    try NetworkError.require(
      learningRate > 0 && learningRate.isFinite, "learningRate", "0 < learningRate < ∞", learningRate)
  }
}

/// A stretch of parameters with their gradients and the optimiser's state.
public struct ParameterRange {
  public let passes: VectorPasses
  public let parameters: Numbers
  public let gradients: Numbers
  let states: Numbers
  let stateStride: Int
  public let count: Int

  /// The state number `index` of these parameters; zero at the start of training.
  public func state(_ index: Int) -> Numbers { passes.place(states, index * stateStride) }
}

/// Every kind of optimiser there is; the contract check runs over all of them.
public enum OptimiserRegistry {
  public static let all: [any Optimiser.Type] = [SGD.self, RMSProp.self, Adam.self, AdamW.self]

  static let family = Family<any Optimiser>(
    name: "optimiser", kinds: all.map { type in (name: type.kind, decode: { try type.init(from: $0) }) })
}
