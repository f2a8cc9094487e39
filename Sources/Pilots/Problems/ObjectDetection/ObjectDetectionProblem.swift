import Datasets
import Kernels
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// Boxes around things in pictures.
///
/// The baseline puts the same boxes into every picture, the classical method slides windows with gradient
/// histograms, and the network is a small fully convolutional detector.
struct ObjectDetectionProblem: PilotProblem {
  enum Model: Hashable, Codable, Sendable {
    case constant(ConstantBoxes)
    case windows(WindowDetector)
    case grid(GridDetector, TrainedNetwork)
  }

  let kind = ProblemKind.objectDetection
  let metric = Metric.meanAveragePrecision
  let facts: CollectionFacts
  private let parts: PartSplit
  private let collection: BoxCollection
  /// The true boxes of every picture.
  private let actual: [[Detection]]

  /// - Throws: `PilotError.tooFewRows` for fewer than 30 pictures.
  init(_ collection: BoxCollection, seed: UInt64, control: PilotControl?) throws {
    facts = collection.facts
    self.collection = collection
    parts = try PartSplit(collection.pictures.count, seed: seed)
    var boxes = collection.boxes
    if control == .shuffledLabels {
      var generator = SeededGenerator(seed: seed, purpose: "shuffled boxes")
      generator.shuffle(&boxes)
    }
    actual = boxes.map { boxes in
      boxes.map {
        Detection(PixelBox(x: $0.x, y: $0.y, width: $0.width, height: $0.height), label: $0.label)
      }
    }
  }

  private var side: Int { BoxCollection.side }
  private var classes: Int { collection.classes.count }
  var features: Int { side * side * collection.channels }
  func count(_ part: ProblemPart) -> Int { parts[part].count }

  private func actual(_ places: [Int]) -> [[Detection]] { places.map { actual[$0] } }

  /// Pictures with a mean of 0 and a spread of 1 each, so that light and contrast do not matter.
  private func scaled(_ places: [Int]) -> [[Float]] {
    places.map { place in
      let picture = collection.pictures[place]
      let mean = picture.reduce(0, +) / Float(picture.count)
      let variance = picture.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(picture.count)
      let scale = 1 / max(variance.squareRoot(), 1e-3)
      return picture.map { ($0 - mean) * scale }
    }
  }

  private func histograms(_ places: [Int]) -> [GradientHistograms] {
    let channels = collection.channels
    return scaled(places).map { picture in
      let brightness = stride(from: 0, to: picture.count, by: channels).map { start in
        picture[start..<start + channels].reduce(0, +) / Float(channels)
      }
      return GradientHistograms(brightness, side: side)
    }
  }

  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model> {
    let training = actual(parts.training)
    switch candidate {
    case .baseline:
      return ProblemFit(.constant(ConstantBoxes(training, classes: classes)))
    case .linear, .classical, .trees:
      return ProblemFit(
        .windows(
          try WindowDetector(
            histograms(parts.training), training, side: side, classes: classes, seed: request.seed,
            shouldStop: request.shouldStop)))
    case .smallNetwork:
      let detector = GridDetector(
        side: side, channels: collection.channels, classes: classes,
        boxes: training.flatMap { $0.map(\.box) })
      let examples = detector.examples(scaled(parts.training), training, mirrored: true)
      let (epochs, batch) = (24, 16)
      let steps = epochs * (examples.rows + batch - 1) / batch
      let outcome = try train(
        detector.network,
        TrainingConfiguration(
          optimiser: AdamW(learningRate: 0.003, weightDecay: 0.01),
          schedule: Schedule(.cosine(steps: steps, final: 0.02), warmUpSteps: 20), batchSize: batch,
          epochs: epochs, clipNorm: 2, earlyStopping: EarlyStopping(patience: 8), seed: request.seed),
        on: examples,
        validation: detector.examples(scaled(parts.validation), actual(parts.validation), mirrored: false),
        execution: request.execution, shouldStop: request.shouldStop, onEpoch: request.onEpoch)
      return ProblemFit(outcome) { .grid(detector, $0) }
    }
  }

  private func detections(_ model: Model, _ places: [Int]) throws -> [[Detection]] {
    switch model {
    case .constant(let constant): places.map { _ in constant.boxes }
    case .windows(let detector): histograms(places).map(detector.detections)
    case .grid(let detector, let network): try detector.detections(network, scaled(places))
    }
  }

