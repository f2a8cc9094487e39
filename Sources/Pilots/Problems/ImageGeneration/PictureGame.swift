import Kernels
import Networks

/// A generator of pictures and the discriminator it is trained against (Goodfellow and others, 2014), both
/// small and dense: the pictures are too small for convolutions to pay.
struct PictureGame: Sendable {
  let side: Int
  let channels: Int
  /// Random numbers a picture is made from.
  var noise = 32
  var width = 160
  var batchSize = 64
  var steps = 5_000
  /// Steps from one look at the validation pictures to the next.
  var stepsBetweenLooks = 250

  private var pixels: Int { side * side * channels }

  /// From noise to pixels between −1 and 1.
  var generator: NetworkConfiguration {
    var builder = NetworkBuilder()
    var last = builder.input("noise", [noise])
    for width in [width, 2 * width] {
      last = builder.add(Dense(width), to: last)
      last = builder.add(BatchNormalisation(), to: last)
      last = builder.add(ActivationLayer(.relu), to: last)
    }
    _ = builder.add(Dense(pixels, .tanh), to: last)
    return builder.network(loss: MeanSquaredError())
  }

  var discriminator: NetworkConfiguration {
    var builder = NetworkBuilder()
    var last = builder.input("picture", [pixels])
    for width in [2 * width, width] {
      last = builder.add(Dense(width, .leakyReLU), to: last)
      last = builder.add(Dropout(0.3), to: last)
    }
    _ = builder.add(Dense(1), to: last)
    return builder.network(loss: BinaryCrossEntropy())
  }

  /// What training left: the generator whose pictures were nearest to the validation ones.
  struct Outcome {
    var generator: TrainedNetwork
    /// The look at which it was best, counted from 1; 0 if training ended before the first.
    var bestLook: Int
    var looks: [EpochRecord]
    var interrupted: Bool
  }

  /// Trains both and keeps the generator with the least `distance`.
  ///
  /// - Parameter distance: from made pictures to those that choose.
  /// - Throws: what `request.onEpoch` throws; `NetworkError`.
  func train(
    on pictures: [[Float]], _ request: FitRequest, distance: (TrainedNetwork) -> Double
  ) throws -> Outcome {
    var best: (network: TrainedNetwork, distance: Double, look: Int)?
    var looks: [EpochRecord] = []
    var losses = 0.0
    let adam = Adam(learningRate: 0.0004, beta1: 0.5)
    func outcome(_ last: TrainedNetwork, interrupted: Bool) -> Outcome {
      Outcome(
        generator: best?.network ?? last, bestLook: best?.look ?? 0, looks: looks, interrupted: interrupted)
    }
    do {
      let trained = try trainAdversarially(
        generator: generator, discriminator: discriminator,
        AdversarialTraining(
          generatorOptimiser: adam, discriminatorOptimiser: adam, batchSize: batchSize, steps: steps,
          seed: request.seed),
        on: pictures.flatMap { $0.map { 2 * $0 - 1 } }, rows: pictures.count, execution: request.execution,
        shouldStop: request.shouldStop
      ) { record, generator in
        losses += record.discriminatorLoss
        guard record.step % stepsBetweenLooks == 0 else { return .proceed }
        let network = generator()
        let gap = distance(network)
        let look = record.step / stepsBetweenLooks
        if gap < best?.distance ?? .infinity { best = (network, gap, look) }
        let epoch = EpochRecord(
          epoch: look, trainingLoss: losses / Double(stepsBetweenLooks), validationLoss: gap)
        looks.append(epoch)
        losses = 0
        return try request.onEpoch(epoch)
      }
      return outcome(trained.generator, interrupted: trained.interrupted)
    } catch let diverged as AdversarialTrainingDiverged {
      return outcome(diverged.lastGoodGenerator, interrupted: false)
    }
  }

  /// Pictures made by a generator, pixels from 0 to 1.
  func pictures(_ generator: TrainedNetwork, count: Int, _ random: inout SeededGenerator) -> [[Float]] {
    let noise = (0..<count * noise).map { _ in Float(random.normal()) }
    let output = generator.predict(noise, rows: count)
    return (0..<count).map { output[$0 * pixels..<($0 + 1) * pixels].map { ($0 + 1) / 2 } }
  }
}
