import Assessments
import GRDB
import Persistence
import Testing

@Suite struct ReviewStoreTests {
  private let agreement = Review(
    by: "Li Na", at: "2026-11-25T10:00:00Z", agrees: true, verdict: .go, computed: .go, reason: nil)
  private let override = Review(
    by: "J. Doe", at: nil, agrees: false, verdict: .redesign, computed: .go, reason: "“Not yet”; '1'")

  @Test func reviewsStandBesideTheRecordInTheOrderTheyWereMade() throws {
    let place = try TemporaryStore()
    let assessment = try StoredAssessmentTests().sample(created: "2026-11-23T10:00:00Z")
    try place.open().save(assessment)
    try place.open().add(agreement, to: assessment.id)
    try place.open().add(override, to: assessment.id)
    let store = try place.open()
    let stored = try #require(try store.assessment(assessment.id))
    #expect(stored.reviews == [agreement, override])
    // The computed verdict is untouched.
    #expect(stored.scorecard == assessment.scorecard)
    #expect(try store.history().map(\.reviews) == [[agreement, override]])
    #expect(try store.history()[0].verdict == assessment.scorecard.verdict.rawValue)
  }

  @Test func savingAgainKeepsReviewsAndDoesNotDoubleThem() throws {
    let store = try Store.inMemory()
    let assessment = try StoredAssessmentTests().sample(created: nil)
    try store.save(assessment)
    try store.add(override, to: assessment.id)
    let reviewed = try #require(try store.assessment(assessment.id))
    try store.save(reviewed)
    #expect(try store.assessment(assessment.id)?.reviews == [override])
    #expect(try store.assessment(assessment.id)?.createdAt == nil)
  }

  @Test func whatHappenedIsKeptInOrder() throws {
    let store = try Store.inMemory()
    let assessment = try StoredAssessmentTests().sample(created: "2026-11-23T10:00:00Z")
    try store.save(assessment)
    try store.add(agreement, to: assessment.id)
    let verified = StoredEvent(kind: .verified, at: "2026-11-26T08:00:00Z", detail: "verified")
    try store.add(verified, to: assessment.id)
    try store.add(verified, to: "another")
    #expect(
      try store.events(of: assessment.id) == [
        StoredEvent(kind: .created, at: "2026-11-23T10:00:00Z", detail: "test"),
        StoredEvent(kind: .reviewed, at: "2026-11-25T10:00:00Z", detail: "go"), verified,
      ])
    #expect(try store.events(of: "nothing").isEmpty)
  }

  @Test(arguments: [
    "UPDATE review SET verdict = 'go'", "DELETE FROM review", "UPDATE event SET detail = ''",
    "DELETE FROM event",
  ])
  func reviewsAndEventsAreOnlyEverAdded(_ statement: String) throws {
    let place = try TemporaryStore()
    try place.open().add(override, to: "aa11")
    let queue = try DatabaseQueue(path: place.path)
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: statement) } }
  }

  @Test func aStoreFromBeforeReviewsIsTakenOver() throws {
    let place = try TemporaryStore()
    let assessment = try StoredAssessmentTests().sample(created: "2026-11-23T10:00:00Z")
    try place.open().save(assessment)
    // Back to the first version of the schema.
    try DatabaseQueue(path: place.path).write { database in
      try database.execute(
        sql: """
          DROP TABLE review; DROP TABLE event;
          DELETE FROM grdb_migrations WHERE identifier <> '1: assessments, drafts, pilots';
          """)
    }
    let store = try place.open()
    #expect(try store.assessment(assessment.id) == assessment)
    #expect(
      try store.events(of: assessment.id) == [
        StoredEvent(kind: .created, at: "2026-11-23T10:00:00Z", detail: "")
      ])
  }
}
