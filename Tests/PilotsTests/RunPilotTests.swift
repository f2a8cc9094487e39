import Datasets
import ModelMetrics
import Pilots
import Recommendations
import TestSupport
import Testing

struct RunPilotTests {
  @Test func `separable classes give a clear gain`() throws {
    let result = try pilot(Table.separable(rows: 200))
    #expect(result.metric == "area-under-roc")
    #expect(result.winner != .baseline)
    #expect(result.gainIsReal && result.gain.low > 0.3)
    #expect(result.baseline == MeasuredScore(value: 0.5, low: 0.5, high: 0.5))
    #expect(result.score.value > 0.95)
    #expect(abs(result.gain.value - (result.score.value - 0.5)) < 1e-12)
    #expect(abs(result.relativeGain.value - (result.score.value - 0.5) / 0.5) < 1e-12)
    #expect(result.trainingRows == 160 && result.testRows == 40)
    #expect(result.candidates.map(\.candidate) == [.baseline, .linear, .trees, .smallNetwork])
    #expect(result.candidates.allSatisfy { $0.foldScores.count == 3 })
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `labels that mean nothing give no gain`(_ seed: UInt64) throws {
    let result = try pilot(Table.noise(rows: 240, seed: seed))
    #expect(!result.gainIsReal)
    #expect(result.gain.low <= 0)
  }

  @Test func `the bundled tumour data give the published kind of result`() throws {
    // Logistic regression on these 30 measurements reaches an area of 0.99 (scikit-learn, same data).
    let data = try SampleData.load("breast-cancer-wisconsin", root: repositoryRoot, seed: 42)
    let result = try pilot(data)
    #expect(result.data.origin == .sampleReal && result.data.rows == 569)
    #expect(result.score.value > 0.98 && result.gain.low > 0.45)
  }

  @Test func `a network that diverges is left out and named`() throws {
    var wild = smallPilot
    wild.learningRate = 1e30
    let result = try pilot(Table.separable(rows: 100), wild)
    #expect(result.candidates.map(\.candidate) == [.baseline, .linear, .trees])
    #expect(result.notes.contains { $0.kind == PilotRemark.diverged })
  }

  @Test func `several classes are judged by accuracy when they are of like size`() throws {
    let result = try pilot(Table.threeClasses(rows: 150))
    #expect(result.metric == "accuracy")
    #expect(result.data.task == "multiclass" && result.data.classes.count == 3)
    #expect(result.gainIsReal && result.score.value > 0.9)
    #expect(result.diagnostics.confusion.count == 3)
    #expect(result.diagnostics.confusion.joined().reduce(0, +) == result.testRows)
    #expect(result.diagnostics.roc.isEmpty)
  }

  @Test func `numbers are judged by their error`() throws {
    let result = try pilot(Table.numbers(rows: 200))
    #expect(result.metric == "rmse" && !result.higherIsBetter)
    // The noise has a standard deviation of 300, the target one of about 3,600.
    #expect(result.score.value > 200 && result.score.value < 450)
    #expect(result.baseline.value > 2_500)
    #expect(result.gainIsReal && result.relativeGain.value > 0.8)
    #expect(result.diagnostics.predictions.count == 40 && result.diagnostics.confusion.isEmpty)
  }

  @Test func `test labels do not touch the choice`() throws {
    let training = try Table.separable(rows: 120)
    let right = try Table.heldOut(Table.twoClasses(rows: 60, seed: 9, distance: 3), for: training)
    let wrong = try Table.heldOut(
      Table.twoClasses(rows: 60, seed: 9, distance: 3, flipped: true), for: training)
    let first = try pilot(training, heldOut: right)
    let second = try pilot(training, heldOut: wrong)
    #expect(first.winner == second.winner)
    #expect(first.candidates.map(\.foldScores) == second.candidates.map(\.foldScores))
    #expect(first.candidates.map(\.settings) == second.candidates.map(\.settings))
    #expect(first.testGiven && first.trainingRows == 120 && first.testRows == 60)
    // With all labels turned round the area is turned round too.
    #expect(abs(first.score.value + second.score.value - 1) < 1e-6)
    #expect(first.gainIsReal && !second.gainIsReal)
  }

  @Test func `the same seed gives the same result and another seed another`() throws {
    let data = try Table.noise(rows: 120)
    let first = try pilot(data)
    #expect(try pilot(data) == first)
    #expect(try pilot(data, seed: 43).candidates.map(\.foldScores) != first.candidates.map(\.foldScores))
  }

  @Test func `a metric that suits is taken, one that does not is refused aloud`() throws {
    var asked = smallPilot
    asked.metric = "log-loss"
    let suited = try pilot(Table.separable(rows: 100), asked)
    #expect(suited.metric == "log-loss" && !suited.higherIsBetter)
    #expect(!suited.notes.contains { $0.kind == PilotRemark.metricChanged })
    let refused = try pilot(Table.numbers(rows: 100), asked)
    #expect(refused.metric == "rmse")
    #expect(refused.notes.contains(PilotRemark(kind: PilotRemark.metricChanged, detail: "log-loss")))
  }

  @Test func `a class of few rows lowers the number of folds`() throws {
    var lines = Table.twoClasses(rows: 60, seed: 2, distance: 3).split(separator: "\n").map(String.init)
    let rare = lines.indices.dropFirst().filter { lines[$0].hasSuffix(",yes") }.dropFirst(4)
    for index in rare { lines[index] = lines[index].replacingOccurrences(",yes", ",no") }
    var asked = smallPilot
    asked.folds = 5
    // Four positive rows, one of them held out.
    let result = try pilot(Table.read(lines.joined(separator: "\n")), asked)
    #expect(result.folds == 3)
    #expect(result.notes.contains(PilotRemark(kind: PilotRemark.foldsChanged, detail: "3")))
    #expect(result.notes.contains { $0.kind == PilotRemark.rareClasses && $0.detail.contains("yes") })
  }

  @Test func `test rows of another task are refused`() throws {
    let training = try Table.separable(rows: 60)
    let other = try Table.numbers(rows: 60)
    #expect(throws: PilotError.otherTask(expected: "binary", found: "regression")) {
      try pilot(training, heldOut: other)
    }
  }

