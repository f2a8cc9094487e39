import Kernels

/// Grows one decision tree on a table (CART; Breiman, Friedman, Olshen and Stone, 1984).
///
/// Every threshold between two neighbouring values is tried, so the tree is exact, not binned. The leaf
/// whose split lowers impurity most is split next. Rows without a value go to the side where they lower
/// impurity more. The same arguments give the same tree, whatever the number of threads.
/// - Parameter shouldStop: asked before every split; when it says yes, the tree is returned as it is.
/// - Throws: `TreeError` for settings or rows that cannot work.
public func growTree(
  _ configuration: DecisionTreeConfiguration, on table: TreeTable,
  pool: WorkerPool = WorkerPool(threads: 1), shouldStop: (() -> Bool)? = nil
) throws -> DecisionTree {
  try configuration.validate()
  try requireRows(table.rows, columns: table.columns.count)
  try requireWeights(table.weights)
  switch configuration.criterion {
  case .gini(let classes), .entropy(let classes): try requireClasses(table.targets, classes)
  case .variance: try requireNumbers(table.targets)
  }
  if let column = table.columns.firstIndex(where: { $0.monotone != nil }) {
    throw TreeError.monotoneNotKept(column: column)
  }
  for column in table.columns.indices where table.columns[column].isCategorical {
    for row in 0..<table.rows {
      let value = table.features[row * table.rowStride + column * table.columnStride]
      guard value.isNaN || isLevel(value) else {
        throw TreeError.illegalLevel(row: row, column: column, value: value)
      }
    }
  }
  var growth = DecisionTreeGrowth(configuration, table, pool: pool)
  while growth.leaves < configuration.maximumLeaves ?? .max, shouldStop?() != true, growth.splitNext() {}
  return growth.tree
}

/// A decision tree on its way.
struct DecisionTreeGrowth {
  private struct Leaf {
    let node: Int
    let first: Int
    let depth: Int
    let sums: ImpuritySums
    let best: ExactSplit?
  }

  private let configuration: DecisionTreeConfiguration
  private let search: ExactSplitSearch
  private var sorted: SortedRows
  private let pool: WorkerPool
  private var nodes: [DecisionTree.Node] = []
  private var open: [Leaf] = []
  private(set) var leaves = 1

  init(_ configuration: DecisionTreeConfiguration, _ table: TreeTable, pool: WorkerPool) {
    self.configuration = configuration
    self.pool = pool
    search = ExactSplitSearch(configuration, table)
    sorted = SortedRows(table, pool: pool)
    let sums = search.sums(sorted.rows(first: 0, count: table.rows))
    append(first: 0, depth: 0, sums)
  }

  var tree: DecisionTree {
    DecisionTree(columns: search.table.columns, criterion: configuration.criterion, nodes: nodes)
  }

  /// Appends a node, and looks for its split where it may have one.
  private mutating func append(first: Int, depth: Int, _ sums: ImpuritySums) {
    let impurity = sums.weight > 0 ? max(0, sums.weightedImpurity / sums.weight) : 0
    nodes.append(
      DecisionTree.Node(value: sums.value, rows: sums.rows, impurity: impurity, split: nil))
    guard sums.rows >= 2 * configuration.minimumLeafRows, impurity > 0,
      configuration.maximumDepth.map({ depth < $0 }) ?? true
    else { return }
    let best = search.best(sorted, first: first, count: sums.rows, sums, pool: pool)
    guard best != nil else { return }
    open.append(
      Leaf(node: nodes.count - 1, first: first, depth: depth, sums: sums, best: best))
  }

  /// Splits the leaf whose split lowers impurity most, the first made among equals.
  ///
  /// - Returns: false if no leaf can be split.
  mutating func splitNext() -> Bool {
    var chosen: (place: Int, decrease: Double)?
    for (place, leaf) in open.enumerated() {
      if let decrease = leaf.best?.decrease, decrease > chosen?.decrease ?? -1 {
        chosen = (place, decrease)
      }
    }
    guard let chosen, let best = open[chosen.place].best else { return false }
    let leaf = open.remove(at: chosen.place)
    let left = sorted.split(first: leaf.first, count: leaf.sums.rows, pool: pool) { row in
      search.sendsLeft(row, best)
    }
    let nearSums = search.sums(sorted.rows(first: leaf.first, count: left))
    let farSums = search.sums(
      sorted.rows(first: leaf.first + left, count: leaf.sums.rows - left))
    let near = nodes.count
    append(first: leaf.first, depth: leaf.depth + 1, nearSums)
    let far = nodes.count
    append(first: leaf.first + left, depth: leaf.depth + 1, farSums)
    nodes[leaf.node].split = DecisionTree.Split(
      column: best.column, question: best.question, missingLeft: best.missingLeft,
      decrease: best.decrease, left: near, right: far)
    leaves += 1
    return true
  }
}
