/// A stretch of memory on a 64-byte boundary, zero at the start, freed with its owner.
final class Block<Element: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ count: Int, zero: Element) {
    self.count = count
    let raw = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: 64)
    base = raw.bindMemory(to: Element.self, capacity: max(count, 1))
    base.initialize(repeating: zero, count: count)
  }

  deinit { base.deallocate() }
}
