import Networks
import Testing

/// Generator against discriminator: beside PyTorch's losses (References/adversarial.py), and by laws.
struct AdversarialTests {
  private let rows = 40
  private let features = Formula.features(rows: 40, columns: 6).map { $0 * 0.5 + 0.25 }
  private let generator = NetworkConfiguration(
    input: [4], [Dense(9, .tanh), Dense(6)], loss: MeanSquaredError())

  private func discriminator(_ loss: any Loss = BinaryCrossEntropy()) -> NetworkConfiguration {
    NetworkConfiguration(input: [6], [Dense(8, .leakyReLU), Dense(1)], loss: loss)
  }

  private func training(steps: Int, learningRate: Double = 0.01) -> AdversarialTraining {
    let adam = Adam(learningRate: learningRate, beta1: 0.5)
    return AdversarialTraining(
      generatorOptimiser: adam, discriminatorOptimiser: adam, batchSize: 8, steps: steps, seed: 7)
  }

  @Test func `the non-saturating game follows PyTorch for 50 steps`() throws {
    let records = try game(BinaryCrossEntropy())
    expectClose(
      records.map(\.discriminatorLoss),
      [
        1.4334525, 1.4791526, 1.4901963, 1.4972842, 1.5053811, 1.4548825, 1.4623443, 1.4946179, 1.5061464,
        1.4690580, 1.4551260, 1.4764135, 1.4161472, 1.4256815, 1.4183371, 1.3900740, 1.3838124, 1.3679972,
        1.3397079, 1.3748381, 1.3385466, 1.3384538, 1.3180118, 1.2520740, 1.2752074, 1.2932483, 1.3353018,
        1.2613475, 1.4001712, 1.3239607, 1.4411807, 1.4828475, 1.3972418, 1.5455048, 1.4387299, 1.3719761,
        1.4946595, 1.5157006, 1.5267987, 1.4975846, 1.4799683, 1.5064280, 1.4882139, 1.4532325, 1.4575769,
        1.4468114, 1.4546251, 1.4604722, 1.4312549, 1.4320040,
      ])
    expectClose(
      records.map(\.generatorLoss),
      [
        0.7888181, 0.7667130, 0.7405840, 0.7014063, 0.6801697, 0.6983451, 0.6628616, 0.6533549, 0.6306503,
        0.6544213, 0.6589891, 0.6417258, 0.6668372, 0.6690031, 0.6659786, 0.6862084, 0.6891022, 0.7083499,
        0.6979701, 0.7008910, 0.7174311, 0.7094390, 0.7156953, 0.7815552, 0.7660949, 0.7254685, 0.7014647,
        0.7664046, 0.6345288, 0.6974900, 0.5845082, 0.5903831, 0.6348710, 0.5750779, 0.6245489, 0.6927437,
        0.6058587, 0.5969888, 0.5858352, 0.6570275, 0.6390721, 0.6469808, 0.6509889, 0.6738452, 0.6850761,
        0.6936567, 0.6878944, 0.7015035, 0.7118319, 0.7090439,
      ])
  }

  @Test func `the game of least squares follows PyTorch for 50 steps`() throws {
    let records = try game(MeanSquaredError())
    expectClose(
      records.map(\.discriminatorLoss),
      [
        0.7835823, 0.8245869, 0.7876512, 0.7062644, 0.6721756, 0.5765042, 0.5316243, 0.5820902, 0.5163358,
        0.5080023, 0.4532845, 0.4511017, 0.3684349, 0.4004531, 0.3501532, 0.3377272, 0.2946903, 0.2860512,
        0.2141644, 0.2884812, 0.2234906, 0.2380984, 0.1874453, 0.1797270, 0.1711849, 0.1759352, 0.1807428,
        0.1690937, 0.2134010, 0.1467891, 0.1806516, 0.2289540, 0.1725583, 0.2998936, 0.2087682, 0.1773291,
        0.2202592, 0.3028219, 0.2949263, 0.2605970, 0.2407579, 0.2952990, 0.3003990, 0.3129096, 0.3157991,
        0.2660837, 0.3670427, 0.3721776, 0.3212430, 0.3697786,
      ])
    expectClose(
      records.map(\.generatorLoss),
      [
        0.6426661, 0.5643725, 0.5097080, 0.4001064, 0.3618479, 0.4291998, 0.3224267, 0.2819477, 0.2229794,
        0.2655510, 0.2892287, 0.2284411, 0.2643313, 0.2251038, 0.2503884, 0.2748295, 0.2058748, 0.2221037,
        0.2179544, 0.2168790, 0.2540114, 0.2215379, 0.1843984, 0.1765859, 0.1720091, 0.1620970, 0.1700925,
        0.2055365, 0.1499995, 0.1923845, 0.1473567, 0.1208074, 0.1580744, 0.1342626, 0.1800706, 0.2220098,
        0.1733822, 0.1163910, 0.0935363, 0.2047461, 0.1764068, 0.1570391, 0.1395111, 0.1281936, 0.1488869,
        0.1900021, 0.1222003, 0.1150713, 0.1466740, 0.1043282,
      ])
  }

  private func game(_ loss: any Loss) throws -> [AdversarialRecord] {
    let discriminator = discriminator(loss)
    let initial = (
      generator: try TrainedNetwork(
        configuration: generator, parameters: Formula.parameters(generator)),
      discriminator: try TrainedNetwork(
        configuration: discriminator, parameters: Formula.parameters(discriminator, start: 2_000_000))
    )
    return try trainAdversarially(
      generator: generator, discriminator: discriminator, training(steps: 50), on: features, rows: rows,
      initial: initial, noise: { Formula.features(rows: 8, columns: 4, start: 50_000 + 32 * $0) },
      batchOrder: { pass in (0..<40).map { (3 * $0 + 7 * pass) % 40 } }
    ).records
  }

