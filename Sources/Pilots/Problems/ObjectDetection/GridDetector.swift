import Datasets
import Foundation
import ModelMetrics
import Networks

/// A fully convolutional detector: every cell of a grid says what has its centre there, where in the cell,
/// and how wide and high it is, in one pass (Redmon and others, 2016).
///
/// All of it is classification with one softmax a question, so that cells without a thing can be left out of
/// the questions about its box. Places and sizes are spread over bins; the mean over the bins' probabilities
/// is the answer (Li and others, 2020, do so for the edges of boxes).
struct GridDetector: Hashable, Codable, Sendable {
  let side: Int
  let channels: Int
  let classes: Int
  /// Logarithms of the smallest and of the largest width or height.
  let sizes: ClosedRange<Double>

  /// Pixels along a cell's edge: three halvings of the picture.
  static let cell = 8
  static let bins = 8
  /// What, where across, where down, how wide, how high.
  private static let questions = 5

  init(side: Int, channels: Int, classes: Int, boxes: [PixelBox]) {
    self.side = side
    self.channels = channels
    self.classes = classes
    let edges = boxes.flatMap { [log(max($0.width, 1)), log(max($0.height, 1))] }
    let (low, high) = (edges.min() ?? 0, edges.max() ?? 0)
    sizes = low...max(high, low + 0.1)
  }

  private var cells: Int { side / Self.cell }
  /// Answers of a question; those that a question does not have are never right.
  private var answers: Int { max(classes + 1, Self.bins) }
  private var positions: Int { cells * cells * Self.questions }

  var network: NetworkConfiguration {
    var builder = NetworkBuilder()
    var last = builder.input("picture", [side, side, channels])
    // Larger first windows with a stride see edges through noise, and spare the costly full size.
    for (filters, kernel, stride) in [(16, 5, 2), (32, 3, 1), (48, 3, 1)] as [(Int, Extent, Extent)] {
      last = builder.add(
        Convolution2D(filters, kernel: kernel, stride: stride, padding: .same, hasBias: false), to: last)
      last = builder.add(BatchNormalisation(), to: last)
      last = builder.add(ActivationLayer(.relu), to: last)
      if filters > 16 { last = builder.add(MaxPooling2D(2), to: last) }
    }
    last = builder.add(Convolution2D(64, kernel: 3, padding: .same, .relu), to: last)
    last = builder.add(Dropout(0.2), to: last)
    last = builder.add(Convolution2D(Self.questions * answers, kernel: 1), to: last)
    _ = builder.add(Reshape([positions, answers]), to: last)
    return builder.network(loss: SoftmaxCrossEntropy(ignoredTarget: -1))
  }

  /// Pictures with their true boxes, and their mirror images (left to right, top to bottom, both) with theirs.
  func examples(_ pictures: [[Float]], _ actual: [[Detection]], mirrored: Bool) -> ExampleSet {
    let flips = mirrored ? [(false, false), (true, false), (false, true), (true, true)] : [(false, false)]
    var (features, targets): ([Float], [Float]) = ([], [])
    for (across, down) in flips {
      for (picture, boxes) in zip(pictures, actual) {
        features += flipped(picture, across: across, down: down)
        targets += self.targets(
          boxes.map { truth in
            var truth = truth
            if across { truth.box.x = Double(side) - truth.box.x - truth.box.width }
            if down { truth.box.y = Double(side) - truth.box.y - truth.box.height }
            return truth
          })
      }
    }
    let columns = side * side * channels
    return ExampleSet(
      rows: features.count / columns, columns: columns, features: features, targets: targets)
  }

  private func flipped(_ picture: [Float], across: Bool, down: Bool) -> [Float] {
    guard across || down else { return picture }
    var result = picture
    for row in 0..<side {
      let from = (down ? side - 1 - row : row) * side
      for column in 0..<side {
        let source = (from + (across ? side - 1 - column : column)) * channels
        let place = (row * side + column) * channels
        for channel in 0..<channels { result[place + channel] = picture[source + channel] }
      }
    }
    return result
  }

  /// The right answers: 0 for nothing in a cell, or the label and 1; of two things in a cell the last.
  func targets(_ boxes: [Detection]) -> [Float] {
    var targets = (0..<positions).map { Float($0 % Self.questions == 0 ? 0 : -1) }
    for truth in boxes {
      let (x, y) = (truth.box.x + truth.box.width / 2, truth.box.y + truth.box.height / 2)
      let column = min(max(Int(x) / Self.cell, 0), cells - 1)
      let row = min(max(Int(y) / Self.cell, 0), cells - 1)
      let start = (row * cells + column) * Self.questions
      targets[start] = Float(truth.label + 1)
      let shares = [
        x / Double(Self.cell) - Double(column), y / Double(Self.cell) - Double(row),
        sizeShare(truth.box.width), sizeShare(truth.box.height),
      ]
      for (question, share) in shares.enumerated() {
        targets[start + 1 + question] = Float(min(max(Int(share * Double(Self.bins)), 0), Self.bins - 1))
      }
    }
    return targets
  }

  private func sizeShare(_ edge: Double) -> Double {
    (log(max(edge, 1)) - sizes.lowerBound) / (sizes.upperBound - sizes.lowerBound)
  }

  /// The surest distinct boxes of each picture.
  func detections(_ network: TrainedNetwork, _ pictures: [[Float]]) throws -> [[Detection]] {
    let predictor = try Predictor(network, batchSize: min(max(pictures.count, 1), 32))
    let output = predictor.predict(pictures.flatMap { $0 }, rows: pictures.count)
    let width = positions * answers
    return pictures.indices.map { detections(output[$0 * width..<($0 + 1) * width]) }
  }

  /// - Parameter output: probabilities, row-major [cells][cells][questions][answers].
  func detections(_ output: ArraySlice<Float>) -> [Detection] {
    var found: [Detection] = []
    for place in 0..<cells * cells {
      let start = output.startIndex + place * Self.questions * answers
      let shares = (1..<Self.questions).map { question in
        let bins = output[start + question * answers..<start + question * answers + Self.bins]
        let sum = bins.reduce(0, +)
        let mean = bins.enumerated().reduce(Float(0)) { $0 + $1.element * (Float($1.offset) + 0.5) }
        return Double(mean / max(sum, 1e-9)) / Double(Self.bins)
      }
      let (x, y) = (Double(place % cells) + shares[0], Double(place / cells) + shares[1])
      let edges = shares[2...].map {
        exp(sizes.lowerBound + $0 * (sizes.upperBound - sizes.lowerBound))
      }
      let box = PixelBox(
        x: x * Double(Self.cell) - edges[0] / 2, y: y * Double(Self.cell) - edges[1] / 2, width: edges[0],
        height: edges[1])
      for label in 0..<classes where output[start + label + 1] > 0.02 {
        found.append(Detection(box, label: label, confidence: Double(output[start + label + 1])))
      }
    }
    return Array(Detection.distinct(found, limit: 0.3).prefix(20))
  }
}
