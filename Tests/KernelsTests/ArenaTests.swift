import Kernels
import Testing

@Test func `every reservation starts on a line of sixteen numbers and none overlap`() {
  var plan = ArenaPlan()
  #expect(plan.count == 0)
  var ends = 0
  for size in [1, 16, 0, 17, 0, 15, 32, 1_000] {
    let start = plan.reserve(size)
    #expect(start % 16 == 0 && start >= ends)
    ends = start + size
  }
  // 16 + 16 + 0 + 32 + 0 + 16 + 32 + 1,008.
  #expect(plan.count == 1_120)
  #expect([0, 1, 15, 16, 17].map(ArenaPlan.padded) == [0, 16, 16, 16, 32])
}

@Test(arguments: Precision.allCases)
func `an arena is as large as asked, aligned and zero`(precision: Precision) {
  for numbers in [0, 1, 16, 1_120, 100_000] {
    let arena = Arena(numbers: numbers, precision: precision)
    #expect(arena.bytes == max(numbers, 16) * precision.bytes)
    #expect(Int(bitPattern: arena.base) % 64 == 0)
    #expect((0..<arena.bytes).allSatisfy { arena.base.load(fromByteOffset: $0, as: UInt8.self) == 0 })
  }
}

@Test func `a plan beyond all memory stays a number of bytes`() {
  var plan = ArenaPlan()
  for _ in 0..<100 { _ = plan.reserve(Int.max / 2) }
  #expect(plan.count >= 1 << 50 && plan.count.multipliedReportingOverflow(by: 8).overflow == false)
  #expect(plan.reserve(16) >= 1 << 50)
}
