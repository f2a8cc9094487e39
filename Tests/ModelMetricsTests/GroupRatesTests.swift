import ModelMetrics
import Testing

/// Numbers worked out by hand.
struct GroupRatesTests {
  @Test func `rates of four rows at a threshold`() {
    // Selected: 0.9, 0.6 and 0.5. Of two positives one is selected, of two negatives two.
    let rates = GroupRates(scores: [0.9, 0.2, 0.6, 0.5], labels: [1, 1, 0, 0], threshold: 0.5)
    #expect(rates.rows == 4 && rates.selected == 0.75)
    #expect(rates.truePositive == 0.5 && rates.falsePositive == 1)
    // 0.9 beats both negatives, 0.2 none: two of four pairs.
    #expect(rates.areaUnderROC == 0.5)
  }

  @Test func `a group of one class has no area and no rate of the other class`() {
    let rates = GroupRates(scores: [0.7, 0.1], labels: [0, 0], threshold: 0.5)
    #expect(rates.truePositive == nil && rates.areaUnderROC == nil)
    #expect(rates.falsePositive == 0.5 && rates.selected == 0.5)
  }

  @Test func `no rows have no rates`() {
    let rates = GroupRates(scores: [], labels: [], threshold: 0.5)
    #expect(rates.rows == 0 && rates.selected == nil && rates.falsePositive == nil)
  }

  @Test func `the threshold selects as many rows as are positive`() {
    let scores: [Float] = [0.1, 0.8, 0.4, 0.6, 0.3]
    let threshold = baseRateThreshold(scores: scores, labels: [0, 1, 1, 0, 0])
    #expect(threshold == 0.6)
    #expect(scores.count { $0 >= threshold } == 2)
  }

  @Test func `equal scores at the threshold are all selected`() {
    #expect(baseRateThreshold(scores: [0.5, 0.5, 0.5], labels: [1, 0, 0]) == 0.5)
  }

  @Test func `without positives nothing is selected`() {
    #expect(baseRateThreshold(scores: [0.9, 0.2], labels: [0, 0]) == .infinity)
  }

  @Test func `the ratio is of the lowest share to the highest`() {
    #expect(selectionRatio([0.3, 0.6, 0.4]) == 0.5)
    #expect(selectionRatio([0.2, 0.2]) == 1)
    #expect(selectionRatio([0, 0.5]) == 0)
    #expect(selectionRatio([0.4]) == nil && selectionRatio([0, 0]) == nil)
  }
}
