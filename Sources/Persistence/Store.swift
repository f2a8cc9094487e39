import Foundation
import GRDB

/// The file that keeps assessments, interviews in progress and what pilots have trained so far.
///
/// One SQLite database in WAL mode: what a call has saved survives the death of the process.
public final class Store: Sendable {
  /// The database file; `:memory:` for a store without one.
  public let path: String
  let queue: DatabaseQueue

  private init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// A store that lives as long as this value.
  public static func inMemory() throws(StoreError) -> Store {
    do {
      let store = Store(path: ":memory:", queue: try DatabaseQueue())
      try storeMigrator.migrate(store.queue)
      return store
    } catch {
      throw StoreError(error, path: ":memory:")
    }
  }

  /// Opens the store at `path`, making it and its folder where they are missing.
  ///
  /// - Returns: the store, and the name a damaged one was kept under if it had to make way.
  public static func open(at path: String) throws(StoreError) -> (store: Store, keptAside: String?) {
    try makeFolder(for: path)
    do throws(StoreError) {
      return (try openAndCheck(path), nil)
    } catch .damaged {
      let aside = try keepAside(path)
      return (try openAndCheck(path), aside)
    }
  }

  private static func openAndCheck(_ path: String) throws(StoreError) -> Store {
    do {
      var configuration = Configuration()
      configuration.journalMode = .wal
      configuration.busyMode = .timeout(5)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { database in
        if try storeMigrator.hasBeenSuperseded(database) { throw StoreError.fromLaterVersion(path: path) }
        // The quick check reads every page; a store of ordinary size takes a few milliseconds.
        let problems = try String.fetchAll(database, sql: "PRAGMA quick_check(1)")
        if problems != ["ok"] { throw StoreError.damaged(path: path) }
      }
      try storeMigrator.migrate(queue)
      return Store(path: path, queue: queue)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private static func makeFolder(for path: String) throws(StoreError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreateFolder(path: folder.path, reason: error.localizedDescription)
    }
  }

  /// Renames a damaged store and what belongs to it to the first free `NAME.corrupt-<n>`.
  private static func keepAside(_ path: String) throws(StoreError) -> String {
    let files = FileManager.default
    var number = 1
    while files.fileExists(atPath: "\(path).corrupt-\(number)") { number += 1 }
    let aside = "\(path).corrupt-\(number)"
    do {
      try files.moveItem(atPath: path, toPath: aside)
      for part in ["-wal", "-shm"] where files.fileExists(atPath: path + part) {
        try files.moveItem(atPath: path + part, toPath: aside + part)
      }
    } catch {
      throw .cannotOpen(path: path, reason: error.localizedDescription)
    }
    return aside
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.read(body) } catch { throw StoreError(error, path: path) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.write(body) } catch { throw StoreError(error, path: path) }
  }
}
