import Foundation
import Persistence
import TestSupport

/// A store file in a folder of its own that goes when the test ends.
final class TemporaryStore {
  let folder: URL
  var path: String { folder.appendingPathComponent("deep/inside/store.sqlite").path }

  init() throws {
    folder = try temporaryFolder()
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func open() throws -> Store { try Store.open(at: path).store }

  /// Names in the store's folder, sorted, without SQLite's own companions.
  func names() throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: (path as NSString).deletingLastPathComponent)
    return names.filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }.sorted()
  }
}
