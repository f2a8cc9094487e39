import Kernels

/// A gated recurrent unit (Cho et al., 2014), in PyTorch's form, with two biases.
///
/// r = σ(x Wᵣ + bᵣ + h Uᵣ + cᵣ); z = σ(x W_z + b_z + h U_z + c_z);
/// n = tanh(x Wₙ + bₙ + r (h Uₙ + cₙ)); h ← (1 − z) n + z h.
/// Parameters, gates side by side in the order r, z, n: input-weight [width][3 units], hidden-weight
/// [units][3 units], input-bias [3 units], hidden-bias [3 units].
public struct GRU: RecurrentLayer {
  public static let kind = "gru"
  public static let weightBlocks = 3

  public var units: Int
  public var returnsSequence: Bool
  public var isReversed: Bool
  public var paddingIndex: Int?

  public init(
    _ units: Int, returnsSequence: Bool = false, isReversed: Bool = false, paddingIndex: Int? = nil
  ) {
    self.units = units
    self.returnsSequence = returnsSequence
    self.isReversed = isReversed
    self.paddingIndex = paddingIndex
  }

  public func operation(at site: inout LayerSite) -> any Operation {
    GRUOperation(
      common: recurrence(at: &site), hidden: site.scratch(site.rows * Self.weightBlocks * units))
  }
}

struct GRUOperation: Operation {
  let common: Recurrence
  /// The states' part of one step's sums, [rows][3 units].
  let hidden: Scratch

  func forward(_ step: Step) {
    common.packWeight(step)
    common.forEachStretch(step) { first, count in
      // n's gate keeps block 3: the states' part of it takes block 2, so that the gradients of the
      // states' parts lie side by side for one product.
      common.project(first, count, blocks: 0..<2, into: 0, step)
      common.project(first, count, blocks: 2..<3, into: 3, step)
      for index in 0..<common.time { forward(first, count, index, step) }
      common.copyLastState(first, count, step)
    }
  }

  private func forward(_ first: Int, _ count: Int, _ index: Int, _ step: Step) {
    let (passes, units) = (step.passes, common.units)
    let position = common.position(index)
    let states = passes.place(common.states(step), first * common.stateStride)
    let sums = passes.place(step.values(hidden), first * common.columns)
    let previous = common.previousPosition(index)
    if let previous {
      common.multiplyHidden(
        first, count, at: previous, into: sums, stride: common.columns, adding: false, step)
    }
    passes.gruForward(
      common.rows(first, count, at: position, step),
      gates: passes.place(step.values(common.gates), first * common.gateStride + position * 4 * units),
      hidden: previous == nil ? nil : sums, bias: step.values(common.hiddenBias),
      previous: previous.map { passes.place(states, $0 * units) },
      output: passes.place(states, position * units))
  }

  func backward(_ step: Step) {
    common.packTransposed(step)
    common.forEachStretch(step) { first, count in
      step.passes.fill(
        step.passes.place(step.values(common.carry), first * common.units), count: count * common.units,
        with: 0)
      for index in stride(from: common.time - 1, through: 0, by: -1) {
        backward(first, count, index, step)
      }
    }
    common.differentiateInput(blocks: 0..<2, from: 0, isFirst: true, step)
    common.differentiateInput(blocks: 2..<3, from: 3, isFirst: false, step)
    let gates = MatrixView(step.values(common.gates), rowStride: 4 * common.units)
    common.sum(gates, blocks: 3, into: step.gradient(common.hiddenBias), step)
    common.differentiateHidden(step)
  }

  private func backward(_ first: Int, _ count: Int, _ index: Int, _ step: Step) {
    let (passes, units) = (step.passes, common.units)
    let position = common.position(index)
    let delta = common.delta(first, step: index, step)
    passes.gruBackward(
      common.rows(first, count, at: position, step),
      gates: passes.place(step.values(common.gates), first * common.gateStride + position * 4 * units),
      previous: common.previousPosition(index).map {
        passes.place(common.states(step), first * common.stateStride + $0 * units)
      },
      delta: delta.start, deltaStride: delta.stride,
      carry: passes.place(step.values(common.carry), first * units))
    if index > 0 { common.carryBack(first, count, at: position, step) }
  }
}
