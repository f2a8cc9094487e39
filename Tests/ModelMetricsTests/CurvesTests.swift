import ModelMetrics
import Testing

@Test func `the threshold points are scikit-learn's`() {
  let points = thresholdPoints(probabilities: scores, labels: labels)
  // scikit-learn adds a first point above every score: its 48 points, its number 10 is ours of index 9.
  #expect(points.count == 47)
  #expect(points[9].threshold == 0.76 && points[9].falsePositiveRate == 0)
  #expect(abs(points[9].truePositiveRate - 0.411764705882) < 1e-12 && points[9].precision == 1)
  #expect(points.last?.falsePositiveRate == 1 && points.last?.truePositiveRate == 1)
}

@Test func `leaving out straight runs keeps the area`() {
  let points = rocPoints(probabilities: scores, labels: labels)
  #expect(points.count < 47)
  var (x, y, area) = (0.0, 0.0, 0.0)
  for point in points {
    area += (point.falsePositiveRate - x) * (point.truePositiveRate + y) / 2
    (x, y) = (point.falsePositiveRate, point.truePositiveRate)
  }
  #expect(abs(area - 0.811553030303) < 1e-12)
}

@Test func `one class has no curve`() {
  #expect(rocPoints(probabilities: [0.1, 0.2], labels: [0, 0]).isEmpty)
  #expect(rocPoints(probabilities: [], labels: []).isEmpty)
}

@Test func `calibration bins and errors by hand`() {
  // Bins of a half: 0.25 and 0.35 with one hit, 0.5 and 1.0 with two.
  let bins = calibrationBins(probabilities: [0.25, 0.35, 0.5, 1], labels: [0, 1, 1, 1], bins: 2)
  #expect(bins.map(\.rows) == [2, 2] && bins.map(\.observedShare) == [0.5, 1])
  #expect(bins.map(\.low) == [0, 0.5] && bins.map(\.high) == [0.5, 1])
  #expect(abs(bins[0].meanProbability - 0.3) < 1e-7 && bins[1].meanProbability == 0.75)
  #expect(abs((expectedCalibrationError(bins) ?? 0) - (0.2 + 0.25) / 2) < 1e-7)
  #expect(abs((brierError(probabilities: scores, labels: labels) ?? 0) - 0.174550000799) < 1e-6)
  #expect(calibrationBins(probabilities: [0.05], labels: [0]).count == 1)
  #expect(expectedCalibrationError([]) == nil && brierError(probabilities: [], labels: []) == nil)
}
