import Datasets
import Foundation
import Testing

/// A table that is refused, and the one line that says why.
struct Refusal: CustomTestStringConvertible, Sendable {
  var name: String
  var bytes: [UInt8]
  var target: String? = "y"
  var encoding: TextEncoding?
  var lineLimit = 64 << 20
  var message: String

  var testDescription: String { name }

  init(
    _ name: String, _ text: String, target: String? = "y", encoding: TextEncoding? = nil,
    lineLimit: Int = 64 << 20, message: String
  ) {
    self.init(
      name, Array(text.utf8), target: target, encoding: encoding, lineLimit: lineLimit, message: message)
  }

  init(
    _ name: String, _ bytes: [UInt8], target: String? = "y", encoding: TextEncoding? = nil,
    lineLimit: Int = 64 << 20, message: String
  ) {
    self.name = name
    self.bytes = bytes
    self.target = target
    self.encoding = encoding
    self.lineLimit = lineLimit
    self.message = message
  }
}

private let tenRows = (0..<10).map { "\($0).5,\($0 % 2)\n" }.joined()

private let refusals: [Refusal] = [
  Refusal("empty file", "", message: "data.csv: the file is empty; expected a header line and rows"),
  Refusal(
    "white lines only", "\n \n\n", message: "data.csv: the file is empty; expected a header line and rows"),
  Refusal(
    "a zero byte", "x,y\n1,\0\n",
    message: "data.csv: this is a binary file, not a text table; expected CSV or TSV"),
  Refusal(
    "a zero byte behind bytes that are no UTF-8", [0xFE, 0x80, 0, 1, 2, 3],
    message: "data.csv: this is a binary file, not a text table; expected CSV or TSV"),
  Refusal(
    "a workbook", Array("PK\u{3}\u{4}rest".utf8),
    message: "data.csv: this is a zip archive or an Excel workbook, not a text table; expected CSV or TSV"),
  Refusal(
    "latin1 without saying so", Array("x,y\ncaf".utf8) + [0xE9] + Array(",1\n".utf8),
    message: "data.csv: byte 7 is not valid UTF-8; name the encoding with --encoding, for example"
      + " --encoding windows-1252 or --encoding gb18030"),
  Refusal(
    "cut inside a character", Array("x,y\n1,".utf8) + [0xE5, 0xA5],
    message: "data.csv: byte 6 is not valid UTF-8; name the encoding with --encoding, for example"
      + " --encoding windows-1252 or --encoding gb18030"),
  Refusal(
    "another encoding than named", Array("x,y\n1,".utf8) + [0x81] + Array("                    \n".utf8),
    encoding: .gb18030, message: "data.csv: byte 6 is not valid gb18030, the encoding that was named"),
  Refusal(
    "a long line", "x,y\n1,2\n" + String(repeating: "z", count: 5_000), lineLimit: 4096,
    message: "data.csv:3: the line is longer than 4 KiB; is this a text table with line ends?"),
  Refusal(
    "a long quoted field", "x,y\n1,\"" + String(repeating: "z\n", count: 3_000), lineLimit: 4096,
    message: "data.csv:2: the line is longer than 4 KiB; is this a text table with line ends?"),
  Refusal(
    "an open quote", "x,y\n1,2\n\"3,4\n5,6\n",
    message: "data.csv:3: the quote opened on this line is never closed"),
  Refusal(
    "no header", "5.1,3.5\n" + tenRows,
    message: "data.csv:1: the first line holds the number '5.1'; expected a header line with column names"),
  Refusal(
    "a column named twice", "x,y,x\n1,2,3\n",
    message: "data.csv:1: columns 1 and 3 are both named 'x'; give each its own name"),
  Refusal(
    "a row too short", "x,z,y\n1,2,3\n4,5\n",
    message: "data.csv:3: row 2 has 2 fields, expected 3 as in the header"),
  Refusal(
    "a row too long after quoted lines", "x,y\n\"1\n1\",2\n3,4,5\n",
    message: "data.csv:4: row 2 has 3 fields, expected 2 as in the header"),
  Refusal(
    "infinity in a feature", "x,y\n" + tenRows + "-inf,1\n",
    message: "column 'x', row 11: '-inf' is infinite; expected a finite number or an empty cell"),
  Refusal(
    "a number too large", "x,y\n" + tenRows + "1e999,1\n",
    message: "column 'x', row 11: '1e999' is infinite; expected a finite number or an empty cell"),
  Refusal(
    "infinity in the target", "y,x\n" + tenRows + "Infinity,1\n",
    message: "column 'y', row 11: 'Infinity' is infinite; expected a finite number or an empty cell"),
  Refusal(
    "no such target", "x,outcome\n" + tenRows, target: "outcom",
    message: "no column named 'outcom'; did you mean 'outcome'?"),
  Refusal(
    "no target like it", "x,y\n" + tenRows, target: "temperature",
    message: "no column named 'temperature'; the columns are: x, y"),
  Refusal(
    "no target named", "a,b\n" + tenRows, target: nil,
    message: "no target was named; pass --target COLUMN with one of: a, b"),
  Refusal(
    "a target without values", "x,y\n" + (0..<12).map { "\($0).5,NA\n" }.joined(),
    message: "column 'y': every value of the target is missing; there is nothing to learn from"),
  Refusal(
    "one class", "x,y\n" + (0..<12).map { "\($0).5,yes\n" }.joined(),
    message: "column 'y': every row has the value 'yes'; at least two different values needed"),
  Refusal(
    "few rows", "x,y\n1.5,0\n2.5,1\n", message: "2 rows with a target value; at least 10 needed"),
  Refusal("one row", "x,y\n1.5,0\n", message: "1 row with a target value; at least 10 needed"),
  Refusal(
    "a label for every row", "x,y\n" + (0..<12).map { "\($0).5,name\($0)\n" }.joined(),
    message:
      "column 'y': 12 different labels in 12 rows; expected at most 6. Is it an identifier or free text?"),
  Refusal(
    "nothing but the target", "id,k,y\n" + (0..<12).map { "\($0),same,\($0 % 2)\n" }.joined(),
    message: "no column to learn from is left; left out as empty, constant or identifier: id, k"),
]

