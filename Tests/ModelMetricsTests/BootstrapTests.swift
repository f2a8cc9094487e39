import Foundation
import ModelMetrics
import Testing

/// A small generator of the tests' own (SplitMix64), since the engine's is in another module.
struct TestGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

@Test func `the interval of a share is that of the binomial distribution`() throws {
  // 400 rows, 300 hits: the standard error is sqrt(0.75 · 0.25 / 400) = 0.02165, so 95 % lie within
  // 1.96 of it. With 4,000 resamples the ends themselves have a standard error near 0.0008.
  let outcomes = Outcomes.binary(
    probabilities: [Float](repeating: 1, count: 400),
    labels: [Int](repeating: 1, count: 300) + [Int](repeating: 0, count: 100))
  var generator = TestGenerator(state: 1)
  let interval = try #require(
    Metric.accuracy.interval(of: outcomes, resamples: 4000, using: &generator))
  #expect(interval.value == 0.75 && interval.level == 0.95 && interval.resamples == 4000)
  #expect(abs(interval.low - (0.75 - 1.96 * 0.02165)) < 0.004)
  #expect(abs(interval.high - (0.75 + 1.96 * 0.02165)) < 0.004)
}

@Test func `the same generator gives the same interval`() {
  var (first, second) = (TestGenerator(state: 3), TestGenerator(state: 3))
  let one = Metric.areaUnderROC.interval(of: binary, resamples: 200, using: &first)
  #expect(one == Metric.areaUnderROC.interval(of: binary, resamples: 200, using: &second))
  #expect(one != Metric.areaUnderROC.interval(of: binary, resamples: 200, using: &second))
}

@Test func `every metric lies inside its interval`() throws {
  for outcomes in [binary, threeClasses, numbers] {
    for metric in outcomes.metrics {
      var generator = TestGenerator(state: 5)
      let interval = try #require(metric.interval(of: outcomes, resamples: 300, using: &generator))
      #expect(interval.low < interval.value && interval.value < interval.high, "\(metric)")
      var again = TestGenerator(state: 5)
      let narrow = try #require(
        metric.interval(of: outcomes, resamples: 300, level: 0.5, using: &again))
      #expect(narrow.low > interval.low && narrow.high < interval.high, "\(metric)")
    }
  }
}

@Test func `a gain on the same rows is sharper than two intervals apart`() throws {
  // Both predictors miss the same hard rows; the candidate gets 12 of 400 more right.
  let labels = [Int](repeating: 1, count: 400)
  func predictor(_ hits: Int) -> Outcomes {
    .binary(probabilities: (0..<400).map { $0 < hits ? 1 : 0 }, labels: labels)
  }
  var generator = TestGenerator(state: 7)
  let gain = try #require(
    Metric.accuracy.gainInterval(of: predictor(312), over: predictor(300), using: &generator))
  #expect(abs(gain.value - 0.03) < 1e-12 && gain.isClearlyPositive)
  let alone = try #require(Metric.accuracy.interval(of: predictor(312), using: &generator))
  #expect(alone.low < 0.75)
  let none = try #require(
    Metric.accuracy.gainInterval(of: predictor(300), over: predictor(300), using: &generator))
  #expect(none.low == 0 && none.high == 0 && !none.isClearlyPositive)
}

@Test func `a lower error is a positive gain`() throws {
  var generator = TestGenerator(state: 9)
  let actual = (0..<50).map { Float($0) }
  let gain = try #require(
    Metric.rmse.gainInterval(
      of: .regression(predicted: actual.map { $0 + 1 }, actual: actual),
      over: .regression(predicted: actual.map { $0 + 3 }, actual: actual), using: &generator))
  #expect(gain.value == 2 && gain.low == 2 && gain.high == 2)
}

@Test func `resamples of one class are left out, and one class alone has no interval`() throws {
  var generator = TestGenerator(state: 11)
  let few = Outcomes.binary(probabilities: [0.1, 0.9, 0.4], labels: [0, 1, 0])
  let interval = try #require(Metric.areaUnderROC.interval(of: few, resamples: 1000, using: &generator))
  // A draw of three rows misses the one positive with chance 8/27, and both negatives with 1/27.
  #expect(abs(Double(interval.resamples) - 1000 * 18 / 27) < 60)
  let one = Outcomes.binary(probabilities: [0.1, 0.9], labels: [0, 0])
  #expect(Metric.areaUnderROC.interval(of: one, using: &generator) == nil)
  #expect(bootstrapInterval(rows: 0, using: &generator) { _ in 1 } == nil)
}
