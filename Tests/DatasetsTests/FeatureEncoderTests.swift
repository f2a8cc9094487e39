import Datasets
import Testing

@Suite struct FeatureEncoderTests {
  @Test func `numbers are standardised by the training rows alone`() throws {
    // Training rows 1, 2, 3, 4, 5: mean 3, population deviation √2.
    let cells = ["1", "2", "3", "4", "5", "3", "1000", "-1000", "7", "3.5"]
    let values = try #require(try encoded(try table(column(cells)), "x", fit: [0, 1, 2, 3, 4]))
    #expect(values[0] == -1.4142135)
    #expect(values[5] == 0)
    #expect(abs(values[8] - 2.828427) < 1e-6)
    // Ten deviations are the limit.
    #expect(values[6] == 10 && values[7] == -10)
  }

  @Test func `other rows do not move the encoder`() throws {
    let train = ["1", "2", "4", "8", "9", ""]
    let one = try table(column(train + ["5", "6", "7", "8"]))
    let other = try table(column(train + ["900", "-4", "", "8"]))
    let rows = Array(0..<6)
    let first = FeatureEncoder.fit(one, rows: rows)
    let second = FeatureEncoder.fit(other, rows: rows)
    #expect(first.names == second.names)
    #expect(first.encode(one, rows: rows) == second.encode(other, rows: rows))
  }

  @Test func `a missing number becomes the median and is marked`() throws {
    let cells = ["1", "2", "", "4", "NA", "9", "1", "2", "4", "9"]
    let data = try table(column(cells))
    let values = try #require(try encoded(data, "x"))
    let marks = try #require(try encoded(data, "x missing"))
    #expect(marks == [0, 0, 1, 0, 1, 0, 0, 0, 0, 0])
    // The median of 1, 1, 2, 2, 4, 4, 9, 9 is 3: halfway between the codes of 2 and 4.
    #expect(abs(values[2] - (values[1] + values[3]) / 2) < 1e-6)
    #expect(values[2] == values[4])
  }

  @Test func `a long tail is taken by its logarithm, and the name says so`() throws {
    let cells = (0..<30).map { $0 == 29 ? "100000" : "\($0 % 6)" }
    let data = try table(column(cells))
    #expect(FeatureEncoder.fit(data, rows: Array(0..<30)).names == ["log(1 + x)"])
    let negative = try table(column(cells.map { $0 == "0" ? "-1" : $0 }))
    #expect(FeatureEncoder.fit(negative, rows: Array(0..<30)).names == ["x"])
  }

  @Test func `categories become columns of 0 and 1`() throws {
    let data = try table(column(["red", "green", "blue", "red", "", "green", "blue", "red", "pink", "red"]))
    let rows = Array(0..<10)
    let encoder = FeatureEncoder.fit(data, rows: rows)
    #expect(encoder.names == ["x = blue", "x = green", "x = red", "x = other", "x missing"])
    let values = encoder.encode(data, rows: [0, 2, 8, 4])
    #expect(values == [0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1])
  }

  @Test func `two categories need one column`() throws {
    let data = try table(column((0..<10).map { $0 % 3 == 0 ? "male" : "female" }))
    #expect(FeatureEncoder.fit(data, rows: Array(0..<10)).names == ["x = male"])
    #expect(try encoded(data, "x = male") == [1, 0, 0, 1, 0, 0, 1, 0, 0, 1])
  }

  @Test func `at most thirty categories stay themselves`() throws {
    let cells = (0..<200).map { "level\($0 % 40)" }
    let names = FeatureEncoder.fit(try table(column(cells)), rows: Array(0..<200)).names
    #expect(names.count == 31)
    #expect(names.last == "x = other")
  }

  @Test func `dates become year, month, weekday and hour`() throws {
    // 1 January 2024 was a Monday, 29 February 2024 a Thursday.
    let cells = (0..<10).map { ["2024-01-01 06:00", "2024-02-29 18:30"][$0 % 2] }
    let data = try table(column(cells))
    #expect(
      FeatureEncoder.fit(data, rows: Array(0..<10)).names
        == ["x year", "x month", "x day of week", "x hour"])
    let weekdays = try #require(try encoded(data, "x day of week"))
    #expect(weekdays[0] == -1 && weekdays[1] == 1)
  }

  @Test func `columns that do not vary in training are left out`() throws {
    let data = try table(column(["5", "5", "5", "1", "2", "3", "4", "6", "7", "8"]))
    let encoder = FeatureEncoder.fit(data, rows: [0, 1, 2])
    #expect(encoder.columns == 0)
    #expect(encoder.encode(data, rows: [3, 4]) == [])
  }
}
