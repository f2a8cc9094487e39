import Datasets
import Foundation
import Pilots
import Recommendations
import Synchronization
import Testing

struct ResumeTests {
  struct Killed: Error {}

  /// Where the first run is killed: after so many progress messages.
  @Test(arguments: [1, 3, 8, 15, 30, 45])
  func `a killed run goes on and ends with the same numbers`(_ messages: Int) throws {
    let data = try Table.separable(rows: 90)
    let whole = try pilot(data)
    let journal = CountingJournal()
    let heard = Mutex(0)
    #expect(throws: Killed.self) {
      try pilot(data, journal: journal) { _ in
        let count = heard.withLock { value in
          value += 1
          return value
        }
        if count == messages { throw Killed() }
      }
    }
    let before = journal.recorded
    let resumed = try pilot(data, journal: journal)
    #expect(resumed == whole)
    // Nothing that was finished was trained again, and the whole is there now.
    #expect(journal.recorded.values.allSatisfy { $0 == 1 })
    #expect(journal.recorded.count > before.count)
  }

  @Test func `a finished run is not trained again`() throws {
    let data = try Table.numbers(rows: 60)
    let journal = CountingJournal()
    let first = try pilot(data, journal: journal)
    let units = journal.recorded
    #expect(try pilot(data, journal: journal) == first)
    #expect(journal.recorded == units)
  }

  @Test func `another seed or configuration finds nothing of the old run`() throws {
    let data = try Table.separable(rows: 60)
    let journal = CountingJournal()
    _ = try pilot(data, journal: journal)
    let units = journal.recorded.count
    _ = try pilot(data, seed: 7, journal: journal)
    #expect(journal.recorded.count == 2 * units)
    var other = smallPilot
    other.l2 = 0.01
    _ = try pilot(data, other, journal: journal)
    #expect(journal.recorded.count == 3 * units)
  }

  @Test func `a stopped run says so and keeps what it finished`() throws {
    let data = try Table.separable(rows: 90)
    let journal = CountingJournal()
    let polls = Mutex(0)
    #expect(throws: PilotError.cancelled) {
      try runPilot(
        dataset: data, configuration: smallPilot, seed: 42, budgetSeconds: 60, clock: { 0 },
        memory: { 0 }, journal: journal,
        isCancelled: {
          polls.withLock { value in
            value += 1
            return value > 150
          }
        })
    }
    #expect(!journal.recorded.isEmpty)
    #expect(try pilot(data, journal: journal).candidates == pilot(data).candidates)
  }

  @Test func `epochs are noted as they happen`() throws {
    let journal = MemoryJournal()
    let result = try pilot(Table.separable(rows: 60), journal: journal)
    let key = try #require(journal.keys.first { $0.hasSuffix("small-network/fold-1") })
    #expect(journal.epochs(of: key) == result.diagnostics.losses)
  }
}
