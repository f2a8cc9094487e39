import Datasets
import Foundation
import Pilots
import Recommendations
import TestSupport
import Testing

/// A column kept out of the features, by which results are compared.
struct GroupPilotTests {
  /// Two classes told by one number; in group `low` the number is smaller.
  private func grouped(target: (Double) -> String) throws -> Dataset {
    var generator = TestGenerator(seed: 5)
    let lines = (0..<300).map { row in
      let isLow = row % 3 == 0
      let value = Double.random(in: 0..<1, using: &generator) - (isLow ? 0.3 : 0)
      return "\(value),\(isLow ? "low" : "high"),\(target(value))"
    }
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("table.csv")
    try (["x,g,y"] + lines).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    return try load(DatasetRequest(location: file, target: "y", groupColumn: "g"))
  }

  @Test func `rates are told group by group`() throws {
    let result = try pilot(grouped { $0 > 0.5 ? "yes" : "no" })
    #expect(result.data.features == 1)
    let sample = try #require(result.samples?.first)
    guard case .table(let table) = sample.content else {
      Issue.record("groups are a table")
      return
    }
    #expect(table.rows.map(\.name.en) == ["high", "low"] && table.columns.count == 5)
    let rows = table.rows.map { $0.values[0] ?? 0 }
    #expect(rows.reduce(0, +) == Double(result.testRows))
    // Nearly separable: those selected are those who are, so both groups are found alike and selected unlike.
    let selected = table.rows.compactMap { $0.values[1] }
    #expect(selected[0] > selected[1] + 0.1)
    #expect(table.rows.allSatisfy { ($0.values[2] ?? 0) > 0.8 && ($0.values[3] ?? 1) < 0.2 })
    #expect(sample.note?.en.contains("29 CFR 1607.4(D)") == true)
    #expect(sample.title.zh.contains("“g”"))
  }

  @Test func `numbers are not compared by group, and the result says so`() throws {
    let result = try pilot(grouped { "\($0 * 10)" })
    #expect(result.samples == nil)
    #expect(result.notes.contains(PilotRemark(kind: PilotRemark.groupsNotCompared, detail: "g")))
  }

  @Test func `data without a group column bring no table`() throws {
    #expect(try pilot(Table.separable(rows: 60)).samples == nil)
  }
}
