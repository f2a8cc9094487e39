import Foundation
import GRDB
import Pilots
import Synchronization

/// Keeps what a pilot has finished, so that one that was cut off goes on where it stopped.
///
/// Finished units are written at once. Epochs are collected and written with the next unit, or when
/// half a second has passed, because a training step must not wait for a disk.
public final class StoredPilotJournal: PilotJournal {
  private struct Epoch {
    var key: String
    var loss: PilotDiagnostics.EpochLoss
  }

  private struct State {
    var waiting: [Epoch] = []
    var lastWrite: Double
    var keys: Set<String> = []
    var reused = 0
  }

  private static let longestWait = 0.5

  private let store: Store
  private let monotonicSeconds: @Sendable () -> Double
  private let state: Mutex<State>

  /// - Parameter monotonicSeconds: a clock that never goes back.
  public init(store: Store, monotonicSeconds: @escaping @Sendable () -> Double) {
    self.store = store
    self.monotonicSeconds = monotonicSeconds
    state = Mutex(State(lastWrite: monotonicSeconds()))
  }

  /// How many finished units of an earlier run have been handed out.
  public var reused: Int { state.withLock { $0.reused } }

  public func finished(_ key: String) -> Data? {
    // A unit that cannot be read back is trained again.
    let payload = try? store.read { database in
      try Data.fetchOne(
        database, sql: "SELECT payload FROM pilotUnit WHERE key = ? AND payload IS NOT NULL", arguments: [key])
    }
    state.withLock { state in
      state.keys.insert(key)
      if payload != nil { state.reused += 1 }
    }
    return payload
  }

  public func record(_ key: String, _ payload: Data) throws {
    let epochs = state.withLock { state in
      state.keys.insert(key)
      return takeEpochs(&state)
    }
    try store.write { database in
      try insert(epochs, database)
      try database.execute(
        sql: "INSERT OR REPLACE INTO pilotUnit (key, payload) VALUES (?, ?)", arguments: [key, payload])
    }
  }

  public func epoch(_ key: String, _ loss: PilotDiagnostics.EpochLoss) throws {
    let due: [Epoch] = state.withLock { state in
      state.waiting.append(Epoch(key: key, loss: loss))
      return monotonicSeconds() - state.lastWrite >= Self.longestWait ? takeEpochs(&state) : []
    }
    if !due.isEmpty { try store.write { try insert(due, $0) } }
  }

  /// Lets go of the finished units, because the assessment that needed them is kept; epochs stay as a record.
  public func close() throws(StoreError) {
    let (epochs, keys) = state.withLock { state in (takeEpochs(&state), state.keys) }
    try store.write { database in
      try insert(epochs, database)
      for key in keys {
        try database.execute(sql: "UPDATE pilotUnit SET payload = NULL WHERE key = ?", arguments: [key])
      }
    }
  }

  private func takeEpochs(_ state: inout State) -> [Epoch] {
    defer { state.waiting = [] }
    state.lastWrite = monotonicSeconds()
    return state.waiting
  }

  private func insert(_ epochs: [Epoch], _ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO pilotEpoch (key, epoch, trainingLoss, validationLoss) VALUES (?, ?, ?, ?)")
    for epoch in epochs {
      try statement.execute(
        arguments: [epoch.key, epoch.loss.epoch, epoch.loss.training, epoch.loss.validation])
    }
  }
}

extension Store {
  /// The epochs noted for one unit of a pilot, in order.
  public func epochs(of key: String) throws(StoreError) -> [PilotDiagnostics.EpochLoss] {
    try read { database in
      let sql = "SELECT epoch, trainingLoss, validationLoss FROM pilotEpoch WHERE key = ? ORDER BY epoch"
      return try Row.fetchAll(database, sql: sql, arguments: [key]).map { row in
        PilotDiagnostics.EpochLoss(
          epoch: row["epoch"], training: row["trainingLoss"], validation: row["validationLoss"])
      }
    }
  }
}
