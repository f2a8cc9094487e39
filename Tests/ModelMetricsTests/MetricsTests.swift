import ModelMetrics
import Testing

/// The same numbers as References/metrics.py makes.
func even(_ i: Int) -> Double {
  var h = UInt32(truncatingIfNeeded: i) &* 2_654_435_761 &+ 974_711
  h ^= h >> 16
  h = h &* 2_246_822_519
  h ^= h >> 13
  h = h &* 3_266_489_917
  h ^= h >> 16
  return Double(h) / 0x1p32
}

let labels = (0..<200).map { even($0) < 0.35 ? 1 : 0 }
let scores = (0..<200).map { row in
  Float(((0.25 * Double(labels[row]) + 0.7 * even(1000 + row)) * 50).rounded(.toNearestOrEven) / 50)
}
let binary = Outcomes.binary(probabilities: scores, labels: labels)
let threeClasses: Outcomes = {
  let labels = (0..<200).map { min(Int(3 * even(2000 + $0)), 2) }
  let probabilities = labels.indices.flatMap { row -> [Float] in
    let raw = (0..<3).map { even(3000 + 3 * row + $0) + (labels[row] == $0 ? 0.8 : 0) + 0.05 }
    return raw.map { Float($0 / raw.reduce(0, +)) }
  }
  return .multiclass(probabilities: probabilities, labels: labels, classes: 3)
}()
let numbers: Outcomes = {
  let actual = (0..<200).map { Float(10 * even(4000 + $0)) }
  return .regression(
    predicted: actual.indices.map { Float(Double(actual[$0]) + (2 * even(5000 + $0) - 1)) }, actual: actual)
}()

// scikit-learn's values, References/metrics.py; scores are floats, hence 1e-6 where they enter.
private let known: [(metric: Metric, outcomes: Outcomes, value: Double)] = [
  (.accuracy, binary, 0.67), (.f1, binary, 0.592592592593), (.macroF1, binary, 0.657640834111),
  (.areaUnderROC, binary, 0.811553030303), (.areaUnderPR, binary, 0.764729513365),
  (.logLoss, binary, 0.509757933530), (.accuracy, threeClasses, 0.96),
  (.macroF1, threeClasses, 0.959875689192), (.logLoss, threeClasses, 0.572631035147),
  (.areaUnderROC, threeClasses, 0.993609506912), (.rmse, numbers, 0.570338680636),
  (.meanAbsoluteError, numbers, 0.485857552923), (.rSquared, numbers, 0.962861206585),
]

@Test(arguments: known)
func `metrics agree with scikit-learn`(_ row: (metric: Metric, outcomes: Outcomes, value: Double)) {
  #expect(abs((row.metric.value(of: row.outcomes) ?? .nan) - row.value) < 1e-6)
}

@Test(arguments: known)
func `taking rows more than once is the same as repeating them`(
  _ row: (metric: Metric, outcomes: Outcomes, value: Double)
) throws {
  let counts = (0..<200).map { Int32(even(6000 + $0) * 4) }
  let rows = counts.indices.flatMap { [Int](repeating: $0, count: Int(counts[$0])) }
  let repeated: Outcomes =
    switch row.outcomes {
    case .binary(let p, let l): .binary(probabilities: rows.map { p[$0] }, labels: rows.map { l[$0] })
    case .multiclass(let p, let l, let k):
      .multiclass(
        probabilities: rows.flatMap { p[$0 * k..<($0 + 1) * k] }, labels: rows.map { l[$0] }, classes: k)
    case .regression(let p, let a): .regression(predicted: rows.map { p[$0] }, actual: rows.map { a[$0] })
    }
  let evaluator = try #require(MetricEvaluator(row.metric, row.outcomes))
  let weighted = try #require(evaluator.value(counts: counts))
  #expect(abs(weighted - (row.metric.value(of: repeated) ?? .nan)) < 1e-12)
}

@Test func `four rows by hand, with a tie`() {
  // Pairs of a positive with a negative: (0.8, 0.5) won, (0.8, 0.2) won, (0.5, 0.5) half, (0.5, 0.2) won.
  let rows = Outcomes.binary(probabilities: [0.8, 0.5, 0.5, 0.2], labels: [1, 1, 0, 0])
  #expect(Metric.areaUnderROC.value(of: rows) == 3.5 / 4)
  // Precision 1 at recall 1/2, then 2/3 at recall 1.
  #expect(abs((Metric.areaUnderPR.value(of: rows) ?? 0) - (0.5 + 0.5 * 2 / 3)) < 1e-15)
  // 0.5 predicts class 1: hits 3 of 4, one false alarm.
  #expect(Metric.accuracy.value(of: rows) == 0.75)
  #expect(Metric.f1.value(of: rows) == 0.8)
}

/// Perfect predictions and the value every metric must then have.
@Test func `perfect predictions reach the best value`() {
  let right = Outcomes.binary(probabilities: [1, 0, 1], labels: [1, 0, 1])
  let three = Outcomes.multiclass(
    probabilities: [1, 0, 0, 0, 1, 0, 0, 0, 1], labels: [0, 1, 2], classes: 3)
  let exact = Outcomes.regression(predicted: [1, 2, 4], actual: [1, 2, 4])
  for outcomes in [right, three, exact] {
    for metric in outcomes.metrics {
      #expect(metric.value(of: outcomes) == (metric.higherIsBetter ? 1 : 0), "\(metric)")
    }
  }
}

@Test func `what is undefined is missing, never a number`() {
  let oneClass = Outcomes.binary(probabilities: [0.2, 0.9], labels: [1, 1])
  #expect(Metric.areaUnderROC.value(of: oneClass) == nil)
  #expect(Metric.accuracy.value(of: oneClass) == 0.5)
  #expect(Metric.rSquared.value(of: .regression(predicted: [1, 2], actual: [3, 3])) == nil)
  for empty in [
    Outcomes.binary(probabilities: [], labels: []),
    .multiclass(probabilities: [], labels: [], classes: 3), .regression(predicted: [], actual: []),
  ] {
    for metric in empty.metrics { #expect(metric.value(of: empty) == nil) }
  }
  #expect(Metric.rmse.value(of: oneClass) == nil)
  #expect(MetricEvaluator(.f1, threeClasses) == nil)
}

@Test func `a certain and wrong prediction costs a large and finite loss`() {
  // -ln 1e-7 = 16.118.
  let wrong = Outcomes.binary(probabilities: [1], labels: [0])
  #expect(abs((Metric.logLoss.value(of: wrong) ?? 0) - 16.118095651) < 1e-8)
}

@Test func `ids are stable and say which way is better`() {
  #expect(
    Metric.allCases.map(\.id) == [
      "accuracy", "area-under-roc", "macro-f1", "f1", "rmse", "mean-absolute-error", "r-squared",
      "log-loss", "area-under-pr", "chr-f", "recall-at-5", "bits-per-character", "mean-average-precision",
      "frechet-distance", "word-error-rate", "log-spectral-distance", "mean-squared-error", "sharpe-ratio",
      "optimal-move-share", "mean-return", "bits-per-note",
    ])
  #expect(
    Metric.allCases.filter { !$0.higherIsBetter } == [
      .rmse, .meanAbsoluteError, .logLoss, .bitsPerCharacter, .frechetDistance, .wordErrorRate,
      .logSpectralDistance, .meanSquaredError, .bitsPerNote,
    ])
  #expect(Metric.rmse.gain(of: 1, over: 3) == 2 && Metric.accuracy.gain(of: 0.5, over: 0.75) == -0.25)
}
