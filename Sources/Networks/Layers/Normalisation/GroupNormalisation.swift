import Kernels

/// Normalises each example's channels in groups, over all positions (Wu and He, 2018).
///
/// output = (x − mean) / √(variance + ε) × gain + bias, mean and variance being those of a group of
/// neighbouring channels of one example. Input and output [..., channels], the channels a whole number of
/// groups. The same in training and in use. Parameters: gain [channels], starting with 1, bias [channels].
public struct GroupNormalisation: Layer {
  public static let kind = "group-normalisation"

  /// Groups of channels, at least 1: one takes all channels together, as many as channels each alone
  /// (instance normalisation).
  public var groups: Int
  /// Added to the variance, more than 0.
  public var epsilon: Double

  public init(_ groups: Int, epsilon: Double = 1e-5) {
    self.groups = groups
    self.epsilon = epsilon
  }

  public func validate() throws {
    try NetworkError.require(groups >= 1, "groups", "≥ 1", groups)
    try requireEpsilon(epsilon)
  }

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let input = try only(inputs)
    try requireInput(input.width % groups == 0, "a whole number of \(groups) groups of channels", input)
    return input
  }

  public func operation(at site: inout LayerSite) -> any Operation {
    let channels = site.input.shape.width
    let perExample = site.rows * channels
    return GroupNormalisationOperation(
      input: site.input, output: site.output, groups: groups, epsilon: epsilon,
      gain: site.parameter("gain", [channels], .constant(1), isPenalised: false),
      bias: site.parameter("bias", [channels], .constant(0), isPenalised: false),
      mean: site.scratch(perExample), scale: site.scratch(perExample), factor: site.scratch(perExample),
      gainSums: site.trainingScratch(perExample), biasSums: site.trainingScratch(perExample),
      slope: site.trainingScratch(perExample), shift: site.trainingScratch(perExample))
  }
}

struct GroupNormalisationOperation: Operation {
  let input: Value
  let output: Value
  let groups: Int
  let epsilon: Double
  let gain: Parameter
  let bias: Parameter
  /// Of every example's channels: the group's mean, 1 / √(variance + ε), and that times the gain.
  let mean: Scratch
  let scale: Scratch
  let factor: Scratch
  /// Of every example's channels: what it adds to the gradients of gain and bias.
  let gainSums: Scratch
  let biasSums: Scratch
  /// Of every example's channels: the line in x that its gradient holds.
  let slope: Scratch
  let shift: Scratch

  private var channels: Int { input.shape.width }
  private var positions: Int { input.shape.positions }

  func forward(_ step: Step) {
    step.pool.parallel(over: step.rows, grain: 1) { first, count in
      for row in first..<first + count { forward(row, step) }
    }
  }

  private func forward(_ row: Int, _ step: Step) {
    let passes = step.passes
    let x = passes.place(step.values(input), row * input.shape.count)
    let (mean, scale, factor) = (own(mean, row, step), own(scale, row, step), own(factor, row, step))
    passes.shiftedSums(x, centre: nil, into: mean, rows: positions, columns: channels, squared: false)
    spread(mean, passes) { $0 }
    passes.shiftedSums(x, centre: mean, into: scale, rows: positions, columns: channels, squared: true)
    spread(scale, passes) { 1 / ($0 + epsilon).squareRoot() }
    passes.multiplyEach(factor, scale, step.values(gain), count: channels)
    passes.normaliseColumns(
      passes.place(step.values(output), row * output.shape.count), x, mean: mean, factor: factor,
      bias: step.values(bias), rows: positions, columns: channels)
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output) else { return }
    let passes = step.passes
    step.pool.parallel(over: step.rows, grain: 1) { first, count in
      for row in first..<first + count { backward(delta, row, step) }
    }
    for (sums, parameter) in [(gainSums, gain), (biasSums, bias)] {
      passes.columnSums(
        step.values(sums), into: step.gradient(parameter), rows: step.rows, columns: channels,
        stride: channels)
    }
  }

  private func backward(_ delta: Numbers, _ row: Int, _ step: Step) {
    let passes = step.passes
    let x = passes.place(step.values(input), row * input.shape.count)
    let delta = passes.place(delta, row * input.shape.count)
    let (mean, scale) = (own(mean, row, step), own(scale, row, step))
    let (gainSums, biasSums) = (own(gainSums, row, step), own(biasSums, row, step))
    passes.normaliseColumnsSums(
      delta, x: x, mean: mean, scale: scale, gainSums: gainSums, biasSums: biasSums, rows: positions,
      columns: channels)
    guard let gradient = step.gradient(input) else { return }
    // dx = factor · δ − scale · (m + (x − mean) · scale · n), with m and n the group's means of gain · δ and
    // of gain · δ · (x − mean) · scale. That is factor · δ + slope · x + shift.
    let (slope, shift) = (own(slope, row, step), own(shift, row, step))
    passes.multiplyEach(slope, gainSums, step.values(gain), count: channels)
    spread(slope, passes) { -$0 }
    passes.multiplyEach(slope, slope, scale, count: channels)
    passes.multiplyEach(shift, biasSums, step.values(gain), count: channels)
    spread(shift, passes) { -$0 }
    // Both still lack one factor of scale; the shift is to be taken at the mean.
    for channel in 0..<channels {
      let (own, line) = (passes.read(scale, at: channel), passes.read(slope, at: channel))
      let level = passes.read(shift, at: channel) - line * passes.read(mean, at: channel)
      passes.write(own * line, to: slope, at: channel)
      passes.write(own * level, to: shift, at: channel)
    }
    passes.combineColumns(
      passes.place(gradient, row * input.shape.count), delta, times: own(factor, row, step), x, times: slope,
      plus: shift, rows: positions, columns: channels)
  }

  /// One example's numbers of those kept for every channel.
  private func own(_ scratch: Scratch, _ row: Int, _ step: Step) -> Numbers {
    step.passes.place(step.values(scratch), row * channels)
  }

  /// Replaces the channels' sums over positions by a function of their group's mean.
  private func spread(_ sums: Numbers, _ passes: VectorPasses, _ function: (Double) -> Double) {
    let size = channels / groups
    for first in stride(from: 0, to: channels, by: size) {
      let sum = (first..<first + size).reduce(0) { $0 + passes.read(sums, at: $1) }
      let value = function(sum / Double(positions * size))
      for channel in first..<first + size { passes.write(value, to: sums, at: channel) }
    }
  }
}
