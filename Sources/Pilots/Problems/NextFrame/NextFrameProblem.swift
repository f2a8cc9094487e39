import Datasets
import Kernels
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// The next frame of a clip from the three before it, from the fourth frame on.
///
/// The baseline shows the last frame again or the mean frame, whichever was nearer in training; the classical
/// method goes on with the motion it sees; the network says how the last frame changes. Clips are dealt out to
/// the parts whole.
struct NextFrameProblem: PilotProblem {
  enum Model: Hashable, Codable, Sendable {
    case lastFrame
    case meanFrame([Float])
    case motion(MotionCompensation)
    case network(FrameNetwork, TrainedNetwork)
  }

  let kind = ProblemKind.nextFrame
  let metric = Metric.meanSquaredError
  let facts: CollectionFacts
  private let parts: PartSplit
  private let side: Int
  private let clips: [[[Float]]]

  private static let seen = FrameNetwork.frames

  /// - Throws: `PilotError.tooFewRows` for fewer than 30 clips.
  init(_ collection: ClipCollection, seed: UInt64, control: PilotControl?) throws {
    facts = collection.facts
    side = collection.side
    parts = try PartSplit(collection.clips.count, seed: seed)
    clips =
      control == .shuffledLabels ? Self.shuffled(collection.clips, seed: seed) : collection.clips
  }

  /// The frames of all clips dealt out anew: what came before then says nothing about what follows.
  private static func shuffled(_ clips: [[[Float]]], seed: UInt64) -> [[[Float]]] {
    var generator = SeededGenerator(seed: seed, purpose: "shuffled frames")
    var frames = clips.flatMap { $0 }
    generator.shuffle(&frames)
    var rest = frames[...]
    return clips.map { clip in
      defer { rest = rest.dropFirst(clip.count) }
      return Array(rest.prefix(clip.count))
    }
  }

  var features: Int { Self.seen * side * side }
  func count(_ part: ProblemPart) -> Int { parts[part].count }
  private func clips(_ part: ProblemPart) -> [[[Float]]] { parts[part].map { clips[$0] } }

  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model> {
    let training = clips(.training)
    switch candidate {
    case .baseline: return ProblemFit(try constant(training))
    case .linear, .classical, .trees:
      let examples = parts.thinned(.training, to: 40).map { clips[$0] }.flatMap { clip in
        (Self.seen..<clip.count).map { (before: clip[$0 - 2], last: clip[$0 - 1], next: clip[$0]) }
      }
      return ProblemFit(
        .motion(MotionCompensation(examples, side: side, shouldStop: request.shouldStop)))
    case .smallNetwork:
      let frames = FrameNetwork(side: side, fitting: training.flatMap { $0 })
      let examples = frames.examples(training, mirrored: true)
      let (epochs, batch) = (16, 16)
      let steps = epochs * (examples.rows + batch - 1) / batch
      let outcome = try train(
        frames.network,
        TrainingConfiguration(
          optimiser: Adam(learningRate: 0.003),
          schedule: Schedule(.cosine(steps: steps, final: 0.02), warmUpSteps: 20), batchSize: batch,
          epochs: epochs, clipNorm: 1, earlyStopping: EarlyStopping(patience: 4), seed: request.seed),
        on: examples,
        validation: frames.examples(clips(.validation), mirrored: false), execution: request.execution,
        shouldStop: request.shouldStop, onEpoch: request.onEpoch)
      return ProblemFit(outcome) { .network(frames, $0) }
    }
  }

  /// The better one in training of showing the last frame again and of always showing the mean frame.
  private func constant(_ training: [[[Float]]]) throws -> Model {
    let frames = training.flatMap { $0 }
    let mean = (0..<side * side).map { pixel in
      frames.reduce(Float(0)) { $0 + $1[pixel] } / Float(frames.count)
    }
    let models = [Model.meanFrame(mean), .lastFrame]
    let errors = try models.map { model in try training.reduce(0.0) { try $0 + error(model, $1) } }
    return errors[0] <= errors[1] ? models[0] : models[1]
  }

  /// The frame that follows each run of three.
  private func frames(_ model: Model, after runs: [ArraySlice<[Float]>]) throws -> [[Float]] {
    switch model {
    case .lastFrame: return runs.map { $0[$0.endIndex - 1] }
    case .meanFrame(let mean): return runs.map { _ in mean }
    case .motion(let motion):
      return runs.map { motion.frame(before: $0[$0.endIndex - 2], last: $0[$0.endIndex - 1]) }
    case .network(let frames, let network):
      return frames.frames(try Predictor(network, batchSize: 16), after: runs)
    }
  }

