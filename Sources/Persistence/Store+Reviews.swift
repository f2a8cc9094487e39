import Assessments
import GRDB
import Scoring

/// Something that happened to a stored assessment.
public struct StoredEvent: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case created, reviewed, verified
  }

  public var kind: Kind
  /// ISO 8601; nil where times were left out.
  public var at: String?
  /// The engine that created it, the verdict a reviewer stands for, or what a verification found.
  public var detail: String

  public init(kind: Kind, at: String?, detail: String) {
    self.kind = kind
    self.at = at
    self.detail = detail
  }
}

extension Store {
  /// Adds a review to an assessment's; reviews are never changed or taken back.
  public func add(_ review: Review, to id: String) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO review (assessment, reviewer, at, agrees, verdict, computed, reason)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, review.by, review.at, review.agrees, review.verdict.rawValue, review.computed.rawValue,
          review.reason,
        ])
      try insert(
        StoredEvent(kind: .reviewed, at: review.at, detail: review.verdict.rawValue), of: id, database)
    }
  }

  /// Notes something that happened to an assessment.
  public func add(_ event: StoredEvent, to id: String) throws(StoreError) {
    try write { try insert(event, of: id, $0) }
  }

  /// What happened to an assessment, oldest first.
  public func events(of id: String) throws(StoreError) -> [StoredEvent] {
    try read { database in
      let sql = "SELECT kind, at, detail FROM event WHERE assessment = ? ORDER BY number"
      return try Row.fetchAll(database, sql: sql, arguments: [id]).compactMap { row in
        StoredEvent.Kind(rawValue: row["kind"]).map {
          StoredEvent(kind: $0, at: row["at"], detail: row["detail"])
        }
      }
    }
  }

  func insert(_ event: StoredEvent, of id: String, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO event (assessment, kind, at, detail) VALUES (?, ?, ?, ?)",
      arguments: [id, event.kind.rawValue, event.at, event.detail])
  }
}

/// The reviews of the assessments whose ids hold, oldest first, by id.
func storedReviews(_ database: Database, of id: String? = nil) throws -> [String: [Review]] {
  let sql = "SELECT * FROM review WHERE ?1 IS NULL OR assessment = ?1 ORDER BY number"
  var reviews: [String: [Review]] = [:]
  for row in try Row.fetchAll(database, sql: sql, arguments: [id]) {
    // A verdict only a later version knows cannot be shown as anything else.
    guard let verdict = Verdict(rawValue: row["verdict"]), let computed = Verdict(rawValue: row["computed"])
    else { continue }
    reviews[row["assessment"], default: []].append(
      Review(
        by: row["reviewer"], at: row["at"], agrees: row["agrees"], verdict: verdict, computed: computed,
        reason: row["reason"]))
  }
  return reviews
}
