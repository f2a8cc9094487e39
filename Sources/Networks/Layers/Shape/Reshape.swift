import Kernels

/// The same numbers under another shape; nil makes one axis of them all.
public struct Reshape: Layer {
  public static let kind = "reshape"

  public var shape: Shape?

  public init(_ shape: Shape? = nil) { self.shape = shape }

  /// All numbers of an example in one row.
  public static var flatten: Reshape { Reshape() }

  public var isView: Bool { true }

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let input = try only(inputs)
    let shape = shape ?? [input.count]
    try requireInput(shape.count == input.count, "\(shape.count)", input)
    return shape
  }

  public func operation(at site: inout LayerSite) -> any Operation { ViewOperation() }
}

/// Nothing to do: the output is the input's memory.
struct ViewOperation: Operation {
  func forward(_ step: Step) {}
  func backward(_ step: Step) {}
}
