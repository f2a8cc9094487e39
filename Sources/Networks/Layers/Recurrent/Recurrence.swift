import Kernels

/// What GRU and LSTM have in common at work: where things lie, how time runs, and the products over all
/// times at once.
///
/// Rows are independent of each other through time, so threads share out the rows and each walks through
/// all the steps of its own; the gradients of the weights, sums over rows and times, come last.
struct Recurrence {
  let input: Value
  let tokens: Value?
  let output: Value
  let time: Int
  let width: Int
  let units: Int
  /// Columns of both weights.
  let columns: Int
  let isReversed: Bool
  let returnsSequence: Bool
  let padding: Double
  let inputWeight: Parameter
  let hiddenWeight: Parameter
  let inputBias: Parameter
  let hiddenBias: Parameter
  /// Gate values, and their gradients after the backward pass, [rows][time][4 units].
  let gates: Scratch
  /// The states, [rows][time][units], where the output is only the last one.
  let states: Scratch?
  /// The gradient of the states on its way back, [rows][units].
  let carry: Scratch
  /// The hidden weights and their transpose, packed once a batch for the products of every step.
  let packedWeight: Scratch
  let packedTransposed: Scratch

  /// Numbers from one row's gates to the next one's.
  var gateStride: Int { time * 4 * units }
  var stateStride: Int { time * units }

  /// The position met in step number `step`.
  func position(_ step: Int) -> Int { isReversed ? time - 1 - step : step }

  /// The position met in the step before; nil in the first.
  func previousPosition(_ step: Int) -> Int? { step == 0 ? nil : position(step - 1) }

  func states(_ step: Step) -> Numbers { states.map { step.values($0) } ?? step.values(output) }

  /// Calls `body` for stretches of the batch's rows on the workers.
  func forEachStretch(_ step: Step, _ body: (_ first: Int, _ count: Int) -> Void) {
    // Below this a thread's share of the products is not worth waking it for.
    let isSmall = step.rows * time * units * columns < 500_000
    step.pool.parallel(over: step.rows, grain: isSmall ? step.rows : 8, body)
  }

  /// The rows of one step, from row number `first` on.
  func rows(_ first: Int, _ count: Int, at position: Int, _ step: Step) -> RecurrentRows {
    RecurrentRows(
      rows: count, units: units, gateStride: gateStride, stateStride: stateStride,
      tokens: tokens.map { step.passes.place(step.values($0), first * time + position) },
      tokenStride: time, padding: padding)
  }

  /// Gates += (or =) inputs · W + b for `blocks` of W, at all times of these rows, into block `target` on.
  func project(_ first: Int, _ count: Int, blocks: Range<Int>, into target: Int, _ step: Step) {
    let passes = step.passes
    passes.multiply(
      rows: count * time, columns: blocks.count * units, inner: width,
      MatrixView(passes.place(step.values(input), first * time * width), rowStride: width),
      MatrixView(passes.place(step.values(inputWeight), blocks.lowerBound * units), rowStride: columns),
      into: passes.place(step.values(gates), first * gateStride + target * units), stride: 4 * units,
      bias: passes.place(step.values(inputBias), blocks.lowerBound * units))
  }

  /// Prepares `multiplyHidden`.
  func packWeight(_ step: Step) {
    step.passes.pack(
      MatrixView(step.values(hiddenWeight), rowStride: columns), inner: units, columns: columns,
      into: step.values(packedWeight))
  }

  /// result = (or +=) states at a position · hidden weights, for the rows from `first` on.
  func multiplyHidden(
    _ first: Int, _ count: Int, at position: Int, into result: Numbers, stride: Int, adding: Bool,
    _ step: Step
  ) {
    let passes = step.passes
    passes.multiply(
      rows: count, columns: columns, inner: units,
      passes.place(states(step), first * stateStride + position * units), rowStride: stateStride,
      packed: step.values(packedWeight), into: result, stride: stride, adding: adding)
  }

  /// Prepares `carryBack`.
  func packTransposed(_ step: Step) {
    step.passes.pack(
      MatrixView(step.values(hiddenWeight), rowStride: columns).transposed, inner: columns, columns: units,
      into: step.values(packedTransposed))
  }

  /// Carry += gradients of the gates at `position` · hidden weights transposed.
  func carryBack(_ first: Int, _ count: Int, at position: Int, _ step: Step) {
    let passes = step.passes
    passes.multiply(
      rows: count, columns: units, inner: columns,
      passes.place(step.values(gates), first * gateStride + position * 4 * units), rowStride: gateStride,
      packed: step.values(packedTransposed), into: passes.place(step.values(carry), first * units),
      stride: units, adding: true)
  }

  /// The gradient that the output itself has in step number `index`, and how far apart its rows lie.
  func delta(_ first: Int, step index: Int, _ step: Step) -> (start: Numbers?, stride: Int) {
    guard let delta = step.gradient(output) else { return (nil, 0) }
    if returnsSequence {
      return (step.passes.place(delta, first * stateStride + position(index) * units), stateStride)
    }
    return (index == time - 1 ? step.passes.place(delta, first * units) : nil, units)
  }

  /// The output, where it is the last state only.
  func copyLastState(_ first: Int, _ count: Int, _ step: Step) {
    guard let states else { return }
    let (passes, last) = (step.passes, position(time - 1))
    for row in first..<first + count {
      passes.copy(
        passes.place(step.values(output), row * units),
        passes.place(step.values(states), row * stateStride + last * units), count: units)
    }
  }
}
