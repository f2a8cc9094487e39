import Kernels
import Testing

struct SparseRowsTests {
  private let rows = SparseRows(
    columns: 4, starts: [0, 2, 2, 3], indices: [0, 3, 1], values: [5, -1, 2])

  @Test func `rows written out`() {
    #expect(rows.rows == 3)
    #expect(rows.dense() == [5, 0, 0, -1, 0, 0, 0, 0, 0, 2, 0, 0])
    #expect(SparseRows(dense: rows.dense(), rows: 3, columns: 4) == rows)
  }

  @Test func `chosen rows come in the order asked for, more than once if asked`() {
    #expect(rows.subset([2, 0, 2]).dense() == [0, 2, 0, 0, 5, 0, 0, -1, 0, 2, 0, 0])
    #expect(rows.subset([]).rows == 0)
  }

  @Test func `parts stand side by side`() {
    let narrow = SparseRows(dense: [7, 0, 9], rows: 3, columns: 1)
    #expect(
      SparseRows.joined([narrow, rows, narrow]).dense() == [
        7, 5, 0, 0, -1, 7,
        0, 0, 0, 0, 0, 0,
        9, 0, 2, 0, 0, 9,
      ])
    #expect(SparseRows.joined([rows]) == rows)
  }
}
