import Foundation
import GRDB
import Knowledge
import Persistence
import Testing

@Suite struct StoreTests {
  @Test func folderAndFileAreMadeAndFoundAgain() throws {
    let place = try TemporaryStore()
    try place.open().save(Draft(scenario: "games/other", file: "", sheet: "x", savedAt: "2026-01-01T00:00:00Z"))
    #expect(try place.open().drafts().map(\.sheet) == ["x"])
    #expect(try place.names() == ["store.sqlite"])
  }

  @Test func aFileThatIsNoStoreIsKeptAsideAndANewOneMade() throws {
    let place = try TemporaryStore()
    _ = try place.open()
    for number in 1...2 {
      let rubbish = Data("This is not a database, number \(number).".utf8)
      try removeCompanions(of: place.path)
      try rubbish.write(to: URL(fileURLWithPath: place.path))
      let (store, keptAside) = try Store.open(at: place.path)
      #expect(keptAside == "\(place.path).corrupt-\(number)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: "\(place.path).corrupt-\(number)")) == rubbish)
      #expect(try store.history().isEmpty)
    }
  }

  @Test func damageInsideTheFileIsFound() throws {
    let place = try TemporaryStore()
    do {
      let store = try place.open()
      for index in 0..<200 {
        let sheet = String(repeating: "answer \(index) ", count: 50)
        try store.save(Draft(scenario: "games/other", file: "\(index)", sheet: sheet, savedAt: "t"))
      }
    }
    try removeCompanions(of: place.path)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: place.path))
    let size = try file.seekToEnd()
    try file.seek(toOffset: size / 2)
    try file.write(contentsOf: Data(repeating: 0xA5, count: 20_000))
    try file.close()
    let (store, keptAside) = try Store.open(at: place.path)
    #expect(keptAside == "\(place.path).corrupt-1")
    #expect(try store.drafts().isEmpty)
    #expect(try place.names() == ["store.sqlite", "store.sqlite.corrupt-1"])
  }

  @Test func aStoreOfALaterVersionIsLeftAlone() throws {
    let place = try TemporaryStore()
    _ = try place.open()
    let queue = try DatabaseQueue(path: place.path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99: later')") }
    #expect(throws: StoreError.fromLaterVersion(path: place.path)) { try place.open() }
    #expect(try place.names() == ["store.sqlite"])
  }

  @Test func aFolderThatCannotBeMadeIsNamed() {
    #expect {
      try Store.open(at: "/proc/surefoot/store.sqlite")
    } throws: { error in
      guard case StoreError.cannotCreateFolder(path: "/proc/surefoot", _) = error else { return false }
      return true
    }
  }

  @Test func aFolderInTheFilesPlaceIsNamed() throws {
    let place = try TemporaryStore()
    try FileManager.default.createDirectory(atPath: place.path, withIntermediateDirectories: true)
    #expect {
      try place.open()
    } throws: { error in
      guard case StoreError.cannotOpen(path: place.path, _) = error else { return false }
      return true
    }
  }

  private func removeCompanions(of path: String) throws {
    for part in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + part) {
      try FileManager.default.removeItem(atPath: path + part)
    }
  }
}

@Suite struct DraftTests {
  @Test func theLastAnswerStands() throws {
    let store = try Store.inMemory()
    func draft(_ scenario: ScenarioID, _ file: String, _ sheet: String, _ time: String) -> Draft {
      Draft(scenario: scenario, file: file, sheet: sheet, savedAt: time)
    }
    try store.save(draft("games/other", "", "one", "2026-01-01T00:00:00Z"))
    try store.save(draft("games/other", "/a.yaml", "other file", "2026-01-03T00:00:00Z"))
    try store.save(draft("games/other", "", "two", "2026-01-02T00:00:00Z"))
    #expect(try store.draft(scenario: "games/other", file: "")?.sheet == "two")
    #expect(try store.drafts().map(\.sheet) == ["other file", "two"])
    try store.removeDraft(scenario: "games/other", file: "")
    #expect(try store.draft(scenario: "games/other", file: "") == nil)
    #expect(try store.drafts().map(\.file) == ["/a.yaml"])
  }
}
