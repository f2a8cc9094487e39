import Datasets
import Testing

/// Cells of a column, and what it should be taken for.
struct Guess: CustomTestStringConvertible, Sendable {
  var name: String
  var header = "x"
  var separator = ","
  var cells: [String]
  var kind: ColumnKind
  var reason: ColumnReason

  var testDescription: String { name }
}

private func repeated(_ cells: [String], _ count: Int = 20) -> [String] {
  (0..<count).map { cells[$0 % cells.count] }
}

private let guesses: [Guess] = [
  Guess(name: "numbers", cells: repeated(["1.5", "2", "3e2"]), kind: .numeric, reason: .numbers(.plain)),
  Guess(
    name: "numbers with gaps", cells: repeated(["1", "NA", "3"]), kind: .numeric, reason: .numbers(.plain)),
  Guess(
    name: "decimal commas", separator: ";", cells: repeated(["1,5", "2,25", "1.234,5"]), kind: .numeric,
    reason: .numbers(.decimalComma)),
  Guess(
    name: "quoted decimal commas", cells: repeated(["\"1,5\"", "\"2,25\"", "3"]), kind: .numeric,
    reason: .numbers(.decimalComma)),
  Guess(
    name: "groups of three", cells: repeated(["\"1,234\"", "\"12,345,678.5\"", "9"]), kind: .numeric,
    reason: .numbers(.groupedByComma)),
  Guess(
    name: "groups by spaces", cells: repeated(["1 234", "12\u{A0}345", "9"]), kind: .numeric,
    reason: .numbers(.groupedBySpace)),
  Guess(
    name: "inconsistent groups are categories", cells: repeated(["\"1,23\"", "\"1,234.5\"", "x"]),
    kind: .categorical, reason: .levels(3)),
  Guess(
    name: "one typing error among numbers", cells: repeated(["1.5", "2.5"], 30) + ["oops"], kind: .numeric,
    reason: .mostlyNumbers(stray: 1, example: "oops", row: 31)),
  Guess(name: "counting up", cells: (0..<20).map(String.init), kind: .identifier, reason: .countsUp),
  Guess(
    name: "an id by name", header: "CustomerId", cells: (0..<20).map { String($0 * $0 + 7) },
    kind: .identifier,
    reason: .nameAndDistinct),
  Guess(
    name: "squares without such a name", cells: (0..<20).map { String($0 * $0 + 7) }, kind: .numeric,
    reason: .numbers(.plain)),
  Guess(
    name: "codes", cells: (0..<20).map { "A\($0)-7" }, kind: .identifier, reason: .nearlyAllDifferent(20)),
  Guess(
    name: "categories", cells: repeated(["red", "green", "blue"]), kind: .categorical, reason: .levels(3)),
  Guess(
    name: "one word or nothing", cells: repeated(["yes", ""]), kind: .categorical, reason: .levels(1)),
  Guess(name: "constant", cells: repeated(["same"]), kind: .constant, reason: .oneValue("same")),
  Guess(name: "empty", cells: repeated(["", "null", "?"]), kind: .empty, reason: .noValue),
  Guess(
    name: "sentences", cells: (0..<20).map { "the parcel number \($0) came late again" }, kind: .text,
    reason: .words(average: 7)),
  Guess(
    name: "Chinese sentences", cells: (0..<20).map { "送餐很快味道不错第\($0)次点了" }, kind: .text,
    reason: .words(average: 7)),
  Guess(
    name: "ISO dates", cells: repeated(["2024-02-29", "2023-12-01T14:30"]), kind: .date,
    reason: .dates(.yearMonthDay)),
  Guess(
    name: "day first", cells: repeated(["31/12/2023", "01/02/2024"]), kind: .date,
    reason: .dates(.dayMonthYear)),
  Guess(
    name: "month first", cells: repeated(["12/31/2023", "01/02/2024"]), kind: .date,
    reason: .dates(.monthDayYear)),
  Guess(
    name: "Chinese dates", cells: repeated(["2024年3月5日", "2024年11月30日"]), kind: .date,
    reason: .dates(.yearMonthDay)),
  Guess(
    name: "no such day", cells: repeated(["2023-02-29", "2024-02-28"]), kind: .categorical, reason: .levels(2)
  ),
]

@Suite struct ColumnInferenceTests {
  @Test(arguments: guesses)
  func `a column is taken for what it is`(_ guess: Guess) throws {
    // A second column keeps the table usable when the first is left out.
    let text =
      "\(guess.header)|other|y\n".replacing("|", with: guess.separator)
      + guess.cells.enumerated().map { row, cell in
        [cell, "\(row % 5).5", row % 2 == 0 ? "a" : "b"].joined(separator: guess.separator) + "\n"
      }.joined()
    let finding = try #require(try table(text).findings.first)
    #expect(finding.kind == guess.kind)
    #expect(finding.reason == guess.reason)
    let isDropped = [.identifier, .constant, .empty].contains(guess.kind)
    #expect(finding.role == (isDropped ? .dropped : .feature))
    for language in ["en", "zh"] { #expect(finding.text(in: language).hasPrefix(guess.header)) }
  }

  @Test func `every spelling of missing is counted`() throws {
    let cells = ["", "NA", "N/A", "null", "None", "NaN", "?", "-", "缺失", " n/a "] + repeated(["1.5", "2.5"])
    let read = try table(column(cells))
    #expect(read.findings[0].missing == 10)
    let counted = read.notes.compactMap { note -> [SpellingCount]? in
      if case .missingValues(10, let spellings) = note { spellings } else { nil }
    }
    #expect(counted.first?.count == 10)
    #expect(counted.first?.contains(SpellingCount(spelling: "缺失", count: 1)) == true)
  }

  @Test func `columns without a name get one, and it is said`() throws {
    let read = try table(",x,y\n" + (0..<12).map { "\($0),\($0 % 5).5,\($0 % 2)\n" }.joined())
    #expect(read.findings.map(\.name) == ["column 1", "x", "y"])
    #expect(read.notes.contains(.columnNamed(position: 1, name: "column 1")))
    #expect(read.notes.contains(.columnsDropped(["column 1"])))
  }

  @Test func `dates that fit two orders are said to be uncertain`() throws {
    let read = try table(column(repeated(["01/02/2024", "03/04/2024", "05/06/2024"])))
    #expect(read.notes.contains(.dateParts(column: "x", order: .dayMonthYear, certain: false)))
  }

  @Test func `all notes are worded in both languages`() throws {
    let cells = ["NA", "oops"] + repeated(["1.5", "2.5"], 30)
    for note in try table(column(cells)).notes {
      #expect(note.text(in: "en").hasSuffix("."))
      #expect(note.text(in: "zh").hasSuffix("。"))
    }
  }
}
