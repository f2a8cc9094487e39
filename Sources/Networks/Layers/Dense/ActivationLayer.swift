import Kernels

/// An activation by itself: output = f(input), value by value.
public struct ActivationLayer: Layer {
  public static let kind = "activation"

  public var function: Activation

  public init(_ function: Activation) { self.function = function }

  public func outputShape(_ inputs: [Shape]) throws -> Shape { try only(inputs) }

  public func operation(at site: inout LayerSite) -> any Operation {
    ActivationOperation(input: site.input, output: site.output, function: function.elementwise)
  }
}

struct ActivationOperation: Operation {
  let input: Value
  let output: Value
  let function: ElementwiseActivation

  func forward(_ step: Step) {
    let (passes, from, to) = (step.passes, step.values(input), step.values(output))
    step.pool.parallel(over: step.rows * output.shape.count, grain: 16_384) { start, count in
      passes.copy(passes.place(to, start), passes.place(from, start), count: count)
      passes.biasActivate(function, passes.place(to, start), bias: nil, rows: count, columns: 1)
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output), let gradient = step.gradient(input) else { return }
    let passes = step.passes
    let source = function.needsSum ? step.values(input) : step.values(output)
    step.pool.parallel(over: step.rows * output.shape.count, grain: 16_384) { start, count in
      passes.activationGradient(
        function, passes.place(gradient, start), passes.place(delta, start),
        from: passes.place(source, start), count: count)
    }
  }
}
