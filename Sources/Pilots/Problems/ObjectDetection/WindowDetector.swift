import Foundation
import Kernels
import ModelMetrics
import Networks

/// Windows of a few sizes slid over the picture, each told from the background by logistic regression on its
/// gradient histograms (Dalal and Triggs, 2005).
struct WindowDetector: Hashable, Codable, Sendable {
  /// Width and height of windows, in pixels.
  struct Size: Hashable, Codable, Sendable {
    var width: Double
    var height: Double
  }

  let sizes: [Size]
  let side: Int
  /// Class 0 is the background, then the labels follow.
  let model: LogisticRegression

  /// Pixels from one window to the next.
  static let step = 2

  /// Trains on windows that overlap a true box well, on random ones that hardly do, and then again with those
  /// that the first detector took for something by mistake.
  init(
    _ pictures: [GradientHistograms], _ actual: [[Detection]], side: Int, classes: Int, seed: UInt64,
    shouldStop: @escaping () -> Bool
  ) throws {
    self.side = side
    sizes = Self.usualSizes(actual.flatMap { $0.map(\.box) })
    let windows = Self.windows(sizes, side: side)
    var random = SeededGenerator(seed: seed, purpose: "windows")
    var features: [Float] = []
    var labels: [Float] = []
    for (picture, truths) in zip(pictures, actual) {
      for truth in truths {
        var near = windows.filter { $0.overlap(truth.box) >= 0.6 }
        random.shuffle(&near)
        for window in [truth.box] + near.prefix(4) {
          features += picture.features(window)
          labels.append(Float(truth.label + 1))
        }
      }
      for _ in 0..<10 {
        let window = windows[random.index(below: windows.count)]
        if truths.contains(where: { $0.box.overlap(window) >= 0.3 }) { continue }
        features += picture.features(window)
        labels.append(0)
      }
    }
    func fitted() throws -> LogisticRegression {
      try LogisticRegression.fit(
        ExampleSet(
          rows: labels.count, columns: GradientHistograms.count, features: features, targets: labels),
        classes: classes + 1, l2: 3, tolerance: 1e-4, maximumIterations: 30, shouldStop: shouldStop)
    }
    let first = try fitted()
    for (picture, truths) in zip(pictures, actual) {
      if shouldStop() { break }
      let scores = first.predict(windows.flatMap(picture.features), rows: windows.count)
      let background = windows.indices.map { Self.probabilities(scores, $0, first)[0] }
      let mistakes = windows.indices.filter { window in
        background[window] < 0.5 && truths.allSatisfy { $0.box.overlap(windows[window]) < 0.3 }
      }.sorted {
        background[$0] != background[$1] ? background[$0] < background[$1] : $0 < $1
      }
      for mistake in mistakes.prefix(8) {
        features += picture.features(windows[mistake])
        labels.append(0)
      }
    }
    model = try fitted()
  }

  /// The surest distinct windows of a picture.
  func detections(_ picture: GradientHistograms) -> [Detection] {
    let windows = Self.windows(sizes, side: side)
    let scores = model.predict(windows.flatMap(picture.features), rows: windows.count)
    var found: [Detection] = []
    for (place, window) in windows.enumerated() {
      for (label, probability) in Self.probabilities(scores, place, model).dropFirst().enumerated()
      where probability > 0.1 {
        found.append(Detection(window, label: label, confidence: probability))
      }
    }
    return Array(Detection.distinct(found, limit: 0.3).prefix(20))
  }

  /// One probability a class, the background first.
  private static func probabilities(_ scores: [Float], _ row: Int, _ model: LogisticRegression) -> [Double] {
    if model.classes == 2 { return [1 - Double(scores[row]), Double(scores[row])] }
    return (0..<model.classes).map { Double(scores[row * model.classes + $0]) }
  }

  /// Three sizes in the midst of the true ones (k-means on the logarithms of width and height).
  static func usualSizes(_ boxes: [PixelBox]) -> [Size] {
    let logs = boxes.map { (log($0.width), log($0.height)) }.sorted { $0.0 + $0.1 < $1.0 + $1.1 }
    guard !logs.isEmpty else { return [] }
    var centres = [1, 3, 5].map { logs[logs.count * $0 / 6] }
    for _ in 0..<10 {
      var sums = centres.map { _ in (0.0, 0.0, 0.0) }
      for size in logs {
        let gaps = centres.map { pow($0.0 - size.0, 2) + pow($0.1 - size.1, 2) }
        let nearest = gaps.indices.min { gaps[$0] < gaps[$1] } ?? 0
        sums[nearest] = (sums[nearest].0 + size.0, sums[nearest].1 + size.1, sums[nearest].2 + 1)
      }
      for place in centres.indices where sums[place].2 > 0 {
        centres[place] = (sums[place].0 / sums[place].2, sums[place].1 / sums[place].2)
      }
    }
    return centres.map { Size(width: exp($0.0), height: exp($0.1)) }
  }

  private static func windows(_ sizes: [Size], side: Int) -> [PixelBox] {
    sizes.flatMap { size in
      let (width, height) = (min(size.width, Double(side)), min(size.height, Double(side)))
      return stride(from: 0, through: Double(side) - height, by: Double(step)).flatMap { y in
        stride(from: 0, through: Double(side) - width, by: Double(step)).map { x in
          PixelBox(x: x, y: y, width: width, height: height)
        }
      }
    }
  }
}
