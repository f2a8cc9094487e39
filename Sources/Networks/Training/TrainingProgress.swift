/// How far a training is, apart from its numbers: all that a resumed one needs to go on as if never stopped.
struct TrainingProgress: Codable, Hashable {
  /// A loss that a file can hold whatever it is; JSON has no infinity.
  struct Bits: Codable, Hashable {
    let pattern: UInt64
    init(_ value: Double) { pattern = value.bitPattern }
    var value: Double { Double(bitPattern: pattern) }
  }

  /// Batches of the running epoch that are done; a multiple of those in a step.
  var batches = 0
  /// Steps taken since the start.
  var steps = 0
  /// Sum and count of the losses of the running epoch.
  var lossSum = Bits(0)
  var lossCount = Bits(0)
  var history: [EpochRecord] = []
  /// The epoch whose parameters are kept, and its loss; 0 if none.
  var bestEpoch = 0
  var bestLoss = Bits(.infinity)
  /// The epoch with the lowest watched loss; 0 if none.
  var lowestEpoch = 0
  var lowestLoss = Bits(.infinity)
  var stoppedEarly = false
}
