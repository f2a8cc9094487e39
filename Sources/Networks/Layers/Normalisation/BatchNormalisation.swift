import Kernels

/// Normalises each channel over the batch (Ioffe and Szegedy, 2015).
///
/// output = (x − mean) / √(variance + ε) × gain + bias, channel by channel. Input and output
/// [..., channels]. In training mean and variance (divided by the count n) run over all examples and
/// positions, and the running ones move towards them: running ← (1 − momentum) running + momentum × batch's,
/// with a variance divided by n − 1, as in PyTorch. In use the running ones take their place. Parameters: gain [channels], starting with 1, bias [channels]. States: mean, starting with 0, and
/// variance, starting with 1.
public struct BatchNormalisation: Layer {
  public static let kind = "batch-normalisation"

  /// Added to the variance, more than 0.
  public var epsilon: Double
  /// The share of a batch in the running statistics, more than 0 and at most 1.
  public var momentum: Double

  public init(epsilon: Double = 1e-5, momentum: Double = 0.1) {
    self.epsilon = epsilon
    self.momentum = momentum
  }

  public func validate() throws {
    try requireEpsilon(epsilon)
    try NetworkError.require(momentum > 0 && momentum <= 1, "momentum", "0 < momentum ≤ 1", momentum)
  }

  public func outputShape(_ inputs: [Shape]) throws -> Shape { try only(inputs) }

  public func operation(at site: inout LayerSite) -> any Operation {
    let channels = site.output.shape.width
    return BatchNormalisationOperation(
      input: site.input, output: site.output, channels: channels, epsilon: epsilon, momentum: momentum,
      gain: site.parameter("gain", [channels], .constant(1), isPenalised: false),
      bias: site.parameter("bias", [channels], .constant(0), isPenalised: false),
      runningMean: site.state("mean", [channels], value: 0),
      runningVariance: site.state("variance", [channels], value: 1),
      mean: site.scratch(channels), scale: site.scratch(channels), factor: site.scratch(channels),
      shardSums: site.scratch(BatchNormalisationOperation.shards * 2 * channels))
  }
}

struct BatchNormalisationOperation: Operation {
  let input: Value
  let output: Value
  let channels: Int
  let epsilon: Double
  let momentum: Double
  let gain: Parameter
  let bias: Parameter
  let runningMean: RunningState
  let runningVariance: RunningState
  /// What this batch is normalised with, and kept for the backward pass: mean, 1 / deviation, and the
  /// latter times the gain.
  let mean: Scratch
  let scale: Scratch
  let factor: Scratch
  /// The shards' sums, [shards][2][channels].
  let shardSums: Scratch

  /// Shards of the positions whose sums are added up in order; the same for any number of threads.
  static let shards = 16

  func forward(_ step: Step) {
    let passes = step.passes
    if step.isTraining {
      takeStatistics(step)
    } else {
      for channel in 0..<channels {
        let variance = passes.read(step.values(runningVariance), at: channel)
        passes.write(passes.read(step.values(runningMean), at: channel), to: step.values(mean), at: channel)
        passes.write(1 / (variance + epsilon).squareRoot(), to: step.values(scale), at: channel)
      }
    }
    passes.multiplyEach(step.values(factor), step.values(scale), step.values(gain), count: channels)
    step.pool.parallel(over: positions(step), grain: max(1, 16_384 / channels)) { start, count in
      passes.normaliseColumns(
        passes.place(step.values(output), start * channels),
        passes.place(step.values(input), start * channels), mean: step.values(mean),
        factor: step.values(factor), bias: step.values(bias), rows: count, columns: channels)
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output) else { return }
    let (passes, sums) = (step.passes, step.values(shardSums))
    forEachShard(step) { shard, start, count in
      let own = passes.place(sums, shard * 2 * channels)
      passes.normaliseColumnsSums(
        passes.place(delta, start * channels), x: passes.place(step.values(input), start * channels),
        mean: step.values(mean), scale: step.values(scale), gainSums: own,
        biasSums: passes.place(own, channels), rows: count, columns: channels)
    }
    let (slopes, shifts) = (step.gradient(gain), step.gradient(bias))
    passes.columnSums(sums, into: slopes, rows: Self.shards, columns: channels, stride: 2 * channels)
    passes.columnSums(
      passes.place(sums, channels), into: shifts, rows: Self.shards, columns: channels,
      stride: 2 * channels)
    guard let gradient = step.gradient(input) else { return }
    // The shards' sums are spent; their place takes the means over the batch.
    let (gainMean, biasMean) = (sums, passes.place(sums, channels))
    passes.copy(gainMean, slopes, count: channels)
    passes.copy(biasMean, shifts, count: channels)
    passes.scale(sums, count: 2 * channels, by: 1 / Double(positions(step)))
    step.pool.parallel(over: positions(step), grain: max(1, 16_384 / channels)) { start, count in
      passes.normaliseColumnsGradient(
        passes.place(gradient, start * channels), passes.place(delta, start * channels),
        x: passes.place(step.values(input), start * channels), mean: step.values(mean),
        scale: step.values(scale), gain: step.values(gain), gainMean: step.isTraining ? gainMean : nil,
        biasMean: step.isTraining ? biasMean : nil, rows: count, columns: channels)
    }
  }

  /// Examples times positions.
  private func positions(_ step: Step) -> Int { step.rows * output.shape.positions }

  private func forEachShard(_ step: Step, _ body: (_ shard: Int, _ start: Int, _ count: Int) -> Void) {
    let length = (positions(step) + Self.shards - 1) / Self.shards
    step.pool.parallel(Self.shards) { shard in
      body(shard, shard * length, max(min(length, positions(step) - shard * length), 0))
    }
  }

  /// This batch's mean and 1 / deviation, and the step of the running statistics.
  private func takeStatistics(_ step: Step) {
    let (passes, mean, scale) = (step.passes, step.values(mean), step.values(scale))
    let count = Double(positions(step))
    sum(step, squared: false)
    for channel in 0..<channels {
      let value = total(channel, step) / count
      move(runningMean, channel, towards: value, step)
      passes.write(value, to: mean, at: channel)
    }
    sum(step, squared: true)
    for channel in 0..<channels {
      let total = total(channel, step)
      move(runningVariance, channel, towards: total / max(count - 1, 1), step)
      passes.write(1 / (total / count + epsilon).squareRoot(), to: scale, at: channel)
    }
  }

  /// The shards' sums of the input, or of its squared distance from the batch's mean.
  private func sum(_ step: Step, squared: Bool) {
    let passes = step.passes
    forEachShard(step) { shard, start, count in
      passes.shiftedSums(
        passes.place(step.values(input), start * channels), centre: squared ? step.values(mean) : nil,
        into: passes.place(step.values(shardSums), shard * channels), rows: count, columns: channels,
        squared: squared)
    }
  }

  private func total(_ channel: Int, _ step: Step) -> Double {
    let sums = step.values(shardSums)
    return (0..<Self.shards).reduce(0) { $0 + step.passes.read(sums, at: $1 * channels + channel) }
  }

  private func move(_ state: RunningState, _ channel: Int, towards value: Double, _ step: Step) {
    let before = step.passes.read(step.values(state), at: channel)
    step.passes.write(
      (1 - momentum) * before + momentum * value, to: step.values(state), at: channel)
  }
}
