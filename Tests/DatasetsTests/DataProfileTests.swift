import Datasets
import Testing

@Suite struct DataProfileTests {
  @Test func `counts by hand`() throws {
    var rows = (0..<16).map { "\($0),\($0 * 5 % 7).5,k,\($0 % 3 == 0 ? "" : "red"),\($0 < 4 ? "b" : "a")" }
    // Two rows again under new identifiers.
    rows += ["16,\(3 * 5 % 7).5,k,,b", "17,\(7 * 5 % 7).5,k,red,a"]
    let data = try table("id,size,same,colour,y\n" + rows.joined(separator: "\n") + "\n")
    let facts = profile(data)
    #expect(facts.rows == 18)
    #expect(facts.columns == 2)
    #expect(facts.classCounts == ["a": 13, "b": 5])
    #expect(facts.rarestClassShare == 5.0 / 18)
    // Rows 0, 3, 6, 9, 12, 15 and 16 have no colour: 7 of 36 cells.
    #expect(facts.missingShare == 7.0 / 36)
    #expect(facts.constantColumns == ["same"])
    #expect(facts.identifierColumns == ["id"])
    // Rows 11 (like 4), 14 (like 7), 16 (like 3) and 17 (like 7) repeat size, colour and class.
    #expect(facts.duplicateShare == 4.0 / 18)
    #expect(facts.suspectLeaks.isEmpty)
  }

  @Test func `texts that differ in case and spacing are the same`() throws {
    let texts =
      ["Good  film.", "good film", "GOOD, film!", "bad film", "the end", "goodfilm"]
      + (0..<8).map { "filler text number \($0) here" }
    let data = try table(
      "x,y\n" + texts.enumerated().map { "\"\($1)\",\($0 % 5 == 4 ? "b" : "a")\n" }.joined(), textColumn: "x")
    #expect(profile(data).duplicateShare == 2.0 / 14)
  }

  @Test func `a column that gives the target away is suspected`() throws {
    let text =
      "leak,honest,y\n"
      + (0..<200).map { "\($0 % 2 == 0 ? 10 + $0 % 9 : 90 + $0 % 9),\($0 * 37 % 100),\($0 % 2)\n" }.joined()
    let leaks = profile(try table(text)).suspectLeaks
    #expect(leaks.map(\.column) == ["leak"])
    #expect(leaks.first?.share == 1)
  }

  @Test func `a copy of a quantity is suspected, a noisy one is not`() throws {
    let text =
      "copy,noisy,y\n"
      + (0..<500).map { "\($0 * 3 + 1),\($0 + ($0 * 7919 % 397)),\($0)\n" }.joined()
    let leaks = profile(try table(text, task: .regression)).suspectLeaks
    #expect(leaks.map(\.column) == ["copy"])
  }

  @Test func `regression has no classes`() throws {
    let data = try table("x,y\n" + (0..<30).map { "\($0 * 7 % 11),\($0).5\n" }.joined())
    #expect(profile(data).classCounts.isEmpty)
    #expect(profile(data).rarestClassShare == nil)
  }
}
