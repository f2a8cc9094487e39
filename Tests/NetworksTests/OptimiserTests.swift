import Foundation
import Networks
import Testing

/// Every optimiser by hand for its first steps, and beside PyTorch's for 50 (References/optimisers.py).
struct OptimiserTests {
  /// An optimiser, and the value of one weight after each of the first steps.
  struct Example: CustomStringConvertible, Sendable {
    let description: String
    let optimiser: any Optimiser
    var clipNorm: Double?
    let weights: [Double]
  }

  /// The loss is w², from w = 0.5 on, so that the gradient is 2 w: 1 in the first step.
  static let examples = [
    Example(description: "descent", optimiser: SGD(learningRate: 0.1), weights: [0.4, 0.32]),
    Example(
      description: "momentum: 0.4 − 0.1 (0.9 · 1 + 0.8)", optimiser: SGD(learningRate: 0.1, momentum: 0.9),
      weights: [0.4, 0.23]),
    Example(
      description: "Nesterov: 0.5 − 0.1 (1 + 0.9), then 0.31 − 0.1 (0.62 + 0.9 · 1.52)",
      optimiser: SGD(learningRate: 0.1, momentum: 0.9, nesterov: true), weights: [0.31, 0.1112]),
    Example(
      description: "RMSProp: 0.5 − 0.01 / √0.01, then 0.4 − 0.01 · 0.8 / √(0.0099 + 0.0064)",
      optimiser: RMSProp(learningRate: 0.01), weights: [0.4, 0.4 - 0.008 / 0.0163.squareRoot()]),
    Example(
      description: "Adam: 0.5 − 0.1 · 1 / √1, then 0.4 − 0.1 (0.17 / 0.19) / √(0.001639 / 0.001999)",
      optimiser: Adam(learningRate: 0.1),
      weights: [0.4, 0.4 - 0.1 * (0.17 / 0.19) / (0.001639 / 0.001999).squareRoot()]),
    Example(
      description: "AdamW: 0.5 (1 − 0.1 · 0.5) − 0.1", optimiser: AdamW(learningRate: 0.1, weightDecay: 0.5),
      weights: [0.375]),
    Example(
      description: "clipped to 0.9, and then not, since the gradient is 0.82",
      optimiser: SGD(learningRate: 0.1), clipNorm: 0.9, weights: [0.41, 0.328]),
  ]

  @Test(arguments: examples) func `the first steps by hand`(_ example: Example) throws {
    let network = NetworkConfiguration(input: [1], [Dense(1, hasBias: false)], loss: MeanSquaredError())
    let initial = try TrainedNetwork(configuration: network, parameters: [0.5])
    for (index, weight) in example.weights.enumerated() {
      let outcome = try train(
        network,
        TrainingConfiguration(
          optimiser: example.optimiser, epochs: index + 1, clipNorm: example.clipNorm),
        on: ExampleSet(rows: 1, columns: 1, features: [1], targets: [0]), initial: initial)
      #expect(abs(Double(outcome.network.parameters[0]) - weight) < 1e-6, "step \(index + 1)")
    }
  }

