/// A set of bin numbers from 0 to 255.
struct BinSet: Hashable, Sendable, Codable {
  private(set) var words: SIMD4<UInt64> = .zero

  func contains(_ bin: UInt8) -> Bool {
    words[Int(bin >> 6)] >> UInt64(bin & 63) & 1 == 1
  }

  mutating func insert(_ bin: Int) {
    words[bin >> 6] |= 1 << UInt64(bin & 63)
  }

  /// All bins from 0 to `last`.
  static func upTo(_ last: Int) -> BinSet {
    var set = BinSet()
    for bin in 0...last { set.insert(bin) }
    return set
  }

  /// The members, ascending.
  var members: [Int] { (0..<256).filter { contains(UInt8($0)) } }
}
