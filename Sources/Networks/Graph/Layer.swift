import Kernels

/// One kind of layer as asked for: its settings, and what they mean for shapes, parameters and work.
///
/// A layer is a value that can be saved and compared; what runs is the `Operation` it makes of itself once
/// the shapes are known. To add a kind, write one file with the two, and its line in `LayerRegistry`.
public protocol Layer: Codable, Hashable, Sendable {
  /// The kind's name in files, such as "dense".
  static var kind: String { get }

  /// Throws `NetworkError.illegalParameter` if some setting is outside its legal range.
  func validate() throws

  /// The shape of the output for inputs of these shapes.
  ///
  /// - Throws: `NetworkError.unsuitableInput` if the layer cannot take them.
  func outputShape(_ inputs: [Shape]) throws -> Shape

  /// Reserves what the layer needs and returns what runs.
  func operation(at site: inout LayerSite) -> any Operation

  /// Whether the layer gives the gradient of its input number `input`; false for indices and masks.
  func passesGradient(to input: Int) -> Bool

  /// For an input of whole numbers from 0 on, such as token indices or a mask, the first one too many.
  ///
  /// Examples with other numbers there are refused before training; nil takes any number.
  func indexBound(of input: Int) -> Int?

  /// Whether the output is the input's memory under another shape.
  var isView: Bool { get }
}

extension Layer {
  public func validate() throws {}
  public func passesGradient(to input: Int) -> Bool { true }
  public func indexBound(of input: Int) -> Int? { nil }
  public var isView: Bool { false }

  /// The only input's shape, or `NetworkError.unsuitableInput`.
  public func only(_ inputs: [Shape]) throws -> Shape {
    guard inputs.count == 1 else {
      throw NetworkError.unsuitableInput(layer: Self.kind, expected: "1 input", found: "\(inputs.count)")
    }
    return inputs[0]
  }

  /// Throws `NetworkError.unsuitableInput` unless `holds`.
  public func requireInput(_ holds: Bool, _ expected: String, _ found: Shape) throws {
    guard holds else {
      throw NetworkError.unsuitableInput(layer: Self.kind, expected: expected, found: "\(found)")
    }
  }
}

/// A layer at work: plain numbers, all of them known before the first step.
///
/// Forward writes the output's values. Backward reads the output's gradient, which it may overwrite, and
/// *writes* (never adds to) the gradients of the parameters and of those inputs that have one. Nothing may
/// be allocated, and no result may depend on the number of threads.
public protocol Operation {
  func forward(_ step: Step)
  func backward(_ step: Step)
}
