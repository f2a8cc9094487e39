import Kernels

/// The mean of the vectors of all positions, or of those that a mask counts.
///
/// output = Σ xₚ / the positions counted. Inputs: x [positions, width] and, where `hasMask`, a mask
/// [positions], 1 for a real position and 0 for padding. Output [width]; zeros where no position counts.
public struct MeanOverPositions: Layer {
  public static let kind = "mean-over-positions"

  public var hasMask: Bool

  public init(hasMask: Bool = false) { self.hasMask = hasMask }

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    guard inputs.count == (hasMask ? 2 : 1) else {
      throw NetworkError.unsuitableInput(
        layer: Self.kind, expected: hasMask ? "2 inputs" : "1 input", found: "\(inputs.count)")
    }
    try requireInput(inputs[0].rank == 2, "[positions, width]", inputs[0])
    if hasMask { try requireInput(inputs[1] == [inputs[0][0]], "[\(inputs[0][0])]", inputs[1]) }
    return [inputs[0].width]
  }

  public func passesGradient(to input: Int) -> Bool { input == 0 }

  public func indexBound(of input: Int) -> Int? { input == 1 ? 2 : nil }

  public func operation(at site: inout LayerSite) -> any Operation {
    MeanOverPositionsOperation(
      input: site.input, mask: hasMask ? site.inputs[1] : nil, output: site.output,
      positions: site.input.shape[0], width: site.output.shape.width)
  }
}

struct MeanOverPositionsOperation: Operation {
  let input: Value
  let mask: Value?
  let output: Value
  let positions: Int
  let width: Int

  func forward(_ step: Step) {
    let passes = step.passes
    step.pool.parallel(step.rows) { row in
      let mask = mask(row, step)
      passes.maskedSum(
        passes.place(step.values(output), row * width),
        passes.place(step.values(input), row * positions * width), mask: mask.start,
        positions: positions, columns: width, scale: mask.scale)
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output), let gradient = step.gradient(input) else { return }
    let passes = step.passes
    step.pool.parallel(step.rows) { row in
      let mask = mask(row, step)
      passes.maskedSpread(
        passes.place(gradient, row * positions * width), passes.place(delta, row * width),
        mask: mask.start, positions: positions, columns: width, scale: mask.scale)
    }
  }

  /// An example's mask, and 1 / the positions it counts, or 0 for none.
  private func mask(_ row: Int, _ step: Step) -> (start: Numbers?, scale: Double) {
    guard let mask else { return (nil, 1 / Double(positions)) }
    let start = step.passes.place(step.values(mask), row * positions)
    let count = (0..<positions).count { step.passes.read(start, at: $0) != 0 }
    return (start, count > 0 ? 1 / Double(count) : 0)
  }
}
