import Foundation
import Persistence
import Pilots
import Synchronization
import Testing

/// A journal for runs without a pilot.
struct NoJournal: PilotJournal {
  func finished(_ key: String) -> Data? { nil }
  func record(_ key: String, _ payload: Data) throws {}
  func epoch(_ key: String, _ loss: PilotDiagnostics.EpochLoss) throws {}
}

@Suite struct StoredPilotJournalTests {
  @Test func whatWasFinishedOutlivesTheProcess() throws {
    let place = try TemporaryStore()
    let payload = Data([0, 1, 2, 255])
    do {
      let journal = StoredPilotJournal(store: try place.open(), monotonicSeconds: { 0 })
      #expect(journal.finished("run/fold-1") == nil)
      try journal.record("run/fold-1", payload)
      #expect(journal.reused == 0)
    }
    // A second opening stands for the process that comes after a kill.
    let journal = StoredPilotJournal(store: try place.open(), monotonicSeconds: { 0 })
    #expect(journal.finished("run/fold-1") == payload)
    #expect(journal.finished("run/fold-2") == nil)
    #expect(journal.reused == 1)
  }

  @Test func aFinishedAssessmentLetsGoOfItsUnitsAndNoOthers() throws {
    let store = try Store.inMemory()
    let other = StoredPilotJournal(store: store, monotonicSeconds: { 0 })
    try other.record("other/fold-1", Data([1]))
    let journal = StoredPilotJournal(store: store, monotonicSeconds: { 0 })
    try journal.record("run/fold-1", Data([2]))
    try journal.epoch("run/fold-1", PilotDiagnostics.EpochLoss(epoch: 1, training: 0.5))
    try journal.close()
    #expect(journal.finished("run/fold-1") == nil)
    #expect(journal.finished("other/fold-1") == Data([1]))
    #expect(try store.epochs(of: "run/fold-1").map(\.training) == [0.5])
  }

  @Test func epochsWaitForHalfASecondOrTheNextUnit() throws {
    let store = try Store.inMemory()
    let clock = TestClock()
    let journal = StoredPilotJournal(store: store, monotonicSeconds: { clock.now })
    func note(_ epoch: Int) throws {
      try journal.epoch(
        "unit", PilotDiagnostics.EpochLoss(epoch: epoch, training: 1 / Double(epoch), validation: 2))
    }
    try note(1)
    clock.now = 0.4
    try note(2)
    #expect(try store.epochs(of: "unit").isEmpty)
    clock.now = 0.6
    try note(3)
    #expect(try store.epochs(of: "unit").map(\.epoch) == [1, 2, 3])
    try note(4)
    #expect(try store.epochs(of: "unit").count == 3)
    try journal.record("unit", Data())
    #expect(try store.epochs(of: "unit").map(\.epoch) == [1, 2, 3, 4])
    #expect(try store.epochs(of: "unit")[1] == PilotDiagnostics.EpochLoss(epoch: 2, training: 0.5, validation: 2))
  }
}

/// A clock that stands until it is set.
private final class TestClock: Sendable {
  private let seconds = Mutex(0.0)
  var now: Double {
    get { seconds.withLock { $0 } }
    set { seconds.withLock { $0 = newValue } }
  }
}
