import Foundation
import Networks
import Testing

private let network = NetworkConfiguration(
  input: [4], [Dense(8, .tanh), Dropout(0.2), Dense(1)], loss: BinaryCrossEntropy())

/// Settings with every piece of state that a training can have, and eleven steps an epoch.
///
/// Chance in dropout, noise and mixing, a schedule, gathered gradients, the optimiser's moments, and the best
/// parameters so far.
private func settings(epochs: Int = 3, stepLimit: Int? = nil) -> TrainingConfiguration {
  TrainingConfiguration(
    optimiser: AdamW(learningRate: 0.05), schedule: Schedule(.cosine(steps: 40, final: 0.1), warmUpSteps: 4),
    batchSize: 3, accumulation: 2, epochs: epochs, stepLimit: stepLimit, l2: 0.001, clipNorm: 1,
    earlyStopping: EarlyStopping(patience: 9), augmentations: [.noise(deviation: 0.1)], mixup: 0.4)
}

private struct Stopped: Error {}

private struct Rows {
  let training: ExampleSet
  let validation: ExampleSet

  init() throws {
    let all = try Formula.examples(for: network, rows: 91)
    training = all.subset(Array(0..<61))
    validation = all.subset(Array(61..<91))
  }

  func train(_ training: TrainingConfiguration, _ checkpoints: Checkpoints? = nil) throws -> TrainingOutcome {
    try Networks.train(
      network, training, on: self.training, validation: validation, checkpoints: checkpoints)
  }

  /// The state right after a step.
  func checkpoint(_ training: TrainingConfiguration, after step: Int) throws -> Checkpoint {
    var kept: Checkpoint?
    #expect(throws: Stopped.self) {
      _ = try train(
        training,
        Checkpoints(everySteps: step) {
          kept = $0
          throw Stopped()
        })
    }
    return try #require(kept)
  }
}

@Suite struct CheckpointTests {
  @Test func `a training resumes at every step, through a file, with the same bytes`() throws {
    let rows = try Rows()
    let whole = try rows.train(settings())
    #expect(whole.steps == 33 && whole.bestEpoch > 0)
    for step in 1...33 {
      let checkpoint = try rows.checkpoint(settings(), after: step)
      let read = try withFile([]) { url in
        try checkpoint.write(to: url)
        return try Checkpoint(contentsOf: url)
      }
      #expect(read == checkpoint && read.steps == step)
      let resumed = try rows.train(settings(), Checkpoints(everySteps: 1_000, resuming: read) { _ in })
      #expect(resumed.network == whole.network && resumed.history == whole.history, "step \(step)")
      #expect(resumed.steps == 33 && resumed.bestEpoch == whole.bestEpoch, "step \(step)")
    }
  }

  @Test func `a training resumes with another number of threads to the same bytes`() throws {
    let rows = try Rows()
    let whole = try rows.train(settings())
    let checkpoint = try rows.checkpoint(settings(), after: 17)
    let resumed = try Networks.train(
      network, settings(), on: rows.training, validation: rows.validation, execution: Execution(threads: 3),
      checkpoints: Checkpoints(everySteps: 1, resuming: checkpoint) { _ in })
    #expect(resumed.network == whole.network && resumed.history == whole.history)
  }

  /// The limit falls on an epoch's end, and within an epoch.
  @Test(arguments: [22, 25]) func `a training at its limit of steps resumes to the same outcome`(_ limit: Int)
    throws
  {
    let rows = try Rows()
    let limited = settings(epochs: 5, stepLimit: limit)
    let whole = try rows.train(limited)
    let last = try rows.checkpoint(limited, after: limit)
    let resumed = try rows.train(limited, Checkpoints(everySteps: 1, resuming: last) { _ in })
    #expect(resumed.network == whole.network && resumed.history == whole.history)
    #expect(resumed.interrupted == whole.interrupted && resumed.bestEpoch == whole.bestEpoch)
  }

