import Knowledge
import Testing

/// One refused text a row: what it is, its YAML, and the finding it must give.
private struct Refused: CustomTestStringConvertible, Sendable {
  var name: String
  var yaml: String
  var finding: String

  var testDescription: String { name }
}

private let refused = [
  Refused(name: "nothing", yaml: "", finding: "f:1:1: the file is empty"),
  Refused(name: "only a comment", yaml: "# later\n", finding: "f:1:1: the file is empty"),
  Refused(
    name: "flow mapping left open", yaml: "a: {b: 1\n",
    finding: "f:2:1: not valid YAML: did not find expected ',' or '}'"),
  Refused(
    name: "text left open", yaml: "a: \"b\n",
    finding: "f:2:1: not valid YAML: found unexpected end of stream"),
  Refused(
    name: "tab as indentation", yaml: "a:\n\tb: 1\n",
    finding: "f:2:1: not valid YAML: found character that cannot start any token"),
  Refused(
    name: "unknown escape", yaml: "a: \"\\q\"\n",
    finding: "f:1:5: not valid YAML: found unknown escape character"),
  Refused(
    name: "control character after Chinese text", yaml: "a: 1\n名称: 好\u{7}\n",
    finding: "f:2:6: not valid YAML: control characters are not allowed"),
  Refused(
    name: "a second document", yaml: "a: 1\n---\nb: 2\n",
    finding: "f:2:1: not valid YAML: but found another document"),
  Refused(name: "key that is a list", yaml: "? [a]\n: 1\n", finding: "f:1:3: a key must be plain text"),
  Refused(
    name: "key twice", yaml: "b: 1\na: 2\nc: 3\na: 4\n",
    finding: "f:2:1: the key 'a' stands twice; keep one"),
  Refused(
    name: "two keys twice, quoted and not", yaml: "x: {b: 1, a: 2, \"b\": 3, a: 4}\n",
    finding: "f:1:11: the key 'a, b' stands twice; keep one"),
  Refused(
    name: "key twice among many", yaml: (0..<40).map { "k\($0): 1\n" }.joined() + "k7: 2\n",
    finding: "f:8:1: the key 'k7' stands twice; keep one"),
  Refused(
    name: "alias of nothing", yaml: "a: *b\n", finding: "f:1:4: not valid YAML: found undefined alias"),
  Refused(
    name: "alias inside its own value", yaml: "a: &b [*b]\n",
    finding: "f:1:8: not valid YAML: found undefined alias"),
  Refused(
    name: "alias of a value with aliases", yaml: "a: &a [x, y]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    finding: "f:3:5: the value of '*b' has aliases itself; write it out"),
]

struct YAMLSourceTests {
  private func root(_ yaml: String) throws -> SourceNode { try parseSource(yaml, file: "f") }

  private func place(_ node: SourceNode?) -> String? { node.map { "\($0.position)" } }

  @Test(arguments: refused)
  fileprivate func `what is wrong is told with its place`(_ row: Refused) {
    let finding = #expect(throws: Finding.self) { try parseSource(row.yaml, file: "f") }
    #expect(finding?.description == row.finding)
  }

  @Test func `columns count characters, not bytes`() throws {
    let node = try root("标题: {中文: 好, en: \"good\"}\n列表:\n  - 一\n  - {a: 二}\n")
    #expect(place(node) == "f:1:1")
    #expect(place(node["标题"]) == "f:1:5")
    #expect(node["标题"]?.entries?.map(\.keyPosition.column) == [6, 13])
    #expect(place(node["标题"]?["en"]) == "f:1:17")
    #expect(node["列表"]?.elements?.map(\.position.description) == ["f:3:5", "f:4:5"])
    #expect(place(node["列表"]?.elements?.last?["a"]) == "f:4:9")
  }

  @Test func `a byte-order mark moves nothing`() throws {
    let node = try root("\u{FEFF}a: b\n")
    #expect(node.entries?.map(\.key) == ["a"])
    #expect(place(node["a"]) == "f:1:4")
  }

  @Test func `quotes keep a text apart from a bare word`() throws {
    let node = try root("{a: no, b: \"no\", c: 'no', d: ~, e: \"\", f: , g: null, h: 'null'}")
    let quoted = node.entries?.map { entry in
      if case .scalar(_, let quoted) = entry.value.content { quoted } else { false }
    }
    #expect(quoted == [false, true, true, false, true, false, false, true])
    #expect(node.entries?.map(\.value.text) == ["no", "no", "no", nil, "", nil, nil, "null"])
  }

  @Test func `escapes stand for their characters`() throws {
    let node = try root("a: \"x\\n\\t\\\"\\\\ \\u4E2D \\U0001F600 \\x41\"\nb: 'it''s \\n'\n")
    #expect(node["a"]?.text == "x\n\t\"\\ 中 😀 A")
    #expect(node["b"]?.text == "it's \\n")
  }

  @Test func `block texts keep or fold their lines`() throws {
    let node = try root(
      "a: |\n  one\n  two\nb: >-\n  one\n  two\n\n  three\nc: |+\n  x\n\nd: plain\n  goes on\n")
    #expect(node["a"]?.text == "one\ntwo\n")
    #expect(node["b"]?.text == "one two\nthree")
    #expect(node["c"]?.text == "x\n\n")
    #expect(node["d"]?.text == "plain goes on")
    #expect(place(node["c"]) == "f:9:4")
  }

  @Test func `comments are left out, and a hash inside a word is none`() throws {
    let node = try root("# head\na: b#c # tail\n# between\nd: \"e # f\"\n")
    #expect(node.entries?.map(\.value.text) == ["b#c", "e # f"])
  }

  @Test func `JSON is read as well`() throws {
    let node = try root("{\"a\": [1, true, null], \"b\": {\"c\": \"d\"}}")
    #expect(node["a"]?.elements?.map(\.text) == ["1", "true", nil])
    #expect(node["b"]?["c"]?.text == "d")
  }

  @Test func `an alias stands for the value it names, at that value's place`() throws {
    let node = try root("a: &a {x: 1}\nb: [*a, *a]\n")
    #expect(node["b"]?.elements?.map { $0["x"]?.text } == ["1", "1"])
    #expect(node["b"]?.elements?.map(\.position.description) == ["f:1:4", "f:1:4"])
  }

  @Test func `64 levels are read and 65 refused`() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(try root(nested(64)).elements?.count == 1)
    let finding = #expect(throws: Finding.self) { try root(nested(65)) }
    #expect(finding?.description == "f:1:65: more than 64 levels of lists and mappings")
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `a hostile depth is refused, not followed`(_ opening: String) {
    let finding = #expect(throws: Finding.self) {
      try root(String(repeating: opening, count: 100_000))
    }
    #expect(finding?.problem == .tooDeep(limit: 64))
  }
}
