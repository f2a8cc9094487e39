import Kernels

/// A layer that walks along time and carries a state from position to position, which starts at zero.
///
/// Inputs: a sequence [time, width] and, with a `paddingIndex`, token indices [time]. Output: the states
/// of all positions, [time, units], or the one after the last step, [units]. At a padded position the
/// state is carried over unchanged, so padding at either end changes no other position's state.
public protocol RecurrentLayer: Layer {
  /// Numbers in a state, at least 1.
  var units: Int { get set }
  /// Whether the output holds every position's state or the last one only.
  var returnsSequence: Bool { get set }
  /// Whether to walk from the last position to the first; a position's output is its own state either way.
  var isReversed: Bool { get set }
  /// The token of padded positions; nil where there is no second input.
  var paddingIndex: Int? { get set }

  /// Blocks of `units` numbers in the weights.
  static var weightBlocks: Int { get }
}

extension RecurrentLayer {
  public func validate() throws {
    try NetworkError.require(units >= 1, "units", "≥ 1", units)
    if let paddingIndex {
      try NetworkError.require(paddingIndex >= 0, "paddingIndex", "≥ 0", paddingIndex)
    }
  }

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let expected = paddingIndex == nil ? 1 : 2
    guard inputs.count == expected else {
      throw NetworkError.unsuitableInput(
        layer: Self.kind, expected: expected == 1 ? "1 input" : "2 inputs", found: "\(inputs.count)")
    }
    try requireInput(inputs[0].rank == 2, "[time, width]", inputs[0])
    if expected == 2 { try requireInput(inputs[1] == [inputs[0][0]], "[\(inputs[0][0])]", inputs[1]) }
    return returnsSequence ? inputs[0].withWidth(units) : [units]
  }

  public func passesGradient(to input: Int) -> Bool { input == 0 }

  /// Reserves what both kinds need, in the order in which PyTorch names the parameters.
  func recurrence(at site: inout LayerSite) -> Recurrence {
    let (time, width) = (site.input.shape[0], site.input.shape[1])
    let columns = Self.weightBlocks * units
    let initialiser = Initialiser.uniform(limit: 1 / Double(units).squareRoot())
    let inputWeight = site.parameter("input-weight", [width, columns], initialiser)
    let hiddenWeight = site.parameter("hidden-weight", [units, columns], initialiser)
    let inputBias = site.parameter("input-bias", [columns], initialiser, isPenalised: false)
    let hiddenBias = site.parameter("hidden-bias", [columns], initialiser, isPenalised: false)
    let (fromInput, fromState) = (2 * time * width * columns, 2 * time * units * columns)
    site.count(
      forward: fromInput + fromState, toInput: fromInput, toParameters: fromInput + 2 * fromState)
    return Recurrence(
      input: site.input, tokens: paddingIndex == nil ? nil : site.inputs[1], output: site.output,
      time: time, width: width, units: units, columns: columns, isReversed: isReversed,
      returnsSequence: returnsSequence, padding: Double(paddingIndex ?? 0), inputWeight: inputWeight,
      hiddenWeight: hiddenWeight, inputBias: inputBias, hiddenBias: hiddenBias,
      gates: site.scratch(site.rows * time * 4 * units),
      states: returnsSequence ? nil : site.scratch(site.rows * time * units),
      carry: site.trainingScratch(site.rows * units),
      packedWeight: site.scratch(VectorPasses.packedCount(inner: units, columns: columns)),
      packedTransposed: site.trainingScratch(VectorPasses.packedCount(inner: columns, columns: units)))
  }
}
