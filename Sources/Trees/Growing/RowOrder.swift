import CKernels
import Kernels

/// The rows of a tree, kept so that each leaf's rows stand together, ascending.
final class RowOrder {
  let rows: Block<UInt32>
  private let right: Block<UInt32>
  private let block = 16_384

  init(capacity: Int) {
    rows = Block(capacity, zero: 0)
    right = Block(capacity, zero: 0)
  }

  /// All rows in one leaf: 0 ..< count, or the chosen ones.
  func reset(count: Int, chosen: [Int32]?, pool: WorkerPool) {
    let target = rows.base
    pool.parallel((count + block - 1) / block) { [block] item in
      for place in item * block..<min((item + 1) * block, count) {
        target[place] = chosen.map { UInt32($0[place]) } ?? UInt32(place)
      }
    }
  }

  /// Moves the rows of a leaf whose bin is in `leftBins` to its front.
  ///
  /// - Parameter column: the column's bin of row 0, the next row's `BinnedTable.group` further.
  /// - Returns: how many went left.
  func split(
    first: Int, count: Int, column: UnsafePointer<UInt8>, leftBins: BinSet, pool: WorkerPool
  ) -> Int {
    let goesLeft = (0..<256).map { leftBins.contains(UInt8($0)) ? UInt8(1) : 0 }
    let (target, scratch, block) = (rows.base + first, right.base, block)
    let blocks = (count + block - 1) / block
    var lefts = [Int](repeating: 0, count: blocks)
    lefts.withUnsafeMutableBufferPointer { lefts in
      goesLeft.withUnsafeBufferPointer { goesLeft in
        guard let lefts = lefts.baseAddress, let goesLeft = goesLeft.baseAddress else { return }
        pool.parallel(blocks) { item in
          let start = item * block
          lefts[item] = ct_partition(
            column, target + start, min(block, count - start), goesLeft, scratch + start)
        }
      }
    }
    // Close the gaps that the rows gone right left in each block, then append these.
    var place = 0
    for item in 0..<blocks {
      (target + place).update(from: target + item * block, count: lefts[item])
      place += lefts[item]
    }
    let left = place
    for item in 0..<blocks {
      let size = min(block, count - item * block) - lefts[item]
      (target + place).update(from: scratch + item * block, count: size)
      place += size
    }
    return left
  }
}
