/// The sizes of one example's value, without the batch: [30] for a row, [64, 128] for 64 positions of 128
/// numbers, [28, 28, 1] for a picture of height, width and channels.
public struct Shape: Hashable, Codable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
  public let sizes: [Int]

  public init(_ sizes: [Int]) { self.sizes = sizes }

  public init(arrayLiteral elements: Int...) { self.init(elements) }

  public init(from decoder: Decoder) throws {
    self.init(try decoder.singleValueContainer().decode([Int].self))
  }

  public func encode(to encoder: Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(sizes)
  }

  /// Numbers in the value: the product of the sizes, or the largest integer where that is too small.
  public var count: Int {
    sizes.reduce(1) { product, size in
      let (result, overflows) = product.multipliedReportingOverflow(by: size)
      return overflows ? Int.max : result
    }
  }
  /// Number of sizes.
  public var rank: Int { sizes.count }
  /// The last size, along which the numbers of one position lie side by side; 1 for no sizes.
  public var width: Int { sizes.last ?? 1 }
  /// How many positions of `width` numbers there are.
  public var positions: Int { width == 0 ? 0 : count / width }

  public subscript(_ axis: Int) -> Int { sizes[axis] }

  public var description: String { "[" + sizes.map(String.init).joined(separator: ", ") + "]" }

  /// The same sizes but for the last one.
  public func withWidth(_ width: Int) -> Shape { Shape(sizes.dropLast() + [width]) }
}
