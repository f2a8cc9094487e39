import CKernels
import Kernels

/// Sums gradients and hessians by column and bin.
final class HistogramBuilder {
  private let table: BinnedTable
  private let codes: UnsafePointer<UInt8>
  private let store: HistogramStore
  private let order: RowOrder
  private let pool: WorkerPool
  /// A leaf's shares in the order of its rows, so that every group of columns reads them one by one.
  private let gathered: Block<ct_sum>
  /// Histograms of single stretches of rows, to be added up.
  private var stretches: [Block<ct_sum>] = []

  init(
    _ table: BinnedTable, codes: UnsafePointer<UInt8>, store: HistogramStore, order: RowOrder,
    pool: WorkerPool
  ) {
    self.table = table
    self.codes = codes
    self.store = store
    self.order = order
    self.pool = pool
    gathered = Block(table.rows, zero: .zero)
  }

  /// Fills the histogram of a leaf, and takes it from its parent's where this is wanted.
  ///
  /// - Parameters:
  ///   - isWhole: whether the leaf holds all rows of the table, in their order.
  ///   - columns: whose bins are needed; columns of the same group come along.
  func build(
    _ slot: Int, first: Int, count: Int, isWhole: Bool, sums: UnsafePointer<ct_sum>, columns: [Int],
    subtractingFrom whole: Int? = nil
  ) {
    let groups = Set(columns.map { $0 / BinnedTable.group }).sorted()
    let parts = stretchCount(groups: groups.count, rows: count)
    let (target, rows) = (store[slot], isWhole ? nil : UnsafePointer(order.rows.base + first))
    let length = (count + parts - 1) / parts
    // The first stretch goes straight into the result.
    while stretches.count < parts - 1 { stretches.append(Block(store.entries, zero: ct_sum.zero)) }
    let targets = [target] + stretches.prefix(parts - 1).map(\.base)
    let shares = rows.map { gather(sums, $0, count: count) } ?? sums
    pool.parallel(groups.count * parts) { item in
      let (group, part) = (groups[item / parts], item % parts)
      let entries = self.entries(of: group)
      (targets[part] + entries.lowerBound).update(repeating: .zero, count: entries.count)
      let start = part * length
      self.sum(
        group, rows: rows.map { $0 + start }, first: start, count: min(length, count - start),
        shares + start, into: targets[part])
      if parts == 1, let whole { self.subtract(group, target, from: self.store[whole]) }
    }
    guard parts > 1 else { return }
    // Sums are exact, so it does not matter how many stretches there were.
    pool.parallel(groups.count) { item in
      for entry in self.entries(of: groups[item]) {
        for part in 1..<parts { target[entry] = target[entry] + targets[part][entry] }
      }
      if let whole { self.subtract(groups[item], target, from: self.store[whole]) }
    }
  }

  private func gather(
    _ sums: UnsafePointer<ct_sum>, _ rows: UnsafePointer<UInt32>, count: Int
  ) -> UnsafePointer<ct_sum> {
    let (target, block) = (gathered.base, ScoredRows.block)
    pool.parallel((count + block - 1) / block) { item in
      let start = item * block
      ct_gather(sums, rows + start, min(block, count - start), target + start)
    }
    return UnsafePointer(target)
  }

  /// Rows are cut up only where groups of columns alone leave threads without work.
  private func stretchCount(groups: Int, rows: Int) -> Int {
    guard pool.threads > 1, rows >= 16_384, groups < 4 * pool.threads, groups % pool.threads != 0 else {
      return 1
    }
    return pool.threads
  }

  private func entries(of group: Int) -> Range<Int> {
    let first = group * BinnedTable.group
    let end = min(first + BinnedTable.group, table.columns.count)
    return Int(store.offsets[first])..<Int(store.offsets[end])
  }

  private func sum(
    _ group: Int, rows: UnsafePointer<UInt32>?, first: Int, count: Int, _ sums: UnsafePointer<ct_sum>,
    into histogram: UnsafeMutablePointer<ct_sum>
  ) {
    let column = group * BinnedTable.group
    let width = min(BinnedTable.group, table.columns.count - column)
    store.offsets.withUnsafeBufferPointer { offsets in
      guard let offsets = offsets.baseAddress else { return }
      ct_histogram(
        codes + group * table.rows * BinnedTable.group, width, rows, first, count, sums, histogram,
        offsets + column)
    }
  }

  private func subtract(
    _ group: Int, _ part: UnsafePointer<ct_sum>, from whole: UnsafeMutablePointer<ct_sum>
  ) {
    let entries = entries(of: group)
    ct_subtract(whole + entries.lowerBound, part + entries.lowerBound, entries.count)
  }
}
