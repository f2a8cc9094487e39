import Foundation
import Knowledge
import TestSupport
import Testing

/// Faults planted in the project's own prices, each with the finding it must give.
private let faults = [
  PlantedFault(
    name: "unknown figure", file: "catalog/prices.yaml", replace: "\n  task-hour:", with: "\n  task-our:",
    finding: "unknown key 'task-our'. Did you mean 'task-hour'?"),
  PlantedFault(
    name: "missing figure", file: "catalog/prices.yaml", replace: "\n  server-month:",
    with: "\n  server-week:", finding: "the key 'server-month' is missing"),
  PlantedFault(
    name: "figures that fall", file: "catalog/prices.yaml", replace: "low: 5000, likely: 11000",
    with: "low: 5000, likely: 4000",
    finding: "likely is 4000, expected a number from 5000 to 1000000000"),
  PlantedFault(
    name: "a share above one", file: "catalog/prices.yaml", replace: "every-case: 1\n",
    with: "every-case: 1.5\n", finding: "every-case is 1.5, expected a number from 0 to 1"),
  PlantedFault(
    name: "unknown option", file: "catalog/prices.yaml", replace: "      crowd:", with: "      crowds:",
    finding: "no option named 'crowds'. Did you mean 'crowd'?"),
  PlantedFault(
    name: "option without a price", file: "catalog/prices.yaml",
    replace: "      crowd: {low: 0.02, likely: 0.1, high: 0.6}\n", with: "",
    finding: "every option of 'data.label-source' needs a value; missing: crowd"),
  PlantedFault(
    name: "unknown source", file: "catalog/prices.yaml", replace: "source: eurostat-labour-costs-2024",
    with: "source: eurostat-labour-costs-2025",
    finding: "no source named 'eurostat-labour-costs-2025'. Did you mean 'eurostat-labour-costs-2024'?"),
  PlantedFault(
    name: "missing basis", file: "catalog/prices.yaml",
    replace: "kilowatt-hour: {low: 0.08, likely: 0.17, high: 0.4, basis: judgement}",
    with: "kilowatt-hour: {low: 0.08, likely: 0.17, high: 0.4}", finding: "the key 'basis' is missing"),
  PlantedFault(
    name: "approach without an effort", file: "catalog/prices.yaml", replace: "\n  retrieval:\n",
    with: "\n  retrival:\n", finding: "the key 'retrieval' is missing"),
  PlantedFault(
    name: "unknown currency", file: "catalog/prices.yaml", replace: "currency: USD", with: "currency: USB",
    finding: "unknown currency 'USB'. Did you mean"),
  PlantedFault(
    name: "a date that is none", file: "catalog/prices.yaml", replace: "date: 2026-11-01",
    with: "date: today", finding: "expected a date such as 2024-06-13, 2024-06 or 2024, found 'today'"),
]

struct PricesTests {
  @Test func `the catalog has prices with a date, and an effort for every approach`() throws {
    let prices = try #require(try realKnowledge().prices)
    #expect(prices.date.count >= 4)
    #expect(Set(prices.efforts.keys) == Set(ApproachID.allCases))
    #expect(prices.taskHour.range.likely > 0)
  }

  @Test func `a catalog without prices is fit for use`() throws {
    #expect(try miniatureKnowledge().prices == nil)
  }

  @Test(arguments: faults)
  func `a fault in the prices is found where it stands`(_ fault: PlantedFault) throws {
    let root = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: root) }
    for folder in ["catalog", "rubrics"] {
      try FileManager.default.copyItem(
        at: repositoryRoot.appendingPathComponent(folder), to: root.appendingPathComponent(folder))
    }
    let file = root.appendingPathComponent(fault.file)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(fault.replace))
    try text.replacing(fault.replace, with: fault.with, maxReplacements: 1)
      .write(to: file, atomically: true, encoding: .utf8)
    let findings = checkKnowledge(at: root).map(\.description)
    let found = findings.first { $0.contains(fault.finding) }
    #expect(found?.hasPrefix("catalog/prices.yaml:") == true, "\(findings)")
  }

  @Test func `an unknown answer to a priced question spans all its options`() throws {
    let prices = try #require(try realKnowledge().prices)
    let ranges = prices.skillFactor.ranges
    #expect(prices.skillFactor.span.low == ranges.values.map(\.low).min())
    #expect(prices.skillFactor.span.high == ranges.values.map(\.high).max())
  }
}
