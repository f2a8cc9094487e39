import Datasets
import Foundation
import Testing

@Suite struct TableParsingTests {
  /// One table of three columns with awkward texts, as rows of cells.
  private static let cells: [[String]] =
    [["name", "size", "y"]]
    + (0..<12).map { row in
      [
        ["plain", "a, b; c", "tab\there | bar", "say \"hi\"", "first\nsecond", "\"\"", "ends, \"x\""][
          row % 7],
        "\(row).5", row % 3 == 0 ? "yes" : "no",
      ]
    }

  private static func written(_ separator: String, _ lineEnd: String, quoteAll: Bool) -> String {
    cells.map { row in
      row.map { cell in
        let needsQuotes = quoteAll || cell.contains { ",;\t|\"\n".contains($0) }
        return needsQuotes ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
      }.joined(separator: separator)
    }.joined(separator: lineEnd) + lineEnd
  }

  @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func `the way a table is written does not change its content`(_ separator: String, _ lineEnd: String) throws
  {
    let reference = try table(Self.written(",", "\n", quoteAll: false))
    for quoteAll in [false, true] {
      let read = try table(Self.written(separator, lineEnd, quoteAll: quoteAll))
      #expect(read.fingerprint == reference.fingerprint)
      #expect(read.rows == 12)
      #expect(read.notes.contains(.separator(try #require(Separator(rawValue: separator)))))
    }
  }

  @Test func `a byte-order mark, white lines and a missing last line end are stepped over`() throws {
    let text = Self.written(",", "\n", quoteAll: false)
    let reference = try table(text).fingerprint
    #expect(try table("\u{FEFF}" + text).fingerprint == reference)
    #expect(try table(String(text.dropLast())).fingerprint == reference)
    #expect(try table("\n\n" + text + "\n  \n").fingerprint == reference)
    #expect(try table("sep=,\n" + text).fingerprint == reference)
  }

  @Test func `quotes after spaces and text after a closing quote are understood`() throws {
    let spaced = "x, y\n" + (0..<10).map { "\($0).25, \"\($0 % 2)\"\n" }.joined()
    #expect(try table(spaced).classes == ["0", "1"])
    let trailing = "x,y\n" + (0..<10).map { "\"k\"\($0 % 5),\($0 % 2)\n" }.joined()
    #expect(try table(trailing).findings.first?.distinct == 5)
  }

  @Test func `a table longer than one piece of the file is read whole`() throws {
    var random = Dice(state: 5)
    let values = (0..<40_000).map { _ in Double.random(in: -1e6...1e6, using: &random) }
    let text = "x,y\n" + values.enumerated().map { "\($0 % 7).5,\($1)\n" }.joined()
    let read = try table(text, task: .regression)
    #expect(read.rows == 40_000)
    // The target goes through the number parser: shortest round-trip texts must come back exactly.
    #expect(read.targets == values)
  }

  @Test(arguments: [
    ("1", 1.0), ("-0.5", -0.5), ("+3", 3), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1E-3", 0.001),
    ("0.1", 0.1), ("123456789.123456789", 123_456_789.123456789), ("9007199254740993", 9_007_199_254_740_992),
    ("0.30000000000000004", 0.30000000000000004), ("2.2250738585072014e-308", 2.2250738585072014e-308),
    ("179769313486231570000e288", 1.7976931348623157e308), ("00012.50", 12.5), ("-0", 0),
    ("0.1234567890123456789012345", 0.12345678901234568), ("5e-324", .leastNonzeroMagnitude),
  ])
  func `a number is the nearest double`(_ text: String, _ value: Double) throws {
    let rows = (0..<20).map { "\($0)1.5,\($0 == 3 ? text : "\($0).25")\n" }.joined()
    #expect(try table("x,y\n" + rows, task: .regression).targets[3] == value)
  }

  @Test func `garbage is either read or refused, never a crash`() throws {
    var random = Dice(state: 11)
    let letters = Array(",,;\"\"\n\n\r\t|a1.5-é ?N".utf8)
    for _ in 0..<400 {
      let body = (0..<Int.random(in: 0..<300, using: &random)).map { _ in
        letters[Int.random(in: letters.indices, using: &random)]
      }
      let refused = error {
        let read = try table(Array("x,y\n".utf8) + body)
        #expect(read.targets.count == read.rows)
      }
      if let refused { #expect(!refused.message(in: "en").isEmpty) }
    }
  }
}
