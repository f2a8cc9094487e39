import Foundation
import Kernels

/// Adds fixed waves to each position, whose lengths grow along the vector (Vaswani et al., 2017).
///
/// output[p][2 i] = input + sin(p / 10000^(2 i / width)), output[p][2 i + 1] = input + cos of the same.
/// Input and output [positions, width]. No parameters; works for every number of positions.
public struct SinusoidalPositions: Layer {
  public static let kind = "sinusoidal-positions"

  public init() {}

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let input = try only(inputs)
    try requireInput(input.rank == 2, "[positions, width]", input)
    return input
  }

  public func operation(at site: inout LayerSite) -> any Operation {
    SinusoidalPositionsOperation(
      input: site.input, output: site.output, waves: site.scratch(site.output.shape.count))
  }

  /// Radians from one position to the next, for number `index` of the vector.
  static func frequency(_ index: Int, width: Int) -> Double {
    pow(10_000, -Double(index / 2 * 2) / Double(width))
  }
}

struct SinusoidalPositionsOperation: Operation {
  let input: Value
  let output: Value
  /// One example's waves.
  let waves: Scratch

  func forward(_ step: Step) {
    let (passes, width) = (step.passes, output.shape.width)
    let table = step.values(waves)
    // Some ten nanoseconds a number, once for the whole batch.
    for index in 0..<width {
      let frequency = SinusoidalPositions.frequency(index, width: width)
      for position in 0..<output.shape[0] {
        let angle = Double(position) * frequency
        passes.write(index % 2 == 0 ? sin(angle) : cos(angle), to: table, at: position * width + index)
      }
    }
    step.pool.parallel(step.rows) { row in
      let start = row * waves.count
      passes.add(
        passes.place(step.values(output), start), passes.place(step.values(input), start), table,
        count: waves.count)
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output), let gradient = step.gradient(input) else { return }
    let passes = step.passes
    step.pool.parallel(over: step.rows * waves.count, grain: 16_384) { start, count in
      passes.copy(passes.place(gradient, start), passes.place(delta, start), count: count)
    }
  }
}
