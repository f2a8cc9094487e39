import Assessments
import Foundation
import GRDB
import Knowledge

/// One line of the history.
public struct StoredAssessment: Hashable, Sendable {
  public var id: String
  public var scenario: ScenarioID
  public var title: String?
  /// ISO 8601; nil where times were left out.
  public var createdAt: String?
  /// The verdict's raw value.
  public var verdict: String
  /// 0–100 each; the risk is the residual one.
  public var fit: Double
  public var risk: Double
  /// Oldest first.
  public var reviews: [Review]
}

extension Store {
  /// Keeps an assessment; one with the same id makes way, so the newest stands last.
  ///
  /// Its reviews stay.
  public func save(_ assessment: Assessment) throws(StoreError) {
    let record: Data
    do {
      // Reviews have a table of their own, and are read from there.
      var assessment = assessment
      assessment.reviews = nil
      record = try recordEncoder().encode(assessment)
    } catch {
      throw .other(path: path, reason: "\(error)")
    }
    let card = assessment.scorecard
    try write { database in
      try database.execute(sql: "DELETE FROM assessment WHERE id = ?", arguments: [assessment.id])
      try database.execute(
        sql: """
          INSERT INTO assessment (id, scenario, title, createdAt, verdict, fit, risk, record)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          assessment.id, assessment.scenario.name, assessment.sheet.title, assessment.createdAt,
          card.verdict.rawValue, card.fit.value, card.risk.residual.value, record,
        ])
      let created = StoredEvent(
        kind: .created, at: assessment.createdAt, detail: assessment.versions.engine)
      try insert(created, of: assessment.id, database)
    }
  }

  /// All assessments, newest first.
  public func history() throws(StoreError) -> [StoredAssessment] {
    try rows(where: "1", [])
  }

  /// The assessments whose id begins with `prefix`, newest first.
  public func assessments(idBeginning prefix: String) throws(StoreError) -> [StoredAssessment] {
    try rows(where: "substr(id, 1, length(?1)) = ?1", [prefix])
  }

  /// The whole record with its reviews; nil when there is none of that id.
  public func assessment(_ id: String) throws(StoreError) -> Assessment? {
    let (record, reviews) = try read { database -> (Data?, [Review]?) in
      let sql = "SELECT record FROM assessment WHERE id = ?"
      let record = try Data.fetchOne(database, sql: sql, arguments: [id])
      return (record, try storedReviews(database, of: id)[id])
    }
    guard let record else { return nil }
    do {
      var assessment = try recordDecoder().decode(Assessment.self, from: record)
      assessment.reviews = reviews
      return assessment
    } catch {
      throw .recordUnreadable(path: path, id: id)
    }
  }

  private func rows(
    where condition: String, _ arguments: StatementArguments
  ) throws(StoreError) -> [StoredAssessment] {
    try read { database in
      let sql = """
        SELECT id, scenario, title, createdAt, verdict, fit, risk FROM assessment
        WHERE \(condition) ORDER BY number DESC
        """
      let reviews = try storedReviews(database)
      return try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
        StoredAssessment(
          id: row["id"], scenario: ScenarioID(row["scenario"]), title: row["title"],
          createdAt: row["createdAt"], verdict: row["verdict"], fit: row["fit"], risk: row["risk"],
          reviews: reviews[row["id"]] ?? [])
      }
    }
  }
}

/// Numbers that are not finite have no form in JSON and are kept as words.
func recordEncoder() -> JSONEncoder {
  let encoder = JSONEncoder()
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return encoder
}

func recordDecoder() -> JSONDecoder {
  let decoder = JSONDecoder()
  decoder.nonConformingFloatDecodingStrategy = .convertFromString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  return decoder
}
