import GRDB
import Knowledge

/// An interview that has not been finished.
public struct Draft: Hashable, Sendable {
  public var scenario: ScenarioID
  /// The answers file it belongs to, as an absolute path; empty when it has none.
  public var file: String
  /// The answer sheet as YAML.
  public var sheet: String
  /// ISO 8601.
  public var savedAt: String

  public init(scenario: ScenarioID, file: String, sheet: String, savedAt: String) {
    self.scenario = scenario
    self.file = file
    self.sheet = sheet
    self.savedAt = savedAt
  }
}

extension Store {
  /// Keeps a draft in place of the one before of the same scenario and file.
  public func save(_ draft: Draft) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO draft (scenario, file, sheet, savedAt) VALUES (?, ?, ?, ?)",
        arguments: [draft.scenario.name, draft.file, draft.sheet, draft.savedAt])
    }
  }

  public func draft(scenario: ScenarioID, file: String) throws(StoreError) -> Draft? {
    try drafts().first { $0.scenario == scenario && $0.file == file }
  }

  /// All drafts, the one saved last first.
  public func drafts() throws(StoreError) -> [Draft] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM draft ORDER BY savedAt DESC, scenario").map { row in
        Draft(
          scenario: ScenarioID(row["scenario"]), file: row["file"], sheet: row["sheet"],
          savedAt: row["savedAt"])
      }
    }
  }

  /// Forgets a draft, because its interview is finished.
  public func removeDraft(scenario: ScenarioID, file: String) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "DELETE FROM draft WHERE scenario = ? AND file = ?", arguments: [scenario.name, file])
    }
  }
}
