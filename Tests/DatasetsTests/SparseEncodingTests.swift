import Datasets
import Testing

@Suite struct SparseEncodingTests {
  @Test func `sparse rows hold the same values as dense ones`() throws {
    let data = try table(
      column((0..<40).map { "\"row \($0) of texts about thing \($0 % 7) and \($0 % 3)\"" }), textColumn: "x")
    let encoder = FeatureEncoder.fit(data, rows: Array(0..<30))
    let rows = [39, 0, 7, 7]
    let sparse = encoder.encodeSparse(data, rows: rows)
    #expect(sparse.columns == encoder.columns && sparse.rows == 4)
    #expect(sparse.dense() == encoder.encode(data, rows: rows))
    // Of a text only its own terms are kept.
    #expect(sparse.values.allSatisfy { $0 > 0 } && sparse.values.count < 4 * encoder.columns / 2)
  }

  @Test func `columns of every kind stand side by side in their order`() throws {
    let lines = (0..<24).map { row in
      let date = "2024-0\(row % 6 + 1)-1\(row % 3)"
      let number = row % 5 == 0 ? "" : "\(row * row)"
      return
        "\(number),\(["red", "green", "blue"][row % 3]),\(date),\"words \(row % 4) and more \(row)\",\(row % 2)"
    }
    let data = try table(
      "n,c,d,t,y\n" + lines.joined(separator: "\n") + "\n", textColumn: "t")
    let encoder = FeatureEncoder.fit(data, rows: Array(0..<20))
    for kind in ["n missing", "c = red", "d month", "t: words 3"] {
      #expect(encoder.names.contains(kind), "\(kind) in \(encoder.names)")
    }
    let rows = Array(0..<24)
    #expect(encoder.encodeSparse(data, rows: rows).dense() == encoder.encode(data, rows: rows))
  }

  @Test func `texts without a known term, and no rows at all`() throws {
    let data = try table(
      column((0..<12).map { $0 < 6 ? "\"one two \($0 % 2)\"" : "\"other\($0) thing\($0)\"" }), textColumn: "x"
    )
    let encoder = FeatureEncoder.fit(data, rows: [0, 1, 2, 3])
    #expect(encoder.encodeSparse(data, rows: [8, 9]).values.isEmpty)
    #expect(encoder.encodeSparse(data, rows: []).rows == 0)
    // A column that does not vary leaves nothing to encode, but the rows are still counted.
    let constant = try table(column(["5", "5", "5", "1", "2", "3", "4", "6", "7", "8"]))
    let none = FeatureEncoder.fit(constant, rows: [0, 1, 2]).encodeSparse(constant, rows: [3, 4])
    #expect(none.rows == 2 && none.columns == 0)
  }
}
