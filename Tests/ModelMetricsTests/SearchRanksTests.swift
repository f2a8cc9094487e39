import ModelMetrics
import Testing

struct SearchRanksTests {
  @Test func `a clear rank is within the first ones or not`() {
    let scores = [0.1, 0.9, 0.5, 0.7]
    #expect((1...4).map { recall(at: $0, of: 2, scores: scores) } == [0, 0, 1, 1])
    #expect(reciprocalRank(of: 1, scores: scores) == 1)
    #expect(reciprocalRank(of: 0, scores: scores) == 0.25)
  }

  @Test func `equal scores share the places they fill`() {
    // One is better, four are equal for the places 2 to 5: the first three hold two of the four.
    let scores = [2.0, 1, 1, 1, 1, 0]
    #expect(recall(at: 3, of: 3, scores: scores) == 0.5)
    #expect(recall(at: 1, of: 3, scores: scores) == 0)
    #expect(recall(at: 5, of: 3, scores: scores) == 1)
    #expect(reciprocalRank(of: 3, scores: scores) == 1 / 3.5)
    // Where nothing is found the chance is that of a draw.
    #expect(recall(at: 5, of: 7, scores: [Double](repeating: 0, count: 20)) == 0.25)
  }
}
