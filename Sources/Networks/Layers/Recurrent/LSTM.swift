import Kernels

/// Long short-term memory (Hochreiter and Schmidhuber, 1997; Gers et al., 2000), in PyTorch's form.
///
/// i, f, o = σ(x W + b + h U + c), each with its own weights; g = tanh(x W_g + b_g + h U_g + c_g);
/// cell ← f cell + i g; h ← o tanh(cell).
/// Parameters, gates side by side in the order i, f, g, o: input-weight [width][4 units], hidden-weight
/// [units][4 units], input-bias [4 units], hidden-bias [4 units].
public struct LSTM: RecurrentLayer {
  public static let kind = "lstm"
  public static let weightBlocks = 4

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
    let common = recurrence(at: &site)
    return LSTMOperation(
      common: common, cells: site.scratch(site.rows * common.time * units),
      cellCarry: site.trainingScratch(site.rows * units))
  }
}

struct LSTMOperation: Operation {
  let common: Recurrence
  /// [rows][time][units].
  let cells: Scratch
  /// The gradient of the cells on its way back, [rows][units].
  let cellCarry: Scratch

  func forward(_ step: Step) {
    common.packWeight(step)
    common.forEachStretch(step) { first, count in
      common.project(first, count, blocks: 0..<4, into: 0, step)
      for index in 0..<common.time { forward(first, count, index, step) }
      common.copyLastState(first, count, step)
    }
  }

  private func forward(_ first: Int, _ count: Int, _ index: Int, _ step: Step) {
    let (passes, units) = (step.passes, common.units)
    let position = common.position(index)
    let gates = passes.place(
      step.values(common.gates), first * common.gateStride + position * 4 * units)
    let states = passes.place(common.states(step), first * common.stateStride)
    let cells = passes.place(step.values(cells), first * common.stateStride)
    let previous = common.previousPosition(index)
    if let previous {
      common.multiplyHidden(
        first, count, at: previous, into: gates, stride: common.gateStride, adding: true, step)
    }
    passes.lstmForward(
      common.rows(first, count, at: position, step), gates: gates, bias: step.values(common.hiddenBias),
      previous: previous.map { passes.place(states, $0 * units) },
      previousCell: previous.map { passes.place(cells, $0 * units) },
      output: passes.place(states, position * units), cell: passes.place(cells, position * units))
  }

  func backward(_ step: Step) {
    common.packTransposed(step)
    common.forEachStretch(step) { first, count in
      for carry in [common.carry, cellCarry] {
        step.passes.fill(
          step.passes.place(step.values(carry), first * common.units), count: count * common.units,
          with: 0)
      }
      for index in stride(from: common.time - 1, through: 0, by: -1) {
        backward(first, count, index, step)
      }
    }
    common.differentiateInput(blocks: 0..<4, from: 0, isFirst: true, step)
    step.passes.copy(
      step.gradient(common.hiddenBias), step.gradient(common.inputBias), count: common.columns)
    common.differentiateHidden(step)
  }

  private func backward(_ first: Int, _ count: Int, _ index: Int, _ step: Step) {
    let (passes, units) = (step.passes, common.units)
    let position = common.position(index)
    let cells = passes.place(step.values(cells), first * common.stateStride)
    let delta = common.delta(first, step: index, step)
    passes.lstmBackward(
      common.rows(first, count, at: position, step),
      gates: passes.place(step.values(common.gates), first * common.gateStride + position * 4 * units),
      cell: passes.place(cells, position * units),
      previousCell: common.previousPosition(index).map { passes.place(cells, $0 * units) },
      delta: delta.start, deltaStride: delta.stride,
      carry: passes.place(step.values(common.carry), first * units),
      cellCarry: passes.place(step.values(cellCarry), first * units))
    if index > 0 { common.carryBack(first, count, at: position, step) }
  }
}
