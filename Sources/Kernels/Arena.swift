/// Offsets into one block of floats, handed out before the block exists.
///
/// Every reservation starts on a 64-byte line, so that a pass never shares a cache line with another.
public struct ArenaPlan: Hashable, Sendable {
  /// Floats planned so far; a multiple of 16.
  public private(set) var count = 0

  public init() {}

  /// Bytes that an arena of this plan takes.
  public var bytes: Int { count * MemoryLayout<Float>.stride }

  /// Sets `floats` values aside and returns where they start.
  public mutating func reserve(_ floats: Int) -> Int {
    precondition(floats >= 0, "an arena cannot set \(floats) floats aside")
    let offset = count
    count += ArenaPlan.padded(floats)
    return offset
  }

  /// The next multiple of 16 floats, one 64-byte line.
  public static func padded(_ floats: Int) -> Int { (floats + 15) / 16 * 16 }
}

/// One block of floats on a 64-byte boundary, zero at the start, freed with its owner.
public final class Arena {
  /// The first float; valid as long as the arena lives.
  public let base: UnsafeMutablePointer<Float>
  /// Floats in the block.
  public let count: Int

  public init(_ plan: ArenaPlan) {
    count = max(plan.count, 16)
    let raw = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Float>.stride, alignment: 64)
    base = raw.initializeMemory(as: Float.self, repeating: 0, count: count)
  }

  deinit { base.deallocate() }
}
