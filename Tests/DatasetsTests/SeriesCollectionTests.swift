import Datasets
import Foundation
import Testing

struct SeriesCollectionTests {
  /// Days from 1 January 2020 on, as ISO dates.
  private func day(_ number: Int) -> String {
    let date = Date(timeIntervalSince1970: 1_577_836_800 + 86_400 * Double(number))
    return String(date.ISO8601Format().prefix(10))
  }

  private func prices(_ count: Int, _ price: (Int) -> String) -> String {
    "date,price\n" + (0..<count).map { "\(day($0)),\(price($0))\n" }.joined()
  }

  private func series(_ text: String, target: String? = nil) throws -> PriceSeries {
    let scratch = try Scratch()
    return try PriceSeries.load(DatasetRequest(location: try scratch.write(text), target: target))
  }

  private func assets(_ text: String) throws -> AssetReturns {
    let scratch = try Scratch()
    return try AssetReturns.load(DatasetRequest(location: try scratch.write(text)))
  }

  @Test func `returns are differences of logarithms in per cent`() throws {
    let series = try series(prices(200) { $0 % 2 == 0 ? "100" : "110" })
    #expect(series.returns.count == 199)
    // 100 ln 1.1
    #expect(abs(series.returns[0] - 9.5310179804) < 1e-9)
    #expect(abs(series.returns[1] + 9.5310179804) < 1e-9)
    #expect(series.periods.first == "2020-01-02")
  }

  @Test func `the latest row may come first`() throws {
    let text = prices(200) { "\(100 + $0)" }
    let rows = text.split(separator: "\n")
    let turned = ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n")
    let (straight, back) = (try series(text), try series(turned))
    #expect(straight.returns == back.returns)
    #expect(straight.facts.fingerprint == back.facts.fingerprint)
    #expect(back.facts.notes.contains(.rowsByDate(column: "date")))
    #expect(!straight.facts.notes.contains(.rowsByDate(column: "date")))
  }

  @Test func `days and months are told apart by the order of time`() throws {
    // Read month first, 1.2. would come after 2.1.
    let rows = (1...28).map { "\($0 < 10 ? "0" : "")\($0).01.2021,\(100 + $0)\n" }
    let months = (1...12).flatMap { month in
      (1...17).map { day in
        "\(day < 10 ? "0" : "")\(day).\(month < 10 ? "0" : "")\(month).2022,\(200 + 20 * month + day)\n"
      }
    }
    let series = try series("Datum,price\n" + (rows + months).joined())
    #expect(series.periods[0] == "02.01.2021")
    #expect(series.returns.allSatisfy { $0 > 0 })
  }

  @Test func `rows without a price are left out`() throws {
    let series = try series(prices(210) { $0 % 30 == 5 ? "" : "\(100 + $0)" })
    #expect(series.returns.count == 202)
    #expect(series.facts.notes.contains(.periodsIncomplete(7)))
  }

  @Test func `bad series are refused with the place`() {
    #expect(throws: DatasetError.tooFewPeriods(periods: 199, least: 200)) {
      try series(prices(199) { "\(100 + $0)" })
    }
    #expect(throws: DatasetError.priceNotPositive(column: "price", row: 4, value: 0)) {
      try series(prices(200) { $0 == 3 ? "0" : "\(100 + $0)" })
    }
    #expect(throws: DatasetError.notANumber(column: "price", row: 4, text: "dear")) {
      try series(prices(200) { $0 == 3 ? "dear" : "\(100 + $0)" })
    }
    #expect(throws: DatasetError.oneClass(column: "price", value: "100.0")) {
      try series(prices(200) { _ in "100" })
    }
    #expect(throws: DatasetError.noDateColumn(columns: ["name", "price"])) {
      try series("name,price\n" + (0..<200).map { "n\($0),\(100 + $0)\n" }.joined())
    }
    #expect(throws: DatasetError.repeatedDate(column: "date", row: 201, text: "2020-01-01")) {
      try series(prices(200) { "\(100 + $0)" } + "2020-01-01,5\n")
    }
    #expect(throws: DatasetError.targetNotNamed(columns: ["date", "level"])) {
      try series(prices(200) { "\(100 + $0)" }.replacingOccurrences(of: "date,price", with: "date,level"))
    }
    #expect(
      throws: DatasetError.unknownColumn(name: "prise", nearest: "price", columns: ["date", "price"])
    ) { try series(prices(200) { "\(100 + $0)" }, target: "prise") }
  }

  @Test func `assets are prices unless a figure is negative`() throws {
    let months = (0..<130).map { "\(2000 + $0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1)" }
    let prices = "month,A,B\n" + months.enumerated().map { "\($1),\(100 + $0),\(50)\n" }.joined()
    let read = try assets(prices)
    #expect(read.assets == ["A", "B"] && read.periodsPerYear == 12)
    #expect(read.returns.count == 129 && abs(read.returns[0][0] - 0.01) < 1e-12 && read.returns[0][1] == 0)
    #expect(read.facts.notes.contains(.figuresRead(areReturns: false)))
    let returns = "month,A,B\n" + months.map { "\($0),0.02,-0.01\n" }.joined()
    let second = try assets(returns)
    #expect(second.returns.count == 130 && second.returns[7] == [0.02, -0.01])
    #expect(second.facts.notes.contains(.figuresRead(areReturns: true)))
  }

  @Test func `days become weeks`() throws {
    // 1 January 2020 was a Wednesday: five days to the first Sunday, then whole weeks.
    let rows = (0..<(5 + 7 * 130)).map { "\(day($0)),0.01,-0.01\n" }
    let read = try assets("date,up,down\n" + rows.joined())
    #expect(read.returns.count == 131 && read.periodsPerYear == 52)
    // 1.01⁵ − 1 and 1.01⁷ − 1
    #expect(abs(read.returns[0][0] - 0.0510100501) < 1e-9)
    #expect(abs(read.returns[1][0] - 0.0721353521) < 1e-9)
    #expect(read.facts.notes.contains(.daysToWeeks(days: 915, weeks: 131)))
  }

  @Test func `bad assets are refused`() {
    let days = (0..<130).map { day(7 * $0) }
    #expect(throws: DatasetError.tooFewAssets(found: ["A"])) {
      try assets("date,A\n" + days.map { "\($0),1\n" }.joined())
    }
    #expect(throws: DatasetError.priceNotPositive(column: "B", row: 1, value: 0)) {
      try assets("date,A,B\n" + days.map { "\($0),1,0\n" }.joined())
    }
    #expect(throws: DatasetError.returnTooLow(column: "B", row: 1, value: -1.5)) {
      try assets("date,A,B\n" + days.map { "\($0),1,-1.5\n" }.joined())
    }
    #expect(throws: DatasetError.tooFewPeriods(periods: 99, least: 120)) {
      try assets("date,A,B\n" + days.prefix(100).enumerated().map { "\($1),\($0 + 1),2\n" }.joined())
    }
  }

  @Test func `samples are the same for the same seed`() throws {
    let root = URL(fileURLWithPath: "/")
    let first = try PriceSeries.samples[0].content(root: root, seed: 3)
    #expect(first.returns == (try PriceSeries.samples[0].content(root: root, seed: 3)).returns)
    #expect(first.returns != (try PriceSeries.samples[0].content(root: root, seed: 4)).returns)
    let assets = try AssetReturns.samples[0].content(root: root, seed: 3)
    #expect(assets.returns == (try AssetReturns.samples[0].content(root: root, seed: 3)).returns)
    #expect(assets.returns.allSatisfy { $0.count == 8 && $0.allSatisfy { $0 > -1 } })
  }
}
