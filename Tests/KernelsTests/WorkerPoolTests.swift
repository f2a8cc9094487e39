import Foundation
import Kernels
import Testing

@Test(arguments: [1, 2, 3, 5])
func `every item runs exactly once, and the caller sees what it wrote`(threads: Int) {
  let pool = WorkerPool(threads: threads)
  for items in Array(0...40) + [100, 1_000] {
    let counts = UnsafeMutablePointer<Int>.allocate(capacity: items + 2)
    defer { counts.deallocate() }
    counts.initialize(repeating: 0, count: items + 2)
    pool.parallel(items) { counts[$0 + 1] += 1 }
    let seen = (0..<items + 2).map { counts[$0] }
    #expect(seen == [0] + [Int](repeating: 1, count: items) + [0])
  }
}

@Test func `fewer than no items are none`() {
  for threads in [1, 3] {
    var runs = 0
    WorkerPool(threads: threads).parallel(-1) { _ in runs += 1 }
    #expect(runs == 0)
  }
}

/// The helpers spin, sleep and wake in every mixture; a lost wake-up would hang here.
@Test func `ten thousand pieces of work follow each other without one being lost`() {
  let pool = WorkerPool(threads: 2)
  let sums = UnsafeMutablePointer<Int>.allocate(capacity: 7)
  defer { sums.deallocate() }
  sums.initialize(repeating: 0, count: 7)
  for round in 1...10_000 {
    pool.parallel(7) { sums[$0] += round * ($0 + 1) }
    // Now and then long enough for the helpers to fall asleep.
    if round % 1_000 == 0 { Thread.sleep(forTimeInterval: 0.002) }
  }
  for item in 0..<7 { #expect(sums[item] == (item + 1) * 10_000 * 10_001 / 2) }
}

@Test(arguments: [1, 2, 3])
func `stretches cover a range once and end on multiples of the grain`(threads: Int) {
  let pool = WorkerPool(threads: threads)
  for count in [0, 1, 15, 16, 17, 31, 100, 1_000, 4_097] {
    for grain in [1, 16, 100] {
      let marks = UnsafeMutablePointer<UInt8>.allocate(capacity: count + 1)
      defer { marks.deallocate() }
      marks.initialize(repeating: 0, count: count + 1)
      pool.parallel(over: count, grain: grain) { start, length in
        #expect(length > 0 && start + length <= count)
        #expect(start % grain == 0 && (length % grain == 0 || start + length == count))
        for index in start..<start + length { marks[index] += 1 }
      }
      #expect((0..<count).allSatisfy { marks[$0] == 1 } && marks[count] == 0)
    }
  }
}

@Test func `work on one pool may use another pool`() {
  let (outer, inner) = (WorkerPool(threads: 2), [WorkerPool(threads: 2), WorkerPool(threads: 2)])
  let cells = UnsafeMutablePointer<Int>.allocate(capacity: 2 * 50)
  defer { cells.deallocate() }
  cells.initialize(repeating: 0, count: 100)
  for _ in 0..<100 {
    // One inner pool for each item, since a pool takes one piece of work at a time.
    outer.parallel(2) { item in inner[item].parallel(50) { cells[item * 50 + $0] += 1 } }
  }
  #expect((0..<100).allSatisfy { cells[$0] == 100 })
}

#if os(Linux)
  /// Threads of this process.
  private func threadCount() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count
  }

  @Test func `threads end with their pool, busy, asleep or never used`() throws {
    let before = try threadCount()
    for round in 0..<200 {
      let pool = WorkerPool(threads: 3)
      if round % 2 == 0 { pool.parallel(5) { _ in } }
      if round % 50 == 0 { Thread.sleep(forTimeInterval: 0.002) }
    }
    // Four hundred helpers have been started; tests beside this one own some threads themselves.
    var waits = 0
    while try threadCount() > before + 40, waits < 500 {
      Thread.sleep(forTimeInterval: 0.01)
      waits += 1
    }
    #expect(try threadCount() <= before + 40)
  }
#endif
