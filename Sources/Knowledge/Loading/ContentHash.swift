/// A running 64-bit FNV-1a hash (Fowler, Noll and Vo, 1991): for recognising the same content again,
/// never for security.
///
/// Swift's own hashing differs from run to run, so it cannot name anything that is kept.
public struct ContentHash: Sendable {
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  public mutating func mix(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  }

  /// Mixes a text and a separator, which keeps "ab" + "c" apart from "a" + "bc".
  public mutating func mix(part text: String) {
    mix(text.utf8)
    mix(CollectionOfOne(0))
  }

  /// The first hexadecimal digits, at most 16.
  public func digits(_ count: Int = 16) -> String {
    let all = String(value, radix: 16)
    return String((String(repeating: "0", count: 16 - all.count) + all).prefix(count))
  }
}
