import ModelMetrics
import Pilots
import Testing

struct ChoiceTests {
  @Test func `fold statistics by hand`() {
    // mean 3; squares 4 + 1 + 0 + 1 + 4 = 10; variance 2.5; 2.5 / 5 = 0.5
    let statistics = FoldStatistics([1, 2, 3, 4, 5])
    #expect(statistics.mean == 3)
    #expect(abs(statistics.standardError - 0.5.squareRoot()) < 1e-12)
    // t(4) at 97.5 % = 2.776
    let interval = statistics.interval()
    #expect(abs(interval.high - (3 + 2.776 * 0.5.squareRoot())) < 1e-9)
    #expect(abs(interval.low - (3 - 2.776 * 0.5.squareRoot())) < 1e-9)
  }

  @Test func `an interval stays inside the metric's range`() {
    let interval = FoldStatistics([0.9, 1, 1]).interval(within: .accuracy)
    #expect(interval.high == 1)
    let errors = FoldStatistics([0, 0, 9]).interval(within: .rmse)
    #expect(errors.low == 0 && errors.high > 9)
    #expect(FoldStatistics([0.7]).interval() == MeasuredScore(value: 0.7, low: 0.7, high: 0.7))
  }

  @Test func `within one standard error the simpler model wins`() {
    // Differences 0.00, 0.02, 0.01: mean 0.01, standard deviation 0.01, error 0.00577: a real lead.
    let clear = Winner(
      [(.baseline, [0.5, 0.5, 0.5]), (.linear, [0.90, 0.90, 0.90]), (.smallNetwork, [0.90, 0.92, 0.91])],
      metric: .accuracy)
    #expect(clear.candidate == .smallNetwork && clear.tiedWith == nil)
    // Differences −0.02, 0.03, 0.01: mean 0.00667, standard deviation 0.0252, error 0.0145: a tie.
    let tied = Winner(
      [(.baseline, [0.5, 0.5, 0.5]), (.linear, [0.90, 0.90, 0.90]), (.smallNetwork, [0.88, 0.93, 0.91])],
      metric: .accuracy)
    #expect(tied.candidate == .linear && tied.tiedWith == .smallNetwork)
  }

  @Test func `errors are better lower`() {
    let winner = Winner(
      [(.baseline, [10, 10, 10]), (.linear, [4, 5, 6]), (.smallNetwork, [7, 8, 9])], metric: .rmse)
    #expect(winner.candidate == .linear && winner.tiedWith == nil)
  }

  @Test func `nothing beats the baseline by less than noise`() {
    let winner = Winner(
      [(.baseline, [0.5, 0.5, 0.5]), (.linear, [0.4, 0.58, 0.54])], metric: .areaUnderROC)
    #expect(winner.candidate == .baseline && winner.tiedWith == .linear)
  }

  @Test func `gain and relative gain of an accuracy by hand`() throws {
    let labels = [1, 1, 1, 1, 1, 1, 0, 0, 0, 0]
    // 8 of 10 right against 6 of 10: 0.2, half of the 0.4 that was left.
    let model = Outcomes.binary(probabilities: [1, 1, 1, 1, 1, 1, 0, 0, 1, 1], labels: labels)
    let naive = Outcomes.binary(probabilities: [Float](repeating: 0.6, count: 10), labels: labels)
    let gain = try #require(Gain(of: model, over: naive, metric: .accuracy, seed: 1))
    #expect(abs(gain.absolute.value - 0.2) < 1e-12)
    #expect(abs(gain.relative.value - 0.5) < 1e-12)
    // Ten rows cannot show it: the interval reaches zero.
    #expect(gain.absolute.low <= 0 && gain.absolute.high > 0.2)
  }

  @Test func `gain of an error is positive when it falls`() throws {
    let actual: [Float] = [1, 2, 3, 4]
    // Always off by 1 against always off by 2: every resample says the same.
    let model = Outcomes.regression(predicted: [2, 3, 4, 5], actual: actual)
    let naive = Outcomes.regression(predicted: [3, 4, 5, 6], actual: actual)
    let gain = try #require(Gain(of: model, over: naive, metric: .rmse, seed: 1))
    #expect(gain.absolute == MeasuredScore(value: 1, low: 1, high: 1))
    #expect(gain.relative == MeasuredScore(value: 0.5, low: 0.5, high: 0.5))
  }

  @Test func `the baseline gains nothing over itself`() throws {
    let naive = Outcomes.binary(probabilities: [0.5, 0.5, 0.5], labels: [0, 1, 1])
    let gain = try #require(Gain(of: naive, over: naive, metric: .areaUnderROC, seed: 1))
    #expect(gain.absolute == MeasuredScore(value: 0, low: 0, high: 0))
    #expect(gain.relative == MeasuredScore(value: 0, low: 0, high: 0))
  }
}

/// A baseline that no model without knowledge beats, whatever the metric.
struct BaselineGuessTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `labels that mean nothing give no gain in macro F1 either`(_ seed: UInt64) throws {
    var asked = smallPilot
    asked.metric = "macro-f1"
    let shuffled = try Table.threeClasses(rows: 300).shufflingTargets(seed: seed)
    let result = try pilot(shuffled, asked, seed: seed)
    #expect(result.metric == "macro-f1" && !result.gainIsReal)
    #expect(result.candidates[0].settings["model"] == "drawn-classes")
    // Of three classes of like size a third of the guesses is right; 60 rows, four standard errors.
    #expect(abs(result.baseline.value - 1 / 3) < 0.25)
  }

  @Test func `for the F1 of one class the guess is always that class`() throws {
    var asked = smallPilot
    asked.metric = "f1"
    let result = try pilot(Table.noise(rows: 200), asked)
    // Half of the rows are positive: precision a half, recall one.
    #expect(abs(result.baseline.value - 2.0 / 3) < 1e-9)
    #expect(!result.gainIsReal)
  }
}
