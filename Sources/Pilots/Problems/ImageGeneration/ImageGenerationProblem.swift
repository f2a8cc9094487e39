import Datasets
import Kernels
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// New pictures like those given: how far features of made pictures are from those of real ones.
///
/// The baseline draws every pixel on its own, the classical method draws from a normal distribution over all
/// pixels, and the network is the generator of a small adversarial pair.
struct ImageGenerationProblem: PilotProblem {
  enum Model: Hashable, Codable, Sendable {
    case independent(IndependentPixels)
    case normal(NormalPixels)
    case generator(TrainedNetwork)
  }

  let kind = ProblemKind.imageGeneration
  let metric = Metric.frechetDistance
  let facts: CollectionFacts
  private let parts: PartSplit
  private let side: Int
  private let channels: Int
  private let pictures: [[Float]]
  private let fixedFeatures: PictureFeatures
  private let seed: UInt64

  /// Pictures that a model makes to be judged by.
  private static let made = 1_000

  /// - Throws: `PilotError.tooFewRows` for fewer than 30 pictures.
  init(_ collection: PictureCollection, seed: UInt64, control: PilotControl?) throws {
    facts = collection.facts
    parts = try PartSplit(collection.pictures.count, seed: seed)
    (side, channels) = (collection.side, collection.channels)
    let pictures =
      control == .shuffledLabels
      ? Self.shuffled(collection.pictures, seed: seed) : collection.pictures
    self.pictures = pictures
    self.seed = seed
    // A covariance of many numbers cannot be told from a few pictures.
    fixedFeatures = try PictureFeatures(
      parts.training.map { pictures[$0] }, side: collection.side, channels: collection.channels,
      count: min(16, max(4, parts.validation.count / 4)))
  }

  /// Every pixel's values dealt out to other pictures, each pixel on its own: what is left has nothing to do
  /// with its neighbours, and each pixel is as bright as often as before.
  private static func shuffled(_ pictures: [[Float]], seed: UInt64) -> [[Float]] {
    var generator = SeededGenerator(seed: seed, purpose: "shuffled pixels")
    var result = pictures
    for pixel in pictures.first?.indices ?? 0..<0 {
      var values = pictures.map { $0[pixel] }
      generator.shuffle(&values)
      for (place, value) in values.enumerated() { result[place][pixel] = value }
    }
    return result
  }

  var features: Int { side * side * channels }
  func count(_ part: ProblemPart) -> Int { parts[part].count }

  private var game: PictureGame { PictureGame(side: side, channels: channels) }
  private func pictures(_ part: ProblemPart) -> [[Float]] { parts[part].map { pictures[$0] } }

  /// Pictures made by a model, always the same ones for a purpose.
  private func made(_ model: Model, count: Int, for purpose: String) -> [[Float]] {
    var random = SeededGenerator(seed: seed, purpose: purpose)
    switch model {
    case .independent(let pixels): return (0..<count).map { _ in pixels.picture(&random) }
    case .normal(let pixels): return (0..<count).map { _ in pixels.picture(&random) }
    case .generator(let network): return game.pictures(network, count: count, &random)
    }
  }

  private func distance(_ model: Model, to real: NormalFit) -> Double? {
    NormalFit(
      fixedFeatures(made(model, count: Self.made, for: "choosing pictures")), columns: fixedFeatures.count
    ).map { FrechetDistance(to: real)($0) }
  }

  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model> {
    let training = pictures(.training)
    let normal = NormalPixels(training)
    switch candidate {
    case .baseline: return ProblemFit(.independent(IndependentPixels(training)))
    case .linear, .classical, .trees:
      return ProblemFit(normal.map { .normal($0) } ?? .independent(IndependentPixels(training)))
    case .smallNetwork:
      let real = NormalFit(fixedFeatures(pictures(.validation)), columns: fixedFeatures.count)
      let outcome = try game.train(on: training, request) { network in
        real.flatMap { distance(.generator(network), to: $0) } ?? .infinity
      }
      return ProblemFit(
        .generator(outcome.generator), epochs: outcome.bestLook,
        history: outcome.looks.map { PilotDiagnostics.EpochLoss($0) }, cut: outcome.interrupted)
    }
  }

  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator {
    let places = part == .training ? parts.thinned(.training, to: 400) : parts[part]
    let columns = fixedFeatures.count
    let made = NormalFit(
      fixedFeatures(made(model, count: Self.made, for: "judged pictures")), columns: columns)
    let distance = made.map {
      DistanceToReal(
        to: $0, real: fixedFeatures(places.map { pictures[$0] }), columns: columns, seed: seed)
    }
    return MetricEvaluator(metric, rows: places.count) { distance?($0) }
  }

