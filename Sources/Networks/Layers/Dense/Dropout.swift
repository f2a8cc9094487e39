import Kernels

/// Sets a share of the values to zero in a training step and scales the others up; nothing in use.
///
/// Srivastava et al., 2014, in the form that divides by the share kept while training.
public struct Dropout: Layer {
  public static let kind = "dropout"

  /// The share set to zero, 0 or more and below 1.
  public var rate: Double

  public init(_ rate: Double) { self.rate = rate }

  public func validate() throws {
    try NetworkError.require(rate >= 0 && rate < 1, "rate", "0 ≤ rate < 1", rate)
  }

  public func outputShape(_ inputs: [Shape]) throws -> Shape { try only(inputs) }

  public func operation(at site: inout LayerSite) -> any Operation {
    DropoutOperation(input: site.input, output: site.output, rate: rate, salt: site.salt)
  }
}

struct DropoutOperation: Operation {
  let input: Value
  let output: Value
  let rate: Double
  let salt: UInt64

  func forward(_ step: Step) { apply(step.values(input), step.values(output), step) }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output), let gradient = step.gradient(input) else { return }
    // The mask is a function of the step's key and the position, so the same call takes gradients back.
    apply(delta, gradient, step)
  }

  private func apply(_ from: Numbers, _ to: Numbers, _ step: Step) {
    let passes = step.passes
    step.pool.parallel(over: step.rows * output.shape.count, grain: 16_384) { start, count in
      if step.isTraining && rate > 0 {
        passes.dropout(
          passes.place(to, start), input: passes.place(from, start), count: count, first: start,
          key: step.key &+ salt, rate: rate)
      } else {
        passes.copy(passes.place(to, start), passes.place(from, start), count: count)
      }
    }
  }
}
