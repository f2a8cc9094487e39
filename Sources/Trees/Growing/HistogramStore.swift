import CKernels
import Kernels

/// Histograms of leaves, all columns one after another, handed out and taken back by number.
final class HistogramStore {
  /// Where each column's bins start, and last the total.
  let offsets: [Int32]
  private var blocks: [Block<ct_sum>] = []
  private var free: [Int] = []

  init(_ bins: [ColumnBins]) {
    // One entry more for missing values.
    offsets = bins.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count + 1)) }
  }

  var entries: Int { Int(offsets.last ?? 0) }

  func take() -> Int {
    if let slot = free.popLast() { return slot }
    blocks.append(Block(entries, zero: ct_sum.zero))
    return blocks.count - 1
  }

  func give(back slot: Int) { free.append(slot) }

  /// The first entry of a column.
  func column(_ column: Int, of slot: Int) -> UnsafeMutablePointer<ct_sum> {
    blocks[slot].base + Int(offsets[column])
  }

  subscript(slot: Int) -> UnsafeMutablePointer<ct_sum> { blocks[slot].base }
}
