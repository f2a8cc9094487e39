import Kernels

/// Where and how a network runs; none of it changes what is computed beyond rounding.
public struct Execution: Hashable, Sendable {
  /// Threads to use, at least 1; any number gives the same bytes.
  public var threads: Int
  /// Of the passes; the best one unless a test wants another.
  public var instructionSet: InstructionSet
  public var precision: Precision
  /// Bytes that may be set aside; nil for no limit.
  ///
  /// A network that needs more is refused with the figure before anything is taken.
  public var memoryLimit: Int?

  public init(
    threads: Int = 1, instructionSet: InstructionSet = .best, precision: Precision = .single,
    memoryLimit: Int? = nil
  ) {
    self.threads = threads
    self.instructionSet = instructionSet
    self.precision = precision
    self.memoryLimit = memoryLimit
  }

  var passes: VectorPasses { VectorPasses(instructionSet, precision: precision) }

  /// Takes the memory of a plan, or throws if it is more than allowed.
  func workspace(_ plan: NetworkPlan) throws -> NetworkWorkspace { try workspaces([plan])[0] }

  /// Takes the memory of several plans, which share the threads and the limit.
  func workspaces(_ plans: [NetworkPlan]) throws -> [NetworkWorkspace] {
    try NetworkError.require(threads >= 1, "threads", "≥ 1", threads)
    let needed = plans.reduce(0) { $0 + $1.count } * precision.bytes
    if let memoryLimit, needed > memoryLimit {
      throw NetworkError.exceedsMemory(needed: needed, limit: memoryLimit)
    }
    let pool = WorkerPool(threads: threads)
    return plans.map { NetworkWorkspace($0, passes: passes, pool: pool) }
  }
}