@Suite struct ErrorMessageTests {
  @Test(arguments: refusals)
  func `a table is refused in one line`(_ refusal: Refusal) throws {
    let scratch = try Scratch()
    let file = try scratch.write(refusal.bytes, "data.csv")
    let refused = error {
      _ = try load(
        DatasetRequest(
          location: file, target: refusal.target, encoding: refusal.encoding, lineLimit: refusal.lineLimit))
    }
    let found = try #require(refused)
    #expect(found.message(in: "en") == refusal.message)
    #expect(found.description == refusal.message)
    let chinese = found.message(in: "zh-Hans")
    #expect(chinese != refusal.message)
    #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(!chinese.contains("\n"))
  }

  @Test func `a file that is not there is named with its path`() {
    let refused = error {
      _ = try load(DatasetRequest(location: URL(fileURLWithPath: "/nowhere/at/all.csv"), target: "y"))
    }
    #expect(refused?.message(in: "en") == "/nowhere/at/all.csv: no such file or folder")
  }

  @Test func `a label asked to be a number is refused with its row`() {
    let refused = error {
      _ = try table("x,y\n" + tenRows + "3.5,maybe\n", task: .regression)
    }
    #expect(refused?.message(in: "en") == "column 'y', row 11: 'maybe' is not a number; expected a number")
  }

  @Test func `an unknown sample is named with its nearest`() {
    let refused = error { _ = try SampleData.load("card-transaction", root: repositoryRoot, seed: 1) }
    #expect(
      refused?.message(in: "en")
        == "no sample data named 'card-transaction'; did you mean 'card-transactions'?")
  }
}
