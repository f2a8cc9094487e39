import CKernels
import Kernels

/// Grows one tree after another over the same rows, leaf by leaf: the leaf whose split gains most is split
/// next (best first; Shi, 2007; Ke et al., "LightGBM", 2017).
final class TreeGrower {
  let table: BinnedTable
  let configuration: BoostingConfiguration
  let pool: WorkerPool
  let level: Int32
  let codes: UnsafePointer<UInt8>
  let order: RowOrder
  let store: HistogramStore
  private let builder: HistogramBuilder
  private let isBounded: Bool

  /// - Parameter codes: the table's, valid as long as the grower lives.
  init(
    _ table: BinnedTable, codes: UnsafePointer<UInt8>, _ configuration: BoostingConfiguration,
    pool: WorkerPool, level: Int32
  ) {
    self.table = table
    self.configuration = configuration
    self.pool = pool
    self.level = level
    self.codes = codes
    order = RowOrder(capacity: table.rows)
    store = HistogramStore(table.bins)
    builder = HistogramBuilder(table, codes: codes, store: store, order: order, pool: pool)
    isBounded = table.columns.contains { $0.monotone != nil }
  }

  /// Grows a tree on `chosen` rows (nil for all), of which `sums` are the shares.
  ///
  /// - Returns: a tree of one leaf if no split is worth it.
  func grow(
    sums: UnsafePointer<ct_sum>, units: SumUnits, chosen: [Int32]?, columns: [Int]
  ) -> GrownTree {
    let count = chosen?.count ?? table.rows
    order.reset(count: count, chosen: chosen, pool: pool)
    let arithmetic = LeafArithmetic(configuration, units)
    var growth = Growth(
      arithmetic: arithmetic,
      search: SplitSearch(configuration, arithmetic, isBounded: isBounded, level: level),
      sums: sums, columns: columns)
    let slot = store.take()
    builder.build(slot, first: 0, count: count, isWhole: chosen == nil, sums: sums, columns: columns)
    let sum = total(slot, column: columns[0])
    growth.leaves = [
      OpenLeaf(
        first: 0, count: count, sum: sum, value: arithmetic.value(sum, ValueBounds()), slot: slot)
    ]
    findSplits([0], &growth)
    while growth.leaves.count < configuration.leaves, let next = growth.next {
      split(next, &growth)
    }
    for leaf in growth.leaves { if let slot = leaf.slot { store.give(back: slot) } }
    growth.tree.leaves = growth.leaves.map {
      GrownTree.Leaf(first: $0.first, count: $0.count, sum: $0.sum, value: $0.value, bounds: $0.bounds)
    }
    return growth.tree
  }

  /// Every row has one bin of each column, so one column's bins make up the whole.
  private func total(_ slot: Int, column: Int) -> ct_sum {
    let histogram = store.column(column, of: slot)
    return (0...table.bins[column].count).reduce(.zero) { $0 + histogram[$1] }
  }

  private func split(_ index: Int, _ growth: inout Growth) {
    let leaf = growth.leaves[index]
    guard let best = leaf.best else { return }
    let leftBins = best.route.leftBins(missing: table.bins[best.column].missing)
    let left = order.split(
      first: leaf.first, count: leaf.count, column: codes + table.offset(of: best.column),
      leftBins: leftBins, pool: pool)
    growth.attach(index, best, leftBins: leftBins)
    let other = growth.leaves.count
    let (near, far) = growth.children(of: leaf, best, left: left, direction: table.columns[best.column])
    growth.leaves[index] = near
    growth.leaves.append(far)
    growth.leaves[index].parent = (growth.tree.nodes.count - 1, true)
    growth.leaves[other].parent = (growth.tree.nodes.count - 1, false)
    prepare(index, other, slot: leaf.slot, &growth)
  }

  /// Histograms and best splits of two new leaves, unless neither can be split.
  private func prepare(_ left: Int, _ right: Int, slot: Int?, _ growth: inout Growth) {
    let isLast = growth.leaves.count == configuration.leaves
    let wanted = isLast ? [] : [left, right].filter { canSplit(growth.leaves[$0]) }
    guard let slot, !wanted.isEmpty else {
      if let slot { store.give(back: slot) }
      return
    }
    let leftIsSmall = growth.leaves[left].count <= growth.leaves[right].count
    let (small, large) = leftIsSmall ? (left, right) : (right, left)
    // The smaller leaf's rows are gone through; the larger one's histogram is what they leave.
    let smallSlot = store.take()
    growth.leaves[small].slot = smallSlot
    growth.leaves[large].slot = slot
    builder.build(
      smallSlot, first: growth.leaves[small].first, count: growth.leaves[small].count, isWhole: false,
      sums: growth.sums, columns: growth.columns,
      subtractingFrom: wanted.contains(large) ? slot : nil)
    findSplits(wanted, &growth)
    for index in [left, right] where growth.leaves[index].best == nil {
      if let slot = growth.leaves[index].slot { store.give(back: slot) }
      growth.leaves[index].slot = nil
    }
  }

  private func canSplit(_ leaf: OpenLeaf) -> Bool {
    leaf.count >= 2 * configuration.minimumLeafRows
      && configuration.maximumDepth.map { leaf.depth < $0 } ?? true
  }

  /// The best split of each of these leaves over all columns; of equal ones that of the first column.
  private func findSplits(_ wanted: [Int], _ growth: inout Growth) {
    let columns = growth.columns
    var found = [SplitCandidate?](repeating: nil, count: columns.count * wanted.count)
    let leaves = wanted.map { growth.leaves[$0].summary(growth.arithmetic, isBounded: isBounded) }
    let slots = wanted.compactMap { growth.leaves[$0].slot }
    let (search, table, store) = (growth.search, table, store)
    // A few columns an item: the work on one is too little to hand out.
    let share = 4
    found.withUnsafeMutableBufferPointer { found in
      guard let found = found.baseAddress else { return }
      pool.parallel((columns.count + share - 1) / share) { item in
        for place in item * share..<min((item + 1) * share, columns.count) {
          let column = columns[place]
          for leaf in leaves.indices {
            found[leaf * columns.count + place] = search.best(
              column: column, table.columns[column], store.column(column, of: slots[leaf]),
              bins: table.bins[column].count, leaves[leaf])
          }
        }
      }
    }
    for (place, index) in wanted.enumerated() {
      for candidate in found[place * columns.count..<(place + 1) * columns.count] {
        guard let candidate else { continue }
        if candidate.gain > growth.leaves[index].best?.gain ?? 0 { growth.leaves[index].best = candidate }
      }
    }
  }
}
