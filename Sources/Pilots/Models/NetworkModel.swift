import Kernels
import Networks
import Recommendations

/// The small network of a pilot: dense, or convolutional where the examples have places.
struct NetworkModel {
  let configuration: PilotConfiguration
  let task: PilotTask
  let form: NetworkForm

  /// Layers and loss for so many encoded columns.
  func network(inputs: Int) -> NetworkConfiguration {
    let (outputs, loss): (Int, any Loss) =
      switch task {
      case .binary: (1, BinaryCrossEntropy())
      case .multiclass(let classes): (classes, SoftmaxCrossEntropy())
      case .regression: (1, MeanSquaredError())
      }
    return NetworkConfiguration(input: form.inputShape ?? [inputs], hidden + [Dense(outputs)], loss: loss)
  }

  /// The layers before the last one.
  ///
  /// What convolutions found is read off directly; a hidden layer on top would hold most of the parameters.
  private var hidden: [any Layer] {
    let dropout: [any Layer] = configuration.dropout > 0 ? [Dropout(configuration.dropout)] : []
    if form != .dense { return form.blocks + dropout }
    return configuration.widths.flatMap { width -> [any Layer] in [Dense(width, .relu)] + dropout }
  }

  /// Trains with early stopping on a slice of the given rows, never on rows used for choosing.
  func fitWatched(
    _ examples: ExampleSet, epochs: Int, seed: UInt64, shouldStop: @escaping () -> Bool,
    onEpoch: (EpochRecord) throws -> TrainingControl
  ) throws -> (model: FittedModel, outcome: TrainingOutcome) {
    let scaled = ScaledTargets(examples, task: task)
    let slice = task.stoppingSlice(examples, seed: seed)
    let outcome = try train(
      network(inputs: examples.columns), training(epochs: epochs, seed: seed, watched: true),
      on: scaled.examples.subset(slice.training), validation: scaled.examples.subset(slice.heldOut),
      execution: execution,
      shouldStop: shouldStop, onEpoch: onEpoch)
    return (.network(outcome.network, shift: scaled.shift, scale: scaled.scale), outcome)
  }

  /// Trains on all the given rows for a fixed number of epochs.
  func fit(
    _ examples: ExampleSet, epochs: Int, seed: UInt64, shouldStop: @escaping () -> Bool,
    onEpoch: (EpochRecord) throws -> TrainingControl
  ) throws -> (model: FittedModel, outcome: TrainingOutcome) {
    let scaled = ScaledTargets(examples, task: task)
    let outcome = try train(
      network(inputs: examples.columns), training(epochs: epochs, seed: seed, watched: false),
      on: scaled.examples, execution: execution, shouldStop: shouldStop, onEpoch: onEpoch)
    return (.network(outcome.network, shift: scaled.shift, scale: scaled.scale), outcome)
  }

  private func training(epochs: Int, seed: UInt64, watched: Bool) -> TrainingConfiguration {
    TrainingConfiguration(
      optimiser: Adam(learningRate: configuration.learningRate), batchSize: configuration.batchSize,
      epochs: epochs, l2: configuration.l2,
      earlyStopping: watched ? EarlyStopping(patience: configuration.patience) : nil,
      augmentations: form.shift > 0 ? [.shift(pixels: form.shift)] : [], seed: seed)
  }

  /// Convolutions have enough to do for two threads; the same bytes come out for any number.
  private var execution: Execution { Execution(threads: form == .dense ? 1 : 2) }

}

extension PilotTask {
  /// The rows to watch while training: a tenth, of fewer than 1,000 rows a bit more, with the same class shares.
  func stoppingSlice(_ examples: ExampleSet, seed: UInt64) -> RowSplit {
    let share = examples.rows < 1_000 ? 0.15 : 0.1
    return self == .regression
      ? randomSplit(rows: examples.rows, testShare: share, seed: seed)
      : stratifiedSplit(labels: examples.targets.map { Int($0) }, testShare: share, seed: seed)
  }
}

/// Targets brought to mean 0 and standard deviation 1 for regression, so that one learning rate suits all.
private struct ScaledTargets {
  let examples: ExampleSet
  var shift = 0.0
  var scale = 1.0

  init(_ examples: ExampleSet, task: PilotTask) {
    guard task == .regression, examples.rows > 0 else {
      self.examples = examples
      return
    }
    let count = Double(examples.rows)
    let mean = examples.targets.reduce(0.0) { $0 + Double($1) } / count
    let squares = examples.targets.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    let deviation = (squares / count).squareRoot()
    shift = mean
    scale = deviation > 0 ? deviation : 1
    let divisor = scale
    self.examples = ExampleSet(
      rows: examples.rows, columns: examples.columns, features: examples.features,
      targets: examples.targets.map { Float((Double($0) - mean) / divisor) }, weights: examples.weights)
  }
}
