import CKernels

/// A tree as it was grown, over bins.
struct GrownTree {
  /// A split.
  ///
  /// Children at or above 0 are places in `nodes`; below 0 they are ~place in `leaves`.
  struct Node {
    let column: Int
    let route: SplitRoute
    /// Which of the column's bins go left, that of missing values included.
    let leftBins: BinSet
    let gain: Double
    let rows: Int
    var left: Int
    var right: Int
  }

  /// Rows that end together: a stretch of the row order.
  struct Leaf {
    let first: Int
    let count: Int
    let sum: ct_sum
    var value: Double
    let bounds: ValueBounds
  }

  var nodes: [Node] = []
  var leaves: [Leaf] = []

  /// Rows read by `leaf(of:in:)`.
  struct Codes {
    let base: UnsafePointer<UInt8>
    let rows: Int

    func bin(row: Int, column: Int) -> UInt8 {
      let group = BinnedTable.group
      return base[(column / group * rows + row) * group + column % group]
    }
  }

  /// The leaf in which a row ends.
  func leaf(of row: Int, in codes: Codes) -> Int {
    var place = nodes.isEmpty ? -1 : 0
    while place >= 0 {
      let node = nodes[place]
      let goesLeft = node.leftBins.contains(codes.bin(row: row, column: node.column))
      place = goesLeft ? node.left : node.right
    }
    return ~place
  }
}
