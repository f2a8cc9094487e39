/// Where a node's value and its gradient lie, for a whole batch: row-major [rows][shape].
public struct Value: Hashable, Sendable {
  public let shape: Shape
  /// Numbers from the start of the batch memory.
  let offset: Int
  /// Where the gradient lies; nil if nobody needs it.
  let gradientOffset: Int?

  public var hasGradient: Bool { gradientOffset != nil }
}

/// Trained numbers of a layer.
public struct Parameter: Hashable, Sendable {
  public let count: Int
  /// Numbers from the start of the parameters, and so of the gradients and the optimiser's state.
  let offset: Int
}

/// Numbers that a layer keeps from step to step and that are saved with it, without being trained.
public struct RunningState: Hashable, Sendable {
  public let count: Int
  let offset: Int
}

/// Memory of a layer that lasts from a forward pass to its backward pass, and no longer.
public struct Scratch: Hashable, Sendable {
  public let count: Int
  let offset: Int
}

/// What is known of a parameter before it has any memory.
public struct ParameterDefinition: Hashable, Sendable {
  /// The node's name and the parameter's, as in "dense-1.weight".
  public let name: String
  public let shape: Shape
  public let initialiser: Initialiser
  /// Whether L1 and L2 penalties count it: weights yes, biases and gains no.
  public let isPenalised: Bool
  /// Numbers from the start of the parameters, padding included.
  let offset: Int
}

/// What is known of a running state before it has any memory.
public struct StateDefinition: Hashable, Sendable {
  public let name: String
  public let shape: Shape
  /// The value it starts with.
  public let value: Float
  let offset: Int
}
