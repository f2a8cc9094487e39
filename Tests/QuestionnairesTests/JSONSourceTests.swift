import Knowledge
import Testing

@Suite struct JSONSourceTests {
  @Test func positionsCountCharacters() throws {
    let node = try parseJSONSource(
      Array("{\"中文\": \"é\\u00e9\", \"b\":\n  [1, true]}".utf8), file: "f", firstLine: 7)
    let entries = try #require(node.entries)
    #expect(entries.map(\.key) == ["中文", "b"])
    #expect(entries[0].value.text == "éé")
    #expect(entries[0].value.position == SourcePosition(file: "f", line: 7, column: 8))
    #expect(entries[1].keyPosition == SourcePosition(file: "f", line: 7, column: 19))
    #expect(entries[1].value.elements?.map(\.position.column) == [4, 7])
    #expect(entries[1].value.position.line == 8)
  }

  @Test func escapesAreDecoded() throws {
    let node = try parseJSONSource(Array(#""\"\\\/\b\f\n\r\t\u4e2d\ud83d\ude00""#.utf8), file: "f")
    #expect(node.text == "\"\\/\u{8}\u{C}\n\r\t中😀")
  }

  @Test(arguments: [
    ("", "f:1:1: the file is empty"),
    ("{", "f:1:2: not valid JSON: the text ends inside a value"),
    ("{\"a\" 1}", "f:1:6: not valid JSON: expected ':', found '1'"),
    ("{\"a\":1,}", "f:1:8: not valid JSON: expected a key in double quotes, found '}'"),
    ("{\"a\":1 \"b\"}", "f:1:8: not valid JSON: expected ',' or '}', found '\"'"),
    ("[1 2]", "f:1:4: not valid JSON: expected ',' or ']', found '2'"),
    ("{\"a\":tru}", "f:1:6: not valid JSON: expected a value, found 'tru'"),
    ("{\"a\":01}", "f:1:6: not valid JSON: expected a value, found '01'"),
    ("{\"a\":NaN}", "f:1:6: not valid JSON: expected a value, found 'NaN'"),
    ("{\"a\":1,\"a\":2}", "f:1:8: the key 'a' stands twice; keep one"),
    ("{} x", "f:1:4: not valid JSON: expected the end of the text, found 'x'"),
    ("\"\\x\"", "f:1:2: not valid JSON: unknown escape '\\x' in a text"),
    ("\"\\ud83d\"", "f:1:2: not valid JSON: unknown escape '\\ud83d' in a text"),
    (
      "\"a\nb\"",
      "f:1:3: not valid JSON: a line break or control character inside a text; write it as \\n or \\u…"
    ),
    (
      String(repeating: "[", count: 100), "f:1:65: not valid JSON: more than 64 levels of lists and objects"
    ),
  ])
  func brokenTextNamesItsPlace(_ text: String, _ expected: String) {
    do throws(Finding) {
      _ = try parseJSONSource(Array(text.utf8), file: "f")
      Issue.record("accepted")
    } catch {
      #expect(error.description == expected)
    }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    #expect(throws: Finding.self) { try parseJSONSource([0x22, 0xFF, 0x22], file: "f") }
    #expect(throws: Finding.self) { try parseJSONSource([0x7B, 0x00, 0x7D], file: "f") }
  }
}