  private func matched(_ model: Model, _ places: [Int]) throws -> MatchedDetections {
    MatchedDetections(
      found: try detections(model, places), actual: actual(places), classes: classes)
  }

  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator {
    let places = part == .training ? parts.thinned(.training, to: 100) : parts[part]
    let matched = try matched(model, places)
    return MetricEvaluator(metric, rows: places.count) { matched.meanAveragePrecision($0) }
  }

  func parameterCount(_ model: Model) -> Int {
    switch model {
    case .constant(let constant): 5 * constant.boxes.count
    case .windows(let detector): detector.model.weights.count + detector.model.intercepts.count
    case .grid(_, let network): network.parameters.count
    }
  }

  func settings(_ model: Model, epochs: Int) -> [String: String] {
    switch model {
    case .constant(let constant): ["model": "constant-boxes", "boxes": "\(constant.boxes.count)"]
    case .windows(let detector):
      [
        "model": "gradient-histogram-windows", "window-sizes": "\(detector.sizes.count)",
        "window-step": "\(WindowDetector.step)",
      ]
    case .grid:
      [
        "model": "grid-detector", "epochs": "\(epochs)", "cell": "\(GridDetector.cell)", "dropout": "0.2",
        "augmentation": "horizontal-flip",
      ]
    }
  }

  func use(_ model: Model, turn: Int) throws {
    _ = try detections(model, [parts.test[turn % parts.test.count]])
  }

  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample] {
    guard let model = models[winner] else { return [] }
    let shown = parts.thinned(.test, to: 8)
    let found = try detections(model, shown)
    let pictures = zip(shown, found).map { place, found in
      let (truth, sure) = (actual[place], sure(found))
      return PictureSample(
        caption: LocalizedText(
          en: "In the data: \(labels(truth)); found: \(labels(sure))",
          zh: "数据标注：\(labels(truth))；找到：\(labels(sure))"),
        width: side, height: side, channels: collection.channels, values: collection.pictures[place],
        boxes: truth.map { drawn($0, isTrue: true) } + sure.map { drawn($0, isTrue: false) })
    }
    return [
      PilotSample(
        title: LocalizedText(en: "Boxes found in test pictures", zh: "在测试图片中找到的方框"),
        note: LocalizedText(
          en: "Whole lines are boxes of the data, dashed ones those that the chosen model is at least 30 %"
            + " sure of (else its surest one).",
          zh: "实线为数据标注的方框，虚线为所选模型把握不低于 30% 的方框（若没有，则为把握最大的一个）。"), .pictures(pictures)),
      try precisionTable(models),
    ]
  }

  private func sure(_ found: [Detection]) -> [Detection] {
    let sure = found.filter { $0.confidence >= 0.3 }
    // One label a place, the surest.
    var shown: [Detection] = []
    for detection in sure where shown.allSatisfy({ $0.box.overlap(detection.box) <= 0.5 }) {
      shown.append(detection)
    }
    return shown.isEmpty ? Array(found.prefix(1)) : shown
  }

  private func labels(_ detections: [Detection]) -> String {
    detections.isEmpty ? "–" : detections.map { collection.classes[$0.label] }.joined(separator: ", ")
  }

  private func drawn(_ detection: Detection, isTrue: Bool) -> PictureSample.Box {
    PictureSample.Box(
      x: detection.box.x, y: detection.box.y, width: detection.box.width, height: detection.box.height,
      label: collection.classes[detection.label], isTrue: isTrue)
  }

  /// Average precision of each class in the test part.
  private func precisionTable(_ models: [PilotCandidate: Model]) throws -> PilotSample {
    let trained = candidates.compactMap { candidate in models[candidate].map { (candidate, $0) } }
    let matched = try trained.map { try self.matched($0.1, parts.test) }
    let once = [Int32](repeating: 1, count: parts.test.count)
    return PilotSample(
      title: LocalizedText(en: "Average precision by class", zh: "各类别的平均精度"),
      .table(
        TableSample(
          heading: LocalizedText(en: "Class", zh: "类别"),
          columns: trained.map { PictureWords.name($0.0) },
          rows: collection.classes.enumerated().map { label, name in
            TableSample.Row(
              name: name, values: matched.map { $0.averagePrecision(of: label, once) })
          })))
  }
}