  /// Equal to 1e-4: rounding in single precision grows over 50 steps of two networks.
  private func expectClose(_ losses: [Double], _ expected: [Double]) {
    #expect(losses.count == expected.count)
    for (step, (loss, reference)) in zip(losses, expected).enumerated() {
      #expect(abs(loss / reference - 1) < 1e-4, "step \(step + 1)")
    }
  }

  @Test func `the same seed gives the same bytes for any number of threads, another seed others`() throws {
    func outcome(_ threads: Int, seed: UInt64 = 7) throws -> AdversarialOutcome {
      var training = training(steps: 12)
      training.seed = seed
      return try trainAdversarially(
        generator: generator, discriminator: discriminator(), training, on: features, rows: rows,
        execution: Execution(threads: threads))
    }
    let one = try outcome(1)
    #expect(one.records.count == 12 && one.records.map(\.step) == Array(1...12))
    for threads in [2, 3] {
      let several = try outcome(threads)
      #expect(several.records == one.records)
      #expect(several.generator == one.generator && several.discriminator == one.discriminator)
    }
    #expect(try outcome(1, seed: 8).generator != one.generator)
  }

  @Test func `made rows come to have the real ones' mean and spread`() throws {
    // Real rows lie around (1, −1) with a deviation of 0.29.
    var real: [Float] = []
    for row in 0..<256 { real += [1 + 0.5 * wave(2 * row), -1 + 0.5 * wave(2 * row + 1)] }
    let generator = NetworkConfiguration(
      input: [2], [Dense(16, .tanh), Dense(2)], loss: MeanSquaredError())
    let discriminator = NetworkConfiguration(
      input: [2], [Dense(16, .leakyReLU), Dense(16, .leakyReLU), Dense(1)], loss: BinaryCrossEntropy())
    let adam = Adam(learningRate: 0.002, beta1: 0.5)
    let outcome = try trainAdversarially(
      generator: generator, discriminator: discriminator,
      AdversarialTraining(generatorOptimiser: adam, discriminatorOptimiser: adam, steps: 1500), on: real,
      rows: 256)
    let made = outcome.generator.predict(Formula.features(rows: 500, columns: 2).map { 1.7 * $0 }, rows: 500)
    for (column, centre) in [Float(1), -1].enumerated() {
      let values = stride(from: column, to: 1000, by: 2).map { made[$0] }
      let mean = values.reduce(0, +) / 500
      let spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 500).squareRoot()
      #expect(abs(mean - centre) < 0.2, "column \(column)")
      #expect(spread > 0.1 && spread < 0.6, "column \(column)")
    }
  }

  private func wave(_ place: Int) -> Float { Float(2 * Formula.even(60_000 + place) - 1) }

  @Test func `a caller can stop, and take the generator on the way`() throws {
    var taken: [TrainedNetwork] = []
    let outcome = try trainAdversarially(
      generator: generator, discriminator: discriminator(), training(steps: 9), on: features, rows: rows,
      onStep: { record, generator in
        taken.append(generator())
        return record.step == 4 ? .stop : .proceed
      })
    #expect(outcome.interrupted && outcome.records.count == 4)
    #expect(taken.count == 4 && taken[3] == outcome.generator && taken[2] != taken[3])
  }

  @Test func `a training that diverges says where, and keeps the last good networks`() throws {
    do {
      _ = try trainAdversarially(
        generator: generator, discriminator: discriminator(MeanSquaredError()),
        AdversarialTraining(
          generatorOptimiser: SGD(learningRate: 1e6), discriminatorOptimiser: SGD(learningRate: 1e6),
          batchSize: 8, steps: 100), on: features, rows: rows)
      Issue.record("it did not diverge")
    } catch let error as AdversarialTrainingDiverged {
      #expect(error.step > 1 && error.records.count == error.step - 1)
      #expect(error.lastGoodGenerator.parameters.allSatisfy { $0.isFinite })
      #expect(error.lastGoodDiscriminator.parameters.allSatisfy { $0.isFinite })
      #expect(error.description.contains("step \(error.step), in layer \(error.layer)"))
      #expect(error.chineseDescription.contains("第 \(error.step) 步"))
    }
  }

  @Test func `networks that do not fit each other are refused`() throws {
    func refusal(_ generator: NetworkConfiguration, _ discriminator: NetworkConfiguration) -> NetworkError? {
      do {
        _ = try trainAdversarially(
          generator: generator, discriminator: discriminator, training(steps: 1), on: features, rows: rows)
        return nil
      } catch { return error as? NetworkError }
    }
    let narrow = NetworkConfiguration(input: [4], [Dense(5)], loss: MeanSquaredError())
    #expect(
      refusal(narrow, discriminator())
        == .unsuitableInput(layer: "discriminator", expected: "[6]", found: "[5]"))
    #expect(
      refusal(generator, discriminator(HingeLoss()))
        == .illegalParameter(
          name: "discriminator.loss", legalRange: "binary-cross-entropy, mean-squared-error",
          value: "hinge"))
    let classes = NetworkConfiguration(input: [4], [Dense(6)], loss: BinaryCrossEntropy())
    #expect(
      refusal(classes, discriminator())
        == .illegalParameter(name: "generator.loss.link", legalRange: "identity", value: "sigmoid"))
    #expect(refusal(generator, discriminator()) == nil)
  }
}
