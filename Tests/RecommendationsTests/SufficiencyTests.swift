import Knowledge
import Questionnaires
import Recommendations
import TestSupport
import Testing

/// Which approach is the cheapest that suffices, and what dearer ones have to bring.
struct SufficiencyTests {
  @Test func `a dearer approach must score higher by what it costs more`() throws {
    let worth = try WorthCase().worth()
    #expect(worth.cheapestSufficient == .classical)
    #expect(worth.cheapestByCost)
    #expect(try worth.approach(.classical).gainNeeded == nil)
    // 36,808.544 − 19,000 more, over 12 × 1,000 cases at 2 + 5 each; 20 points are left above 0.8.
    let prompted = try worth.approach(.prompted)
    let gain = try #require(prompted.gainNeeded?.value)
    #expect(abs(gain - 17_808.544 / 84_000 * 100) < 1e-9)
    #expect(abs((prompted.gainLeft ?? 0) - 20) < 1e-9)
  }

  @Test func `an approach that costs no more need not score higher`() throws {
    var example = try WorthCase()
    example.sufficient = [.prompted]
    let worth = try example.worth()
    #expect(worth.cheapestSufficient == .prompted)
    #expect(try worth.approach(.classical).gainNeeded == nil)
    #expect(try worth.approach(.classical).shortfalls == [.fit])
  }

  @Test func `rules suffice when today's score is enough already`() throws {
    var example = try WorthCase()
    example.sufficient = [.noAI, .classical]
    example.answers["task.baseline-score"] = .number(0.9)
    let worth = try example.worth()
    #expect(worth.cheapestSufficient == .noAI)
    // 19,000 more, over 84,000 for a whole score.
    let gain = try #require(try worth.approach(.classical).gainNeeded?.value)
    #expect(abs(gain - 19_000.0 / 840) < 1e-9)
  }

  @Test func `a measured score takes the place of the one wanted`() throws {
    var example = try WorthCase()
    example.measured[.classical] = MeasuredShare(low: 0.75, value: 0.75, high: 0.75)
    let worth = try example.worth()
    let classical = try worth.approach(.classical)
    #expect(classical.shortfalls == [.score])
    #expect(classical.scoreOrigin == .measured)
    // 3,000 + 1,000 × (0.75 − 0.7) × 7.
    #expect(abs((classical.monthlyValue?.value ?? 0) - 3_350) < 1e-9)
    #expect(worth.cheapestSufficient == .prompted)
    #expect(try abs((worth.approach(.prompted).monthlyValue?.value ?? 0) - 3_700) < 1e-9)
  }

  @Test func `no score pays where a right result brings nothing`() throws {
    var example = try WorthCase()
    example.answers["value.gain-per-correct"] = .money(0, currency: "USD")
    example.answers["value.cost-per-error"] = .money(0, currency: "USD")
    let gain = try #require(try example.worth().approach(.prompted).gainNeeded)
    #expect(gain.isNever)
  }

  @Test func `what brings nothing never pays`() throws {
    var example = try WorthCase()
    for question: QuestionID in ["value.gain-per-correct", "value.cost-per-error"] {
      example.answers[question] = .money(0, currency: "USD")
    }
    example.answers["value.minutes-saved-per-decision"] = .number(0)
    let classical = try example.worth().approach(.classical)
    let breakEven = try #require(classical.breakEven)
    #expect(breakEven.isNever && breakEven.high == nil)
    #expect(classical.payback?.isNever == true)
  }

  @Test func `the catalog's order decides where a cost is open`() throws {
    var example = try WorthCase()
    example.answers["data.labelled-examples"] = .unknown
    let worth = try example.worth()
    #expect(!worth.cheapestByCost)
    #expect(worth.cheapestSufficient == .classical)
    #expect(try worth.approach(.prompted).gainNeeded == nil)
  }

  @Test func `without a sufficient approach there is no cheapest one`() throws {
    var example = try WorthCase()
    example.sufficient = []
    #expect(try example.worth().cheapestSufficient == nil)
  }
}
