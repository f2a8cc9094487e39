import Kernels
import Testing

@Test func `reservations start on cache lines and never overlap`() {
  var plan = ArenaPlan()
  let offsets = [1, 16, 17, 0, 5].map { plan.reserve($0) }
  #expect(offsets == [0, 16, 32, 64, 64])
  #expect(plan.count == 80)
  #expect(plan.bytes == 320)
}

@Test(arguments: [0, 1, 1000])
func `an arena is aligned and starts at zero`(floats: Int) {
  var plan = ArenaPlan()
  _ = plan.reserve(floats)
  let arena = Arena(plan)
  #expect(Int(bitPattern: arena.base) % 64 == 0)
  #expect((0..<arena.count).allSatisfy { arena.base[$0] == 0 })
}