  @Test func `the schedule's factors by hand`() {
    let cosine = Schedule(.cosine(steps: 4, final: 0.2), warmUpSteps: 2)
    // Up in two steps; then 0.2 + 0.8 (1 + cos) / 2 at 0, ¼, ½, ¾ and 1 of half a turn; then 0.2.
    let root = 0.5.squareRoot()
    let expected = [0.5, 1, 1, 0.6 + 0.4 * root, 0.6, 0.6 - 0.4 * root, 0.2, 0.2]
    for (step, factor) in zip(1..., expected) { #expect(abs(cosine.factor(step: step) - factor) < 1e-12) }
    let stairs = Schedule(.step(every: 2, factor: 0.5))
    #expect((1...6).map { stairs.factor(step: $0) } == [1, 1, 0.5, 0.5, 0.25, 0.25])
    #expect((1...3).map { Schedule(warmUpSteps: 4).factor(step: $0) } == [0.25, 0.5, 0.75])
    #expect(Schedule.constant.factor(step: 1_000) == 1)
  }

  @Test(arguments: [
    (SGD(learningRate: 0) as any Optimiser, "learningRate"), (SGD(momentum: 1), "momentum"),
    (RMSProp(smoothing: -0.1), "smoothing"), (Adam(beta1: 1), "beta1"), (Adam(epsilon: 0), "epsilon"),
    (AdamW(beta2: -1), "beta2"), (AdamW(weightDecay: -1), "weightDecay"),
    (Adam(learningRate: .infinity), "learningRate"),
  ])
  func `constants out of range are refused by name`(_ optimiser: any Optimiser, _ name: String) {
    do {
      try optimiser.validate()
      Issue.record("\(name) was accepted")
    } catch NetworkError.illegalParameter(let found, _, _) {
      #expect(found == name)
    } catch { Issue.record("\(error)") }
  }

  /// A training, PyTorch's losses of its steps 1, 10, 20, 30, 40 and 50, and the sum of the absolute
  /// parameters after them.
  struct Path: CustomStringConvertible, Sendable {
    let optimiser: any Optimiser
    let clipNorm: Double?
    let schedule: Schedule
    let losses: [Double]
    let size: Double

    init(
      _ optimiser: any Optimiser, clipNorm: Double? = nil, schedule: Schedule = .constant,
      losses: [Double], size: Double
    ) {
      self.optimiser = optimiser
      self.clipNorm = clipNorm
      self.schedule = schedule
      self.losses = losses
      self.size = size
    }

    var description: String {
      let how = clipNorm != nil ? "clipped" : schedule != .constant ? "scheduled" : "plain"
      return "\(optimiser), \(how)"
    }
  }

  private static let cosine = Schedule(.cosine(steps: 40, final: 0.1), warmUpSteps: 5)

  static let paths = [
    Path(
      SGD(learningRate: 0.1),
      losses: [0.5968274, 0.3512007, 0.3418902, 0.3407966, 0.3407307, 0.3403875], size: 15.4404897),
    Path(
      SGD(learningRate: 0.1), clipNorm: 0.15,
      losses: [0.5968274, 0.3723966, 0.3574533, 0.3480428, 0.3428382, 0.3406753], size: 15.5702522),
    Path(
      SGD(learningRate: 0.1), schedule: cosine,
      losses: [0.5968274, 0.3534251, 0.3389400, 0.3322801, 0.3280455, 0.3270421], size: 15.4291294),
    Path(
      SGD(learningRate: 0.05, momentum: 0.9),
      losses: [0.5968274, 0.3479922, 0.3626891, 0.3440864, 0.3260894, 0.3229586], size: 14.6800069),
    Path(
      SGD(learningRate: 0.05, momentum: 0.9), clipNorm: 0.15,
      losses: [0.5968274, 0.3610607, 0.3370909, 0.3467863, 0.3583280, 0.3605213], size: 15.3564723),
    Path(
      SGD(learningRate: 0.05, momentum: 0.9), schedule: cosine,
      losses: [0.5968274, 0.3638333, 0.3555214, 0.3540855, 0.3418471, 0.3369390], size: 14.4877414),
    Path(
      SGD(learningRate: 0.05, momentum: 0.9, nesterov: true),
      losses: [0.5968274, 0.3492547, 0.3624164, 0.3433523, 0.3305829, 0.3242950], size: 14.9498465),
    Path(
      SGD(learningRate: 0.05, momentum: 0.9, nesterov: true), clipNorm: 0.15,
      losses: [0.5968274, 0.3593286, 0.3399398, 0.3505214, 0.3606013, 0.3624091], size: 15.3775080),
    Path(
      SGD(learningRate: 0.05, momentum: 0.9, nesterov: true), schedule: cosine,
      losses: [0.5968274, 0.3629853, 0.3588618, 0.3470030, 0.3362274, 0.3328482], size: 14.6312975),
    Path(
      RMSProp(learningRate: 0.005),
      losses: [0.5968274, 0.3516718, 0.3420084, 0.3392763, 0.3378387, 0.3366524], size: 15.3492376),
    Path(
      RMSProp(learningRate: 0.005), clipNorm: 0.15,
      losses: [0.5968274, 0.3780004, 0.3732139, 0.3721267, 0.3714015, 0.3707690], size: 15.2218943),
    Path(
      RMSProp(learningRate: 0.005), schedule: cosine,
      losses: [0.5968274, 0.3505046, 0.3369633, 0.3306773, 0.3272581, 0.3264995], size: 15.3757421),
    Path(
      Adam(learningRate: 0.01),
      losses: [0.5968274, 0.3562863, 0.3380957, 0.3312066, 0.3290986, 0.3296115], size: 15.1549251),
    Path(
      Adam(learningRate: 0.01), clipNorm: 0.15,
      losses: [0.5968274, 0.3569385, 0.3465046, 0.3506853, 0.3548001, 0.3578439], size: 15.1304580),
    Path(
      Adam(learningRate: 0.01), schedule: cosine,
      losses: [0.5968274, 0.3579303, 0.3413674, 0.3348024, 0.3322806, 0.3314717], size: 15.2055990),
    Path(
      AdamW(learningRate: 0.01, weightDecay: 0.1),
      losses: [0.5968274, 0.3561840, 0.3389546, 0.3327593, 0.3311491, 0.3320634], size: 14.4429227),
    Path(
      AdamW(learningRate: 0.01, weightDecay: 0.1), clipNorm: 0.15,
      losses: [0.5968274, 0.3568941, 0.3475476, 0.3523177, 0.3565978, 0.3596990], size: 14.4209861),
    Path(
      AdamW(learningRate: 0.01, weightDecay: 0.1), schedule: cosine,
      losses: [0.5968274, 0.3576334, 0.3419217, 0.3358935, 0.3335777, 0.3328447], size: 14.8229243),
  ]

  @Test(arguments: paths) func `fifty steps follow PyTorch`(_ path: Path) throws {
    let rows = 40
    let network = NetworkConfiguration(input: [4], [Dense(6, .tanh), Dense(2)], loss: MeanSquaredError())
    let outcome = try train(
      network,
      TrainingConfiguration(
        optimiser: path.optimiser, schedule: path.schedule, batchSize: 8, epochs: 50,
        clipNorm: path.clipNorm),
      on: Formula.examples(for: network, rows: rows),
      initial: TrainedNetwork(configuration: network, parameters: Formula.parameters(network)),
      batchOrder: { step in (0..<8).map { (8 * step + 3 * $0) % rows } })
    for (step, loss) in zip([1, 10, 20, 30, 40, 50], path.losses) {
      #expect(abs(outcome.history[step - 1].trainingLoss / loss - 1) < 1e-5, "step \(step)")
    }
    let size = outcome.network.parameters.reduce(0) { $0 + abs(Double($1)) }
    #expect(abs(size / path.size - 1) < 1e-5)
  }
}
