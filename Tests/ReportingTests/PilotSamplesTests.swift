import Foundation
import Knowledge
import Pilots
import Reporting
import Testing

@Suite struct PilotSamplesTests {
  private let groups = PilotSample(
    title: LocalizedText(en: "By age", zh: "按年龄"),
    .table(
      TableSample(
        heading: LocalizedText(en: "Group", zh: "群体"),
        columns: [LocalizedText(en: "Rows", zh: "行数"), LocalizedText(en: "Share", zh: "占比")],
        rows: [
          TableSample.Row(name: "under 30", values: [12, 0.5]),
          TableSample.Row(name: "over 30", values: [8, nil]),
        ])))

  private func tables(_ samples: [PilotSample], _ language: Language) throws -> [Table] {
    var fixture = try Fixture()
    fixture.assessment.pilot?.samples = samples
    let report = report(for: fixture.assessment, knowledge: fixture.knowledge, language: language)
    return report.sections.flatMap(\.blocks).compactMap { block in
      guard case .table(let table) = block else { return nil }
      return table
    }
  }

  @Test(arguments: Language.allCases)
  func `a table of numbers has its rows' names under a heading of their own`(_ language: Language) throws {
    let table = try #require(try tables([groups], language).first { $0.caption == groups.title[language] })
    let headings = language == .english ? ["Group", "Rows", "Share"] : ["群体", "行数", "占比"]
    #expect(table.columns.map(\.title) == headings)
    #expect(table.columns.map(\.isNumber) == [false, true, true])
    let cells = table.rows.map { $0.cells.map(\.plain) }
    #expect(cells == [["under 30", "12", "0.500"], ["over 30", "8", "–"]])
  }

  @Test func `every row of every table has a cell for each column`() throws {
    let all = try tables([groups], .english)
    #expect(all.count > 10)
    for table in all {
      #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count }, "\(table.caption)")
    }
  }

  @Test func `a table kept by an earlier version is still read`() throws {
    let kept = #"{"columns": [{"en": "Rows", "zh": "行数"}], "rows": [{"name": "north", "values": [3]}]}"#
    let table = try JSONDecoder().decode(TableSample.self, from: Data(kept.utf8))
    #expect(table.rows == [TableSample.Row(name: "north", values: [3])])
    #expect(table.heading.en.isEmpty)
    #expect(try JSONDecoder().decode(TableSample.self, from: JSONEncoder().encode(table)) == table)
  }

  @Test func `a kept table with a value too many is refused, and nothing traps`() {
    let kept = #"{"columns": [{"en": "Rows", "zh": "行数"}], "rows": [{"name": "north", "values": [3, 4]}]}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(TableSample.self, from: Data(kept.utf8))
    }
  }
}
