import Foundation
import Knowledge

/// The repository's root folder, found from this file's own place.
public let repositoryRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The project's own catalog and rubrics, loaded once.
public func realKnowledge() throws -> KnowledgeBase {
  try loaded.get()
}

private let loaded = Result { try KnowledgeBase.load(from: repositoryRoot) }

/// A fresh folder for one test; removed by the caller, or by the system.
public func temporaryFolder() throws -> URL {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("surefoot-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder
}
