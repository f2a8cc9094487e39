import Foundation
import Kernels
import Networks

/// A small training with every piece of state that one can have.
private struct Resumable {
  let network: NetworkConfiguration
  let augmentations: [Augmentation]
  /// Inputs are tokens below this; nil for numbers from -1 to 1.
  var vocabulary: Int?
}

/// What `resume` can train; scripts/kill-and-resume.sh kills each of them again and again.
private let resumables: [String: Resumable] = [
  "mlp": Resumable(
    network: NetworkConfiguration(
      input: [12], [Dense(24, .relu), Dropout(0.2), Dense(16, .tanh), Dense(3)], loss: SoftmaxCrossEntropy()),
    augmentations: [.noise(deviation: 0.05)]),
  "cnn": Resumable(
    network: NetworkConfiguration(
      input: [9, 9, 1],
      [Convolution2D(6, kernel: 3, .relu), MaxPooling2D(2), Reshape.flatten, Dropout(0.2), Dense(3)],
      loss: SoftmaxCrossEntropy()),
    augmentations: [.shift(pixels: 1), .horizontalFlip(probability: 0.5), .noise(deviation: 0.05)]),
]

/// Chance in order, augmentation and mixing (which tokens cannot be); a schedule; gathered gradients; the
/// optimiser's moments; the best weights so far.
private func settings(_ resumable: Resumable) -> TrainingConfiguration {
  TrainingConfiguration(
    optimiser: AdamW(learningRate: 0.02),
    schedule: Schedule(.cosine(steps: 200, final: 0.1), warmUpSteps: 10),
    batchSize: 8, accumulation: 2, epochs: 40, l2: 1e-4, clipNorm: 1,
    earlyStopping: EarlyStopping(patience: 5), augmentations: resumable.augmentations,
    mixup: resumable.vocabulary == nil ? 0.3 : nil, seed: 7)
}

/// `resume NETWORK CHECKPOINT WEIGHTS`: trains, keeps a checkpoint after every step, goes on from the one that
/// is there, and writes the final weights.
///
/// Prints every step as it is reached, before its checkpoint is written, so that whoever watches can kill the
/// process in the middle of that.
func resume(_ words: [String]) throws {
  guard words.count == 3, let resumable = resumables[words[0]] else {
    let names = resumables.keys.sorted().joined(separator: "|")
    throw BenchmarkError("usage: surefoot-benchmark resume \(names) CHECKPOINT WEIGHTS")
  }
  let (checkpoint, weights) = (URL(fileURLWithPath: words[1]), URL(fileURLWithPath: words[2]))
  let kept =
    FileManager.default.fileExists(atPath: checkpoint.path) ? try Checkpoint(contentsOf: checkpoint) : nil
  if let kept { tell("resumed after step \(kept.steps)") }
  let rows = try examples(for: resumable, count: 240)
  let outcome = try train(
    resumable.network, settings(resumable), on: rows.subset(Array(0..<160)),
    validation: rows.subset(Array(160..<240)),
    checkpoints: Checkpoints(everySteps: 1, resuming: kept) {
      tell("step \($0.steps)")
      try $0.write(to: checkpoint)
    })
  try outcome.network.write(to: weights)
  tell("finished after step \(outcome.steps), best epoch \(outcome.bestEpoch) of \(outcome.history.count)")
}

/// Prints a line at once.
private func tell(_ line: String) {
  print(line)
  fflush(nil)
}

/// Made-up rows of one class index each, the same in every process.
private func examples(for resumable: Resumable, count: Int) throws -> ExampleSet {
  let classes = try resumable.network.outputShape().width
  let columns = resumable.network.inputCount
  var generator = SeededGenerator(seed: 3)
  var (features, targets): ([Float], [Float]) = ([], [])
  for _ in 0..<count {
    let row = (0..<columns).map { _ in generator.uniform(-1, 1) }
    features += row.map { value in
      resumable.vocabulary.map { Float(Int((value + 1) / 2 * Double($0))) } ?? Float(value)
    }
    // The class depends on a few features and, for one row in five, on nothing.
    let score = min(max(row[0] + row[1] * row[2 % columns] + 0.5, 0), 0.999)
    let share = generator.uniform() < 0.2 ? generator.uniform() : score
    targets.append(Float(Int(share * Double(classes))))
  }
  return ExampleSet(rows: count, columns: columns, features: features, targets: targets)
}
