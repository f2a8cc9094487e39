import Kernels

/// Adds a trained vector to each position: output[p] = input[p] + table[p].
///
/// Input and output [positions, width]. Parameter: table [positions][width].
public struct LearnedPositions: Layer {
  public static let kind = "learned-positions"

  public init() {}

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let input = try only(inputs)
    try requireInput(input.rank == 2, "[positions, width]", input)
    return input
  }

  public func operation(at site: inout LayerSite) -> any Operation {
    LearnedPositionsOperation(
      input: site.input, output: site.output,
      table: site.parameter("table", site.output.shape, .normal(standardDeviation: 0.02)))
  }
}

struct LearnedPositionsOperation: Operation {
  let input: Value
  let output: Value
  let table: Parameter

  func forward(_ step: Step) {
    let (passes, count) = (step.passes, table.count)
    step.pool.parallel(step.rows) { row in
      passes.add(
        passes.place(step.values(output), row * count), passes.place(step.values(input), row * count),
        step.values(table), count: count)
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output) else { return }
    let passes = step.passes
    step.pool.parallel(over: table.count, grain: 256) { first, columns in
      passes.columnSums(
        passes.place(delta, first), into: passes.place(step.gradient(table), first), rows: step.rows,
        columns: columns, stride: table.count)
    }
    guard let gradient = step.gradient(input) else { return }
    step.pool.parallel(over: step.rows * table.count, grain: 16_384) { start, count in
      passes.copy(passes.place(gradient, start), passes.place(delta, start), count: count)
    }
  }
}
