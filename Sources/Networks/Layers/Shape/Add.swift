import Kernels

/// The sum of two or more values of one shape, as in a residual connection (He et al., 2016).
public struct Add: Layer {
  public static let kind = "add"

  public init() {}

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    guard inputs.count >= 2 else {
      throw NetworkError.unsuitableInput(layer: Self.kind, expected: "≥ 2 inputs", found: "\(inputs.count)")
    }
    for shape in inputs.dropFirst() { try requireInput(shape == inputs[0], "\(inputs[0])", shape) }
    return inputs[0]
  }

  public func operation(at site: inout LayerSite) -> any Operation {
    AddOperation(inputs: site.inputs, output: site.output)
  }
}

struct AddOperation: Operation {
  let inputs: [Value]
  let output: Value

  func forward(_ step: Step) {
    let (passes, sum) = (step.passes, step.values(output))
    for index in 1..<inputs.count {
      let left = index == 1 ? step.values(inputs[0]) : sum
      let right = step.values(inputs[index])
      step.pool.parallel(over: step.rows * output.shape.count, grain: 16_384) { start, count in
        passes.add(
          passes.place(sum, start), passes.place(left, start), passes.place(right, start), count: count)
      }
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output) else { return }
    let passes = step.passes
    for index in inputs.indices {
      guard let gradient = step.gradient(inputs[index]) else { continue }
      step.pool.parallel(over: step.rows * output.shape.count, grain: 16_384) { start, count in
        passes.copy(passes.place(gradient, start), passes.place(delta, start), count: count)
      }
    }
  }
}
