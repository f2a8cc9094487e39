import ModelMetrics
import Testing

struct ChrFTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let hypothesis: String
    let reference: String
    let score: Double
    var testDescription: String { "\(hypothesis) for \(reference)" }
  }

  // By hand. abc for abd: of single characters 2/3 match, of pairs 1/2, of threes 0; longer ones occur in
  // neither; P = R = 7/18. ab for abcd: P = 1 and R = (1/2 + 1/3) / 2 = 5/12, so F = 25/12 ÷ 53/12; the other
  // way round P and R change places, and F = 25/12 ÷ 32/12.
  static let cases = [
    Case(hypothesis: "the same", reference: "the same", score: 1),
    Case(hypothesis: "xyz", reference: "abc", score: 0),
    Case(hypothesis: "", reference: "abc", score: 0),
    Case(hypothesis: "abc", reference: "abd", score: 7.0 / 18),
    Case(hypothesis: "ab", reference: "abcd", score: 25.0 / 53),
    Case(hypothesis: "abcd", reference: "ab", score: 25.0 / 32),
    Case(hypothesis: "我买书", reference: "我买车", score: 7.0 / 18),
    Case(hypothesis: "a b c", reference: "ab d", score: 7.0 / 18),
    // A run counts as often as both sides have it: 1 of 3 single ones, 0 of the longer.
    Case(hypothesis: "aaa", reference: "abc", score: 1.0 / 9),
  ]

  @Test(arguments: cases) func `one sentence gives the number found by hand`(_ row: Case) throws {
    let score = try #require(
      chrF([ChrFCounts(hypothesis: row.hypothesis, reference: row.reference)]))
    #expect(abs(score - row.score) < 1e-12)
  }

  @Test func `counts add up over sentences`() throws {
    // Single characters 2 + 1 of 3 + 1 match, pairs 1 of 2, threes 0 of 1.
    let sentences = [
      ChrFCounts(hypothesis: "abc", reference: "abd"), ChrFCounts(hypothesis: "x", reference: "x"),
    ]
    let score = try #require(chrF(sentences))
    #expect(abs(score - (0.75 + 0.5) / 3) < 1e-12)
  }

  @Test func `taking a sentence twice is the same as repeating it`() {
    let first = ChrFCounts(hypothesis: "abcde", reference: "abxde")
    let second = ChrFCounts(hypothesis: "kl", reference: "klm")
    #expect(chrF([first, second], counts: [2, 1]) == chrF([first, first, second]))
    #expect(MetricEvaluator(chrFOf: [first, second]).value == chrF([first, second]))
    #expect(chrF([first, second], counts: [0, 0]) == nil)
    #expect(chrF([]) == nil)
  }
}
