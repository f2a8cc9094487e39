import Kernels

/// Joins values along their last axis: [..., a] and [..., b] become [..., a + b].
public struct Concatenate: Layer {
  public static let kind = "concatenate"

  public init() {}

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    guard inputs.count >= 2 else {
      throw NetworkError.unsuitableInput(layer: Self.kind, expected: "≥ 2 inputs", found: "\(inputs.count)")
    }
    for shape in inputs.dropFirst() {
      try requireInput(
        shape.sizes.dropLast() == inputs[0].sizes.dropLast(),
        "\(inputs[0].sizes.dropLast().map(String.init).joined(separator: " × ")) × …", shape)
    }
    return inputs[0].withWidth(inputs.reduce(0) { $0 + $1.width })
  }

  public func operation(at site: inout LayerSite) -> any Operation {
    ConcatenateOperation(inputs: site.inputs, output: site.output)
  }
}

struct ConcatenateOperation: Operation {
  let inputs: [Value]
  let output: Value

  func forward(_ step: Step) {
    forEachPiece(step) { value, row, start, width in
      step.passes.copy(
        step.passes.place(step.values(output), row * output.shape.width + start),
        step.passes.place(step.values(value), row * width), count: width)
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output) else { return }
    forEachPiece(step) { value, row, start, width in
      guard let gradient = step.gradient(value) else { return }
      step.passes.copy(
        step.passes.place(gradient, row * width),
        step.passes.place(delta, row * output.shape.width + start), count: width)
    }
  }

  /// Every input's piece of every position: the input, the position, where it starts, how wide it is.
  private func forEachPiece(_ step: Step, _ body: (Value, Int, Int, Int) -> Void) {
    var start = 0
    for input in inputs {
      let width = input.shape.width
      for row in 0..<step.rows * output.shape.positions { body(input, row, start, width) }
      start += width
    }
  }
}
