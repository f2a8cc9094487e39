import Scoring
import Testing

@Suite struct ShapleyValuesTests {
  @Test func `nobody to share among leaves nothing`() {
    #expect(shapleyValues(players: 0) { _ in 7 }.isEmpty)
  }

  @Test func `effects that only add are each player's own`() {
    // Subsets in binary order: none, a, b, ab, c, ac, bc, abc with a = 1, b = −2, c = 4.
    #expect(shapleyValues(players: 3) { [5, 6, 3, 4, 9, 10, 7, 8][$0] } == [1, -2, 4])
  }

  /// The glove game: two left gloves, one right; a pair is worth 1.
  ///
  /// The values are 1/6, 1/6 and 2/3.
  @Test func `the glove game has its known values`() {
    let shares = shapleyValues(players: 3) { [0, 0, 0, 0, 0, 1, 1, 1][$0] }
    for (share, known) in zip(shares, [1.0 / 6, 1.0 / 6, 2.0 / 3]) {
      #expect(abs(share - known) < 1e-15)
    }
  }
}