  func parameterCount(_ model: Model) -> Int {
    switch model {
    case .independent(let pixels): pixels.values.reduce(0) { $0 + $1.count }
    case .normal(let pixels): pixels.mean.count + pixels.factor.count
    case .generator(let network): network.parameters.count
    }
  }

  func settings(_ model: Model, epochs: Int) -> [String: String] {
    switch model {
    case .independent: ["model": "independent-pixels"]
    case .normal: ["model": "normal-pixels"]
    case .generator:
      [
        "model": "adversarial-generator", "steps": "\(epochs * game.stepsBetweenLooks)",
        "noise": "\(game.noise)", "width": "\(game.width)", "dropout": "0.3",
      ]
    }
  }

  func use(_ model: Model, turn: Int) throws {
    _ = made(model, count: 1, for: "use \(turn)")
  }

  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample] {
    let trained = candidates.compactMap { candidate in models[candidate].map { (candidate, $0) } }
    func sheet(_ caption: LocalizedText, _ pictures: [[Float]]) -> PictureSample {
      let rows = stride(from: 0, to: min(pictures.count, 32), by: 8).map {
        Array(pictures[$0..<min($0 + 8, pictures.count)])
      }
      return PictureSample(caption: caption, sheet: rows, side: side, channels: channels)
    }
    let sheets =
      [
        sheet(
          LocalizedText(en: "Real, from the test part", zh: "真实图片（测试部分）"),
          parts.thinned(.test, to: 32).map { pictures[$0] })
      ]
      + trained.map { sheet(PictureWords.name($0.0), made($0.1, count: 32, for: "shown pictures")) }
    return [
      PilotSample(
        title: LocalizedText(en: "Real and made pictures", zh: "真实与生成的图片"),
        note: LocalizedText(
          en: "Made pictures are the first ones drawn, not the best ones.", zh: "生成的图片按抽取顺序展示，未经挑选。"),
        .pictures(sheets)),
      comparison(trained),
    ]
  }

  /// Whether made pictures can be told from real ones, and whether they are copies of training pictures.
  private func comparison(_ trained: [(PilotCandidate, Model)]) -> PilotSample {
    let count = min(300, parts.test.count, parts.training.count)
    let real = parts.thinned(.test, to: count).map { pictures[$0] }
    let training = parts.thinned(.training, to: count).map { pictures[$0] }
    let groups = [training] + trained.map { made($0.1, count: count, for: "judged pictures") }
    let features = fixedFeatures(real)
    let accuracy = groups.map {
      twoSampleAccuracy(features, fixedFeatures($0), columns: fixedFeatures.count)
    }
    let nearest = ([real] + groups.dropFirst()).map { Optional(distanceToTraining($0)) }
    return PilotSample(
      title: LocalizedText(en: "Can made pictures be told from real ones?", zh: "生成的图片能与真实图片区分开吗？"),
      note: LocalizedText(
        en: "Accuracy of a nearest-neighbour test on \(count) real test pictures and as many made ones: 0.5"
          + " is guessing. A distance to the nearest training picture far below that of real test pictures"
          + " means copies. The column of real pictures compares training with test pictures.",
        zh: "用最近邻方法区分 \(count) 张真实测试图片与同样多的生成图片：准确率 0.5 等于瞎猜。若到最近训练图片的距离远小于真实"
          + "测试图片的距离，说明是在抄袭训练图片。“真实图片”一列比较的是训练图片与测试图片。"),
      .table(
        TableSample(
          heading: LocalizedText(en: "Measure", zh: "指标"),
          columns: [LocalizedText(en: "Real pictures", zh: "真实图片")]
            + trained.map { PictureWords.name($0.0) },
          rows: [
            TableSample.Row(
              name: LocalizedText(en: "Two-sample accuracy", zh: "两样本检验准确率"), values: accuracy),
            TableSample.Row(
              name: LocalizedText(en: "Distance to training pictures", zh: "到训练图片的距离"), values: nearest),
          ])))
  }

  /// The mean root mean squared difference of pixels to the nearest training picture.
  private func distanceToTraining(_ made: [[Float]]) -> Double {
    let training = pictures(.training)
    let sum = made.reduce(0.0) { sum, picture in
      let nearest = training.reduce(Float.infinity) { least, other in
        var distance: Float = 0
        for pixel in picture.indices {
          let gap = picture[pixel] - other[pixel]
          distance += gap * gap
        }
        return min(least, distance)
      }
      return sum + Double(nearest / Float(max(features, 1))).squareRoot()
    }
    return sum / Double(max(made.count, 1))
  }
}
