import Foundation
import Synchronization

/// Threads that share out the items of one piece of work after another, the caller working along.
///
/// What an item computes must not depend on the number of threads or on which thread takes it; then the
/// same bytes come out for any number. Waiting threads spin for some microseconds, since in training the
/// next piece follows at once, and then sleep, so that an idle pool costs nothing.
public final class WorkerPool {
  /// Threads that work, the caller included; at least 1.
  public let threads: Int
  private let board = JobBoard()

  public init(threads: Int) {
    precondition(threads >= 1, "a pool needs at least one thread, not \(threads)")
    self.threads = threads
    for _ in 1..<max(threads, 1) {
      let board = board
      let thread = Thread { board.work() }
      thread.stackSize = 1 << 20
      thread.start()
    }
  }

  deinit { board.close() }

  /// Calls `body` once for each of 0 ..< items, on all threads, and returns when all are done.
  ///
  /// A body may not call `parallel` on the same pool.
  public func parallel(_ items: Int, _ body: (Int) -> Void) {
    if threads == 1 || items <= 1 {
      for item in 0..<max(items, 0) { body(item) }
      return
    }
    withoutActuallyEscaping(body) { body in
      board.run(items, helpers: threads - 1, body)
    }
  }

  /// The same over a range of `count` values cut into stretches that end on multiples of `grain`.
  public func parallel(over count: Int, grain: Int, _ body: (_ start: Int, _ count: Int) -> Void) {
    if threads == 1 || count <= grain { return count > 0 ? body(0, count) : () }
    let pieces = min(4 * threads, (count + grain - 1) / grain)
    let length = ((count + pieces - 1) / pieces + grain - 1) / grain * grain
    parallel((count + length - 1) / length) { body($0 * length, min(length, count - $0 * length)) }
  }
}

/// Where the caller posts a piece of work and the helpers find it.
private final class JobBoard: @unchecked Sendable {
  /// Grows by one with every piece of work.
  private let generation = Atomic<Int>(0)
  private let next = Atomic<Int>(0)
  private let busy = Atomic<Int>(0)
  private let sleepers = Atomic<Int>(0)
  private let closed = Atomic<Bool>(false)
  private let condition = NSCondition()
  // Written by the caller before `generation` is raised, read by the helpers after they see it raised.
  private var items = 0
  private var body: ((Int) -> Void)?

  private static let spins = 20_000

  func run(_ items: Int, helpers: Int, _ body: @escaping (Int) -> Void) {
    self.items = items
    self.body = body
    next.store(0, ordering: .relaxed)
    busy.store(helpers, ordering: .relaxed)
    generation.wrappingAdd(1, ordering: .sequentiallyConsistent)
    if sleepers.load(ordering: .sequentiallyConsistent) > 0 {
      condition.lock()
      condition.broadcast()
      condition.unlock()
    }
    takeItems(items, body)
    var waited = 0
    while busy.load(ordering: .acquiring) > 0 {
      waited += 1
      if waited > Self.spins { sched_yield() }
    }
    self.body = nil
  }

  func work() {
    var seen = 0
    while true {
      var waited = 0
      while generation.load(ordering: .acquiring) == seen {
        if closed.load(ordering: .relaxed) { return }
        waited += 1
        if waited > Self.spins { sleep(since: seen) }
      }
      seen += 1
      if let body { takeItems(items, body) }
      busy.wrappingSubtract(1, ordering: .releasing)
    }
  }

  func close() {
    closed.store(true, ordering: .sequentiallyConsistent)
    condition.lock()
    condition.broadcast()
    condition.unlock()
  }

  private func takeItems(_ items: Int, _ body: (Int) -> Void) {
    while true {
      let item = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard item < items else { return }
      body(item)
    }
  }

  private func sleep(since seen: Int) {
    condition.lock()
    sleepers.wrappingAdd(1, ordering: .sequentiallyConsistent)
    while generation.load(ordering: .sequentiallyConsistent) == seen,
      !closed.load(ordering: .sequentiallyConsistent)
    {
      condition.wait()
    }
    sleepers.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    condition.unlock()
  }
}
