import Kernels

/// The rows of one epoch in the order they are met: all of them in memory, or block after block of a source.
///
/// A source's blocks come in an order drawn for the epoch, and so do the rows within a block. Order and
/// blocks are functions of the seed and the epoch alone, so that a training can resume at any batch.
struct EpochRows {
  /// The rows in memory now, and the order to meet them in.
  private(set) var examples: ExampleSet
  private(set) var order: [Int] = []
  /// Batches of one epoch.
  private(set) var batches = 0

  private let source: (any ExampleSource)?
  private let network: NetworkConfiguration
  private let batchSize: Int
  private let sampling: Sampling
  private let seed: UInt64
  /// Rows of one block; a whole number of steps, so that every block but the last ends with a step.
  private let blockRows: Int
  private var epoch = 0
  private var blocks: [Int] = []
  /// The place in `blocks` of the block in memory.
  private var current = -1

  /// Rows that are in memory.
  init(_ examples: ExampleSet, _ training: TrainingConfiguration, _ network: NetworkConfiguration) {
    self.examples = examples
    self.network = network
    source = nil
    batchSize = min(training.batchSize, examples.rows)
    sampling = training.sampling
    seed = training.seed
    blockRows = examples.rows
  }

  /// Rows that are read block by block.
  ///
  /// - Parameter blockRows: the rows in memory at a time, about.
  init(
    _ source: any ExampleSource, blockRows: Int, _ training: TrainingConfiguration,
    _ network: NetworkConfiguration
  ) throws {
    try NetworkError.require(blockRows >= 1, "blockRows", "≥ 1", blockRows)
    try NetworkError.require(
      training.sampling != .classBalanced, "sampling", "shuffled, in-order", training.sampling.rawValue)
    guard source.rows > 0 else { throw NetworkError.noRows }
    self.source = source
    self.network = network
    batchSize = min(training.batchSize, source.rows)
    sampling = training.sampling
    seed = training.seed
    let step = batchSize * training.accumulation
    self.blockRows = max(blockRows / step, 1) * step
    examples = ExampleSet(rows: 0, columns: source.columns, features: [], targets: [])
  }

  /// Starts an epoch (counted from 1), with a given order instead of the seed's for rows in memory.
  mutating func begin(epoch: Int, order given: [Int]?) {
    self.epoch = epoch
    guard let source else {
      order =
        given ?? sampling.order(rows: examples.rows, targets: examples.targets, epoch: epoch, seed: seed)
      precondition(
        !order.isEmpty && order.allSatisfy { $0 >= 0 && $0 < examples.rows },
        "a batch order names rows among the \(examples.rows) there are")
      batches = (order.count + batchSize - 1) / batchSize
      return
    }
    let count = (source.rows + blockRows - 1) / blockRows
    blocks = Array(0..<count)
    // The last block is the only one that may be short, and stays last, so that batches stay whole.
    var whole = Array(0..<count - 1)
    if sampling == .shuffled {
      var generator = SeededGenerator(seed: seed, purpose: "block order \(epoch)")
      generator.shuffle(&whole)
    }
    blocks = whole + [count - 1]
    current = -1
    batches = (source.rows + batchSize - 1) / batchSize
  }

  /// Where the rows of a batch stand in `order`, after reading their block if it is not in memory.
  ///
  /// - Throws: what the source throws, and `NetworkError` for rows that cannot train the network.
  mutating func batch(_ index: Int) throws -> (start: Int, rows: Int) {
    guard let source else {
      let start = index * batchSize
      return (start, min(batchSize, order.count - start))
    }
    let perBlock = blockRows / batchSize
    let wanted = index / perBlock
    if wanted != current {
      let start = blocks[wanted] * blockRows
      examples = try source.examples(start: start, count: min(blockRows, source.rows - start))
      do {
        try examples.validate(for: network)
      } catch {
        throw NetworkError.inBlock(startingAt: start, error)
      }
      order = sampling.order(
        rows: examples.rows, targets: examples.targets, epoch: epoch &* 1_000_003 &+ blocks[wanted],
        seed: seed)
      current = wanted
    }
    let start = (index - wanted * perBlock) * batchSize
    return (start, min(batchSize, order.count - start))
  }
}

extension NetworkError {
  /// The same fault with its row counted from the start of the source.
  fileprivate static func inBlock(startingAt start: Int, _ error: any Error) -> any Error {
    switch error {
    case NetworkError.nonFiniteFeature(let row, let column):
      NetworkError.nonFiniteFeature(row: start + row, column: column)
    case NetworkError.featureOutOfRange(let row, let column, let value, let range):
      NetworkError.featureOutOfRange(row: start + row, column: column, value: value, legalRange: range)
    case NetworkError.targetOutOfRange(let row, let value, let range):
      NetworkError.targetOutOfRange(row: start + row, value: value, legalRange: range)
    case NetworkError.notADistribution(let row, let sum):
      NetworkError.notADistribution(row: start + row, sum: sum)
    case NetworkError.labelsTooLong(let row, let needed, let time):
      NetworkError.labelsTooLong(row: start + row, needed: needed, time: time)
    default: error
    }
  }
}
