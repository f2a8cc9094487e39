/// Offsets into one block of numbers, handed out before the block exists.
///
/// Every reservation starts on a 64-byte line, so that a pass never shares a cache line with another.
public struct ArenaPlan: Hashable, Sendable {
  /// Numbers planned so far; a multiple of 16.
  public private(set) var count = 0

  public init() {}

  /// A plan grows no further than this, more than any machine has, so that its bytes fit an integer.
  private static let limit = 1 << 58

  /// Sets numbers aside and returns where they start.
  public mutating func reserve(_ numbers: Int) -> Int {
    precondition(numbers >= 0, "an arena cannot set \(numbers) numbers aside")
    let offset = count
    count = min(count + ArenaPlan.padded(min(numbers, Self.limit)), Self.limit)
    return offset
  }

  /// The next multiple of 16 numbers: one 64-byte line of floats, two of doubles.
  public static func padded(_ numbers: Int) -> Int { (numbers + 15) / 16 * 16 }
}

/// One block of numbers on a 64-byte boundary, zero at the start, freed with its owner.
public final class Arena {
  /// The first number; valid as long as the arena lives.
  public let base: Numbers
  /// Bytes in the block.
  public let bytes: Int

  public init(numbers: Int, precision: Precision = .single) {
    bytes = max(numbers, 16) * precision.bytes
    base = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    base.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
  }

  deinit { base.deallocate() }
}
