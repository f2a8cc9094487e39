import Kernels

/// Softmax over the last axis: outputᵢ = eˣⁱ / Σ eˣʲ.
///
/// Of use inside a network; a loss on classes takes logits and needs none before it.
public struct Softmax: Layer {
  public static let kind = "softmax"

  public init() {}

  public func outputShape(_ inputs: [Shape]) throws -> Shape { try only(inputs) }

  public func operation(at site: inout LayerSite) -> any Operation {
    SoftmaxOperation(input: site.input, output: site.output)
  }
}

struct SoftmaxOperation: Operation {
  let input: Value
  let output: Value

  func forward(_ step: Step) {
    let z = step.values(output)
    step.passes.copy(z, step.values(input), count: step.rows * output.shape.count)
    step.passes.softmax(z, rows: step.rows * output.shape.positions, columns: output.shape.width)
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output), let gradient = step.gradient(input) else { return }
    step.passes.copy(gradient, delta, count: step.rows * output.shape.count)
    step.passes.softmaxGradient(
      gradient, p: step.values(output), rows: step.rows * output.shape.positions,
      columns: output.shape.width)
  }
}
