import Knowledge
import Questionnaires
import Recommendations
import Scoring
import TestSupport
import Testing

/// Amounts against numbers worked out by hand; the figures stand in `WorthCase`.
struct WorthTests {
  private func near(_ actual: Double?, _ expected: Double) -> Bool {
    actual.map { abs($0 - expected) <= 1e-9 * max(1, abs(expected)) } ?? false
  }

  @Test func `a month brings time, right results and fewer errors beyond today's way`() throws {
    let worth = try WorthCase().worth()
    // 1,000 × 6 ÷ 60 × 30; 1,000 × (0.8 − 0.7) × 2; 1,000 × 0.1 × 5.
    #expect(worth.parts.map(\.kind) == [.time, .right, .wrong])
    #expect(near(worth.parts[0].monthly?.value, 3_000))
    #expect(near(worth.parts[1].monthly?.value, 200))
    #expect(near(worth.parts[2].monthly?.value, 500))
    #expect(near(worth.monthly?.value, 3_700))
    #expect(near(worth.perCase, 3.7))
    #expect(worth.missing.isEmpty)
  }

  @Test func `where nothing is done today errors cost, and right results bring their whole gain`() throws {
    var example = try WorthCase()
    example.answers["task.baseline"] = .option("none")
    let worth = try example.worth()
    // 3,000 + 1,000 × 0.8 × 2 − 1,000 × 0.2 × 5.
    #expect(near(worth.parts[1].monthly?.value, 1_600))
    #expect(near(worth.parts[2].monthly?.value, -1_000))
    #expect(near(worth.monthly?.value, 3_600))
  }

  @Test func `a classical model costs labels, an engineer's month and two hours of upkeep`() throws {
    let classical = try WorthCase().worth().approach(.classical)
    // (800 − 500) × 2 + 1 × 16,000; 2 hours × 100.
    #expect(near(classical.item(.labelling)?.amount?.value, 600))
    #expect(near(classical.once?.value, 16_600))
    #expect(near(classical.monthly?.value, 200))
    #expect(near(classical.whole?.value, 16_600 + 12 * 200))
    // (16,600 ÷ 12 + 200) ÷ 3.7 cases; 16,600 ÷ (3,700 − 200) months.
    #expect(near(classical.breakEven?.value, (16_600.0 / 12 + 200) / 3.7))
    #expect(near(classical.payback?.value, 16_600.0 / 3_500))
  }

  @Test func `a prompted model pays by the token`() throws {
    let prompted = try WorthCase().worth().approach(.prompted)
    // 512 tokens in at 1, 100 out at 2 a million: 0.000712 a case. 150 examples are comfortable.
    #expect(near(prompted.item(.serving)?.amount?.value, 0.712))
    #expect(near(prompted.once?.value, 32_000))
    #expect(near(prompted.monthly?.value, 400.712))
  }

  @Test func `a model of one's own that stands by is paid for by the month`() throws {
    var example = try WorthCase()
    example.answers["privacy.may-leave-organisation"] = .option("no")
    example.answers["compute.latency"] = .option("interactive")
    example.knowledge.prices?.machineHour.ranges["workstation-gpu"] = FigureRange(1)
    let serving = try example.worth().approach(.prompted).item(.serving)
    #expect(near(serving?.amount?.value, 730))
    // A nightly run pays only for the work: 8,030,261,248 × 2 × 612 operations at half of 150 TFLOP/s.
    example.answers["compute.latency"] = .option("batch")
    let nightly = try example.worth().approach(.prompted).item(.serving)
    #expect(near(nightly?.amount?.value, 1_000 * 8_030_261_248 * 2 * 612 / 75e12 / 3_600))
  }

  @Test func `checks are paid for only where the minutes saved do not already leave them out`() throws {
    var example = try WorthCase()
    #expect(try near(example.worth().approach(.classical).item(.review)?.amount?.value, 0))
    example.answers["value.minutes-saved-per-decision"] = .number(0)
    // 1,000 checked × 1 minute ÷ 60 × 60.
    #expect(try near(example.worth().approach(.classical).item(.review)?.amount?.value, 1_000))
    example.answers["safety.human-review"] = .option("none")
    #expect(try near(example.worth().approach(.classical).item(.review)?.amount?.value, 0))
  }

  @Test func `today's way neither costs nor brings more`() throws {
    let today = try WorthCase().worth().approach(.noAI)
    #expect(today.scoreOrigin == .today)
    #expect(today.shortfalls == [.fit, .score])
    #expect(today.whole?.value == 0 && today.monthlyValue?.value == 0)
    #expect(today.breakEven == nil)
  }

  @Test func `a span holds nine of ten draws`() throws {
    var example = try WorthCase()
    example.knowledge.prices?.taskHour.range = FigureRange(10, 30, 70)
    let time = try #require(try example.worth().parts[0].monthly)
    // 509 even steps: the 26th is 25.5 ÷ 509 of the way, the 484th 483.5 ÷ 509; half of them lie under 30.
    #expect(near(time.low, 100 * (10 + 20 * 2 * 25.5 / 509)))
    #expect(near(time.value, 3_000))
    #expect(near(time.high, 100 * (30 + 40 * (2 * 483.5 / 509 - 1))))
  }

  @Test func `prices and answers in other currencies are changed into the base`() throws {
    var example = try WorthCase()
    let euro = try #require(example.knowledge.currencies["EUR"])
    example.answers["value.gain-per-correct"] = .money(2, currency: "EUR")
    example.knowledge.prices?.currency = "EUR"
    let worth = try example.worth()
    #expect(worth.currency == "USD")
    #expect(worth.answeredIn == AnsweredCurrency(code: "EUR", rate: euro))
    #expect(near(worth.parts[0].monthly?.value, 3_000 * euro))
    #expect(near(worth.parts[1].monthly?.value, 200 * euro))
    #expect(try near(worth.approach(.classical).once?.value, 16_600 * euro))
  }

  @Test func `without prices nothing is priced`() throws {
    var example = try WorthCase()
    example.knowledge.prices = nil
    #expect(
      worth(scorecard: example.scorecard, sheet: example.sheet, knowledge: example.knowledge) == nil)
  }
}
