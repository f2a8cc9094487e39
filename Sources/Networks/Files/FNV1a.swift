/// A running hash that notices changed data, not forgery.
///
/// FNV-1a of 64 bits (Fowler, Noll and Vo, 1991), over whole numbers instead of single bytes.
struct FNV1a {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine(_ number: UInt64) { value = (value ^ number) &* 0x0000_0100_0000_01b3 }

  /// The bits of the numbers.
  mutating func combine(_ values: [Float]) {
    for value in values { combine(UInt64(value.bitPattern)) }
  }

  /// The text's bytes and its length.
  mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(UInt64(byte)) }
    combine(UInt64(text.utf8.count))
  }
}
