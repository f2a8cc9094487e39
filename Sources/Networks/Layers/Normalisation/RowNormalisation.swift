import Kernels

/// Layer and RMS normalisation at work: positions are independent but for the gradients of gain and bias.
struct RowNormalisationOperation: Operation {
  let inputs: [Value]
  let output: Value
  let width: Int
  let epsilon: Double
  let centres: Bool
  let gain: Parameter
  let bias: Parameter?
  /// The sum of two inputs; of no length for one.
  let sum: Scratch
  /// Every position's mean and 1 / deviation.
  let statistics: Scratch
  /// The shards' gradients of gain and bias, [shards][2][width].
  let shardSums: Scratch

  /// Shards of the positions whose sums are added up in order; the same for any number of threads.
  private static let shards = 16

  init(at site: inout LayerSite, epsilon: Double, centres: Bool) {
    inputs = site.inputs
    output = site.output
    width = site.output.shape.width
    self.epsilon = epsilon
    self.centres = centres
    gain = site.parameter("gain", [width], .constant(1), isPenalised: false)
    bias = centres ? site.parameter("bias", [width], .constant(0), isPenalised: false) : nil
    sum = site.scratch(site.inputs.count == 2 ? site.rows * site.output.shape.count : 0)
    statistics = site.scratch(2 * site.rows * site.output.shape.positions)
    shardSums = site.trainingScratch(Self.shards * 2 * width)
  }

  func forward(_ step: Step) {
    let passes = step.passes
    let kept = sum.count > 0 ? step.values(sum) : nil
    let other = inputs.count == 2 ? step.values(inputs[1]) : nil
    step.pool.parallel(over: step.rows * output.shape.positions, grain: 64) { start, count in
      let at = start * width
      passes.normaliseRows(
        passes.place(step.values(output), at), passes.place(step.values(inputs[0]), at),
        adding: other.map { passes.place($0, at) }, into: kept.map { passes.place($0, at) },
        gain: step.values(gain), bias: bias.map { step.values($0) },
        statistics: passes.place(step.values(statistics), 2 * start), rows: count, columns: width,
        epsilon: epsilon, centres: centres)
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output) else { return }
    let passes = step.passes
    let values = sum.count > 0 ? step.values(sum) : step.values(inputs[0])
    let sums = step.values(shardSums)
    let positions = step.rows * output.shape.positions
    let length = (positions + Self.shards - 1) / Self.shards
    step.pool.parallel(Self.shards) { shard in
      let start = shard * length
      let at = start * width
      let own = passes.place(sums, shard * 2 * width)
      passes.normaliseRowsGradient(
        passes.place(delta, at), x: passes.place(values, at), gain: step.values(gain),
        statistics: passes.place(step.values(statistics), 2 * start),
        dx: step.gradient(inputs[0]).map { passes.place($0, at) },
        otherDx: inputs.count == 2 ? step.gradient(inputs[1]).map { passes.place($0, at) } : nil,
        gainSums: own, biasSums: bias == nil ? nil : passes.place(own, width),
        rows: max(min(length, positions - start), 0), columns: width, centres: centres)
    }
    passes.columnSums(
      sums, into: step.gradient(gain), rows: Self.shards, columns: width, stride: 2 * width)
    guard let bias else { return }
    passes.columnSums(
      passes.place(sums, width), into: step.gradient(bias), rows: Self.shards, columns: width,
      stride: 2 * width)
  }
}

/// Throws unless `epsilon` is a positive number that a float can hold.
func requireEpsilon(_ epsilon: Double) throws {
  try NetworkError.require(
    epsilon >= 1e-12 && epsilon.isFinite, "epsilon", "1e-12 ≤ epsilon < ∞", epsilon)
}

extension Layer {
  /// The shape of one input, or of two alike.
  func oneOrTwo(_ inputs: [Shape]) throws -> Shape {
    guard inputs.count == 1 || inputs.count == 2 else {
      throw NetworkError.unsuitableInput(
        layer: Self.kind, expected: "1 or 2 inputs", found: "\(inputs.count)")
    }
    for shape in inputs.dropFirst() { try requireInput(shape == inputs[0], "\(inputs[0])", shape) }
    return inputs[0]
  }
}