  @Test func `a test file of one class has no area under the curve`() throws {
    let training = try Table.separable(rows: 60)
    let text = Table.twoClasses(rows: 40, seed: 5, distance: 3).split(separator: "\n")
    let one = try Table.heldOut(
      text.filter { !$0.hasSuffix(",no") }.joined(separator: "\n"), for: training)
    #expect(throws: PilotError.metricUndefined(.areaUnderROC, .test)) {
      try pilot(training, heldOut: one)
    }
  }

  @Test func `diagnostics belong to the winner on the test rows`() throws {
    let result = try pilot(Table.separable(rows: 200))
    let roc = result.diagnostics.roc
    #expect(roc.first == PilotDiagnostics.CurvePoint(x: 0, y: 0))
    #expect(roc.last == PilotDiagnostics.CurvePoint(x: 1, y: 1))
    // The area under the points is the score: trapezoids.
    let area = zip(roc, roc.dropFirst()).reduce(0.0) { $0 + ($1.1.x - $1.0.x) * ($1.1.y + $1.0.y) / 2 }
    #expect(abs(area - result.score.value) < 1e-9)
    #expect(result.diagnostics.confusion.joined().reduce(0, +) == 40)
    #expect(!result.diagnostics.losses.isEmpty)
  }
}

extension String {
  /// Replaces one ending by another.
  fileprivate func replacingOccurrences(_ ending: String, _ other: String) -> String {
    hasSuffix(ending) ? String(dropLast(ending.count)) + other : self
  }
}
