import Datasets
import Testing

/// Columns of letters that are neither words nor categories.
struct SequenceColumnTests {
  private func finding(_ data: Dataset) throws -> ColumnFinding {
    try #require(data.findings.first { $0.name == "x" })
  }

  /// Twelve different runs of letters of this length or, with a step, of growing length.
  private func sequences(length: Int, step: Int = 0, letters: [Character] = Array("ACGT")) -> [String] {
    var state: UInt32 = 7
    return (0..<12).map { row in
      String(
        (0..<length + step * row).map { _ in
          state = state &* 1_664_525 &+ 1_013_904_223
          return letters[Int(state >> 24) % letters.count]
        })
    }
  }

  /// What a column is taken for; nil where it is left out and nothing else is there to learn from.
  private func kind(_ cells: [String]) throws -> ColumnKind? {
    do {
      return try finding(table(column(cells))).kind
    } catch DatasetError.noUsableColumn {
      return nil
    }
  }

  @Test func `equally long nucleotides keep their places`() throws {
    let data = try table(column(sequences(length: 20)))
    #expect(try finding(data).kind == .sequence)
    #expect(try finding(data).reason == .sequences(.nucleotides(length: 20)))
    #expect(data.notes.contains(.sequences(column: "x", form: .nucleotides(length: 20))))
    #expect(data.modality == .text && data.gridLayout == .letters(length: 20))
    let names = FeatureEncoder.fit(data, rows: Array(0..<12)).names
    #expect(names.contains { $0.hasPrefix("1: ") } && names.contains { $0.count == 3 })
  }

  @Test func `nucleotides of uneven length become words of letters`() throws {
    let data = try table(column(sequences(length: 15, step: 2)))
    #expect(try finding(data).reason == .sequences(.nucleotides(length: nil)))
    #expect(data.gridLayout == nil)
    let names = FeatureEncoder.fit(data, rows: Array(0..<12)).names
    #expect(names.allSatisfy { 3...6 ~= $0.count && $0.allSatisfy { "ACGT".contains($0) } })
  }

  @Test func `a letter more makes it no sequence`() throws {
    #expect(try kind(sequences(length: 20, letters: Array("ACGX"))) != .sequence)
  }

  @Test func `short codes of the same letters stay categories or identifiers`() throws {
    #expect(try kind(sequences(length: 4) + ["TTTT"]) != .sequence)
  }

  @Test func `molecules become runs of atoms`() throws {
    let molecules = (1...12).map { "CC(=O)" + String(repeating: "C", count: $0) + "Cl" }
    let data = try table(column(molecules))
    #expect(try finding(data).reason == .sequences(.structures))
    let names = FeatureEncoder.fit(data, rows: Array(0..<12)).names
    // Cl is one atom: no run of three ends in the middle of it.
    #expect(names.contains("C") && names.contains("Cl") && names.contains("CCCl"))
    #expect(!names.contains("l") && !names.contains("CCC l"))
  }

  @Test(arguments: ["C(=O", "C1CC", "CX(C)C", ")C(C"])
  func `one cell that is no structure makes the column none`(_ odd: String) throws {
    let molecules = (1...12).map { "CC(=O)" + String(repeating: "C", count: $0) } + [odd]
    #expect(try kind(molecules) != .sequence)
  }

  @Test func `words with brackets stay words`() throws {
    let data = try table(column((1...12).map { "blue (model \($0)) in a box" }))
    #expect(try finding(data).kind == .text)
  }

  @Test func `letters become four columns each, unknown ones a quarter in each`() throws {
    let data = try table(column(sequences(length: 19).map { $0 + "N" }))
    let encoder = try #require(GridEncoder(data, rows: [0, 1]))
    #expect(encoder.layout.shape == [20, 4])
    let values = encoder.encode(data, rows: [3])
    #expect(values.count == 80 && values.suffix(4) == [0.25, 0.25, 0.25, 0.25])
    #expect((0..<20).allSatisfy { values[4 * $0..<4 * $0 + 4].reduce(0, +) == 1 })
  }
}