  private func predictions(_ model: Model, _ clip: [[Float]]) throws -> [[Float]] {
    try frames(model, after: (Self.seen..<clip.count).map { clip[$0 - Self.seen..<$0] })
  }

  /// The mean squared error of pixels over the predicted frames of a clip.
  private func error(_ model: Model, _ clip: [[Float]]) throws -> Double {
    let predicted = try predictions(model, clip)
    let sum = zip(predicted, clip.dropFirst(Self.seen)).reduce(0.0) { sum, pair in
      sum + zip(pair.0, pair.1).reduce(0.0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
    }
    return sum / Double(predicted.count * side * side)
  }

  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator {
    let places = part == .training ? parts.thinned(.training, to: 40) : parts[part]
    return MetricEvaluator(metric, meanOf: try places.map { try error(model, clips[$0]) })
  }

  func parameterCount(_ model: Model) -> Int {
    switch model {
    case .lastFrame: 0
    case .meanFrame(let mean): mean.count
    case .motion: 3
    case .network(_, let network): network.parameters.count
    }
  }

  func settings(_ model: Model, epochs: Int) -> [String: String] {
    switch model {
    case .lastFrame: ["model": "last-frame"]
    case .meanFrame: ["model": "mean-frame"]
    case .motion(let motion):
      [
        "model": "motion-compensation", "window": "\(2 * motion.radius + 1)",
        "reach": "\(MotionCompensation.reach)",
      ]
    case .network(let frames, _):
      [
        "model": "convolutional-frames", "epochs": "\(epochs)", "filters": "\(frames.filters)",
        "frames": "\(Self.seen)", "augmentation": "horizontal-flip",
      ]
    }
  }

  func use(_ model: Model, turn: Int) throws {
    let clip = clips[parts.test[turn % parts.test.count]]
    _ = try frames(model, after: [clip[0..<Self.seen]])
  }

  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample] {
    let trained = candidates.compactMap { candidate in models[candidate].map { (candidate, $0) } }
    let shown = parts.thinned(.test, to: 3).map { clips[$0] }
    var pictures: [PictureSample] = []
    for (number, clip) in shown.enumerated() {
      func picture(_ name: LocalizedText, _ frame: [Float]) -> PictureSample {
        PictureSample(
          caption: LocalizedText(en: "Clip \(number + 1): \(name.en)", zh: "短片 \(number + 1)：\(name.zh)"),
          width: side, height: side, values: frame)
      }
      pictures.append(picture(LocalizedText(en: "last frame", zh: "最后一帧"), clip[Self.seen - 1]))
      pictures.append(picture(LocalizedText(en: "true next frame", zh: "真实的下一帧"), clip[Self.seen]))
      for (candidate, model) in trained {
        pictures.append(
          picture(PictureWords.name(candidate), try frames(model, after: [clip[0..<Self.seen]])[0]))
      }
    }
    guard let model = models[winner] else { return [] }
    return [
      PilotSample(
        title: LocalizedText(en: "The next frame, true and predicted", zh: "下一帧：真实与预测"),
        .pictures(pictures)),
      PilotSample(
        title: LocalizedText(en: "Several frames ahead", zh: "连续预测多帧"),
        note: LocalizedText(
          en: "Above the true frames from the fourth on; below those of the chosen model, which sees its own"
            + " frames after the first three, so that its errors add up.",
          zh: "上排为第四帧起的真实画面；下排为所选模型的预测，它在前三帧之后只看自己预测的画面，误差会逐帧累积。"),
        .pictures(
          try shown.enumerated().map { number, clip in
            PictureSample(
              caption: LocalizedText(en: "Clip \(number + 1)", zh: "短片 \(number + 1)"),
              sheet: [Array(clip.dropFirst(Self.seen).prefix(10)), try rollout(model, clip)], side: side,
              channels: 1)
          })),
    ]
  }

  /// Up to ten frames, each predicted from those predicted before.
  private func rollout(_ model: Model, _ clip: [[Float]]) throws -> [[Float]] {
    var frames = Array(clip.prefix(Self.seen))
    for _ in 0..<min(clip.count - Self.seen, 10) {
      frames += try self.frames(model, after: [frames[(frames.count - Self.seen)...]])
    }
    return Array(frames.dropFirst(Self.seen))
  }
}