  @Test func `a resumed training that diverges still has a good network to give back`() throws {
    // The target of one row is far beyond a float once squared; the order meets it last.
    let net = NetworkConfiguration(input: [1], [Dense(1)], loss: MeanSquaredError())
    let examples = ExampleSet(rows: 4, columns: 1, features: [1, 1, 1, 3e38], targets: [0, 1, 2, 0])
    let training = TrainingConfiguration(
      optimiser: SGD(learningRate: 0.1), batchSize: 1, epochs: 1, sampling: .inOrder)
    var kept: Checkpoint?
    #expect(throws: TrainingDiverged.self) {
      try train(
        net, training, on: examples,
        checkpoints: Checkpoints(everySteps: 2) { if $0.steps == 2 { kept = $0 } })
    }
    let checkpoint = try #require(kept)
    let resumed = Checkpoints(everySteps: 100, resuming: checkpoint) { _ in }
    do {
      _ = try train(net, training, on: examples, checkpoints: resumed)
      Issue.record("the training did not diverge")
    } catch let error as TrainingDiverged {
      #expect(error.lastGood.parameters.count == 2 && error.lastGood.parameters.allSatisfy(\.isFinite))
    }
  }

  @Test func `a checkpoint of another network, of other settings or data is refused`() throws {
    let rows = try Rows()
    let checkpoint = try rows.checkpoint(settings(), after: 5)
    let resuming = Checkpoints(everySteps: 1, resuming: checkpoint) { _ in }
    let wider = NetworkConfiguration(
      input: [4], [Dense(9, .tanh), Dropout(0.2), Dense(1)], loss: BinaryCrossEntropy())
    #expect(throws: NetworkError.otherCheckpoint(what: "network")) {
      try train(
        wider, settings(), on: rows.training, validation: rows.validation, checkpoints: resuming)
    }
    #expect(throws: NetworkError.otherCheckpoint(what: "settings")) {
      try rows.train(settings(epochs: 4), resuming)
    }
    var changed = rows.training
    changed.features[7] += 0.001
    #expect(throws: NetworkError.otherCheckpoint(what: "data")) {
      try train(network, settings(), on: changed, validation: rows.validation, checkpoints: resuming)
    }
  }

  @Test func `a checkpoint cut off anywhere is refused by its path`() throws {
    let bytes = try bytesOfCheckpoint()
    for length in [0, 1, 7, 8, 9, bytes.count / 3, bytes.count / 2, bytes.count - 4, bytes.count - 1] {
      try withFile(bytes.prefix(length)) { url in
        #expect(throws: NetworkError.unreadableFile(path: url.path, reason: .damaged), "\(length) bytes") {
          try Checkpoint(contentsOf: url)
        }
      }
    }
  }

  @Test func `one changed bit anywhere is noticed`() throws {
    let bytes = try bytesOfCheckpoint()
    for place in stride(from: 0, to: bytes.count, by: 13) {
      var changed = bytes
      changed[place] ^= 1 << UInt8(place % 8)
      try withFile(changed) { url in
        #expect(throws: NetworkError.self, "byte \(place)") { try Checkpoint(contentsOf: url) }
      }
    }
  }

  private func bytesOfCheckpoint() throws -> [UInt8] {
    let checkpoint = try Rows().checkpoint(settings(), after: 14)
    return try withFile([]) { url in
      try checkpoint.write(to: url)
      return Array(try Data(contentsOf: url))
    }
  }

  @Test func `a file of weights is no checkpoint, and a checkpoint no network's file`() throws {
    let outcome = try Rows().train(settings())
    try withFile([]) { url in
      try outcome.network.write(to: url)
      #expect(throws: NetworkError.unreadableFile(path: url.path, reason: .noCheckpoint)) {
        try Checkpoint(contentsOf: url)
      }
      #expect(try TrainedNetwork(contentsOf: url) == outcome.network)
    }
    try withFile(try bytesOfCheckpoint()) { url in
      #expect(throws: NetworkError.missingTensor("dense-1.weight", known: [])) {
        do {
          _ = try TrainedNetwork(contentsOf: url)
        } catch NetworkError.missingTensor(let name, _) {
          throw NetworkError.missingTensor(name, known: [])
        }
      }
    }
  }

  @Test func `writing leaves one file, whatever a killed write left before`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appendingPathComponent("state.safetensors")
    let rows = try Rows()
    for step in [1, 2, 3] {
      // What a process that was killed while it wrote leaves.
      try Data("half a file".utf8).write(to: folder.appendingPathComponent("state.safetensors.partial"))
      let checkpoint = try rows.checkpoint(settings(), after: step)
      try checkpoint.write(to: url)
      #expect(try Checkpoint(contentsOf: url) == checkpoint)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["state.safetensors"])
    }
    #expect(throws: (any Error).self) {
      try rows.checkpoint(settings(), after: 1).write(to: folder.appendingPathComponent("no/such/folder"))
    }
  }
}
