/// A height and a width, of a kernel or of a step; a whole number stands for a square.
public struct Extent: Hashable, Sendable, ExpressibleByIntegerLiteral {
  public var height: Int
  public var width: Int

  public init(_ height: Int, _ width: Int) {
    self.height = height
    self.width = width
  }

  public init(integerLiteral value: Int) { self.init(value, value) }

  /// Throws `NetworkError.illegalParameter` unless both are 1 or more, and no larger than any memory.
  func validate(_ name: String) throws {
    let legal = 1...(1 << 28)
    try NetworkError.require(
      legal ~= height && legal ~= width, name, "1 … 2²⁸", "[\(height), \(width)]")
  }
}

extension Extent: Codable {
  public init(from decoder: Decoder) throws {
    if let side = try? decoder.singleValueContainer().decode(Int.self) {
      self.init(side, side)
      return
    }
    var container = try decoder.unkeyedContainer()
    self.init(try container.decode(Int.self), try container.decode(Int.self))
  }

  public func encode(to encoder: Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(height)
    try container.encode(width)
  }
}
