import Foundation
import Testing

/// Wrong usage: exit 2, one clear line, nothing written.
@Suite struct UsageTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var line: String
    var testDescription: String { arguments.joined(separator: " ") }
    init(_ arguments: [String], _ line: String) {
      (self.arguments, self.line) = (arguments, line)
    }
  }

  static let rows = [
    Row(["asess"], "surefoot: surefoot has no command 'asess'. Did you mean 'assess'?"),
    Row(["catalog", "lst"], "surefoot: surefoot catalog has no command 'lst'. Did you mean 'list'?"),
    Row(["assess"], "Error: Missing expected argument '<answers.yaml>'"),
    Row(["assess", "sheet.yaml", "--sed", "1"], "Error: Unknown option '--sed'. Did you mean '--seed'?"),
    Row(
      ["assess", "sheet.yaml", "--seed", "x"], "Error: The value 'x' is invalid for '--seed <number>'"),
    Row(["assess", "sheet.yaml", "--budget", "0"], "surefoot: --budget must be a number of seconds above 0"),
    Row(["assess", "sheet.yaml", "--target", "y"], "surefoot: --target needs --data PATH"),
    Row(["assess", "sheet.yaml", "--test", "y"], "surefoot: --test needs --data PATH"),
    Row(
      ["assess", "sheet.yaml", "--data", "d.csv", "--no-pilot"],
      "surefoot: --no-pilot and --data exclude each other"),
    Row(
      ["assess", "sheet.yaml", "--data", "d.csv", "--encoding", "gb1803"],
      "surefoot: no encoding named 'gb1803'. Did you mean 'gb18030'?"),
    Row(
      ["assess", "sheet.yaml", "--format", "htm"], "surefoot: no format named 'htm'. Did you mean 'html'?"),
    Row(["assess", "missing.yaml"], "surefoot: there is no file missing.yaml"),
    Row(["assess", "."], "surefoot: . is a folder, not a file"),
    Row(
      ["pilot", "medical/disease-clasification"],
      "surefoot: no scenario named 'medical/disease-clasification'. Did you mean"
        + " 'medical/disease-classification'? See 'surefoot catalog list'."),
    Row(
      ["interview", "nlp/sentimet-analysis"],
      "surefoot: no scenario named 'nlp/sentimet-analysis'. Did you mean 'nlp/sentiment-analysis'?"
        + " See 'surefoot catalog list'."),
    Row(
      ["pilot", "games/other"],
      "surefoot: games/other has no sample data; bring your own with --data PATH --target COLUMN"),
    Row(
      ["catalog", "show", "data.qualty"],
      "surefoot: the catalog has nothing named 'data.qualty'. Did you mean 'data.quality'?"),
    Row(
      ["catalog", "list", "--domain", "medcal"], "surefoot: no domain named 'medcal'. Did you mean 'medical'?"
    ),
    Row(["catalog", "list", "--catalog", "/proc"], "surefoot: /proc holds no catalog/ and rubrics/"),
    Row(["assess-many", "none.jsonl"], "surefoot: there is no file or folder none.jsonl"),
    Row(["assess-many", "empty"], "surefoot: empty holds no .yaml or .json files"),
    Row(
      ["estimate"],
      "surefoot: which estimate? known: params, train_flops, train_time, train_memory, infer_memory,"
        + " kv_cache, cost"),
    Row(["estimate", "parms", "L=1"], "surefoot: no estimate named 'parms'. Did you mean 'params'?"),
    Row(["estimate", "kv_cache"], "surefoot: kv_cache takes: L=… kv_heads=… head_dim=… tokens=…"),
    Row(
      ["estimate", "train_flops", "N=7B", "tokns=1"],
      "surefoot: train_flops has no setting 'tokns'. Did you mean 'tokens'?"),
    Row(["estimate", "train_flops", "N=many", "D=1"], "surefoot: N: expected a number, found 'many'"),
    Row(["estimate", "params", "--out", "a.csv"], "surefoot: --out needs --facts FILE.csv"),
    Row(["estimate", "--facts", "none.csv"], "surefoot: there is no file none.csv"),
    Row(["history", "--language", "fr"], "Error: The value 'fr' is invalid for '--language <en|zh>'"),
  ]

  @Test(arguments: rows) func refused(_ row: Row) throws {
    let program = try Program()
    try program.write(
      try String(contentsOfFile: Program.example("games-board-strategy"), encoding: .utf8), to: "sheet.yaml")
    try FileManager.default.createDirectory(
      at: program.folder.appendingPathComponent("empty"), withIntermediateDirectories: false)
    let outcome = try program.run(row.arguments)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    let first = outcome.log.split(separator: "\n").first.map(String.init) ?? ""
    #expect(first.hasPrefix(row.line), "\(first)")
    #expect(try program.files() == ["empty", "sheet.yaml"])
    #expect(!FileManager.default.fileExists(atPath: program.storePath))
  }

  @Test func anUnknownReportNamesTheStore() throws {
    let program = try Program()
    let none = try program.run("report", "abc")
    #expect(none.code == 2)
    #expect(none.log == "surefoot: no assessment 'abc' in \(program.storePath). See 'surefoot history'.\n")
  }
}
