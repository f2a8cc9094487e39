import Assessments
import Exporting
import Foundation
import Knowledge
import Pilots
import TestSupport
import Testing

/// What is written for which approach, and what is refused.
struct ExportProjectTests {
  let knowledge: KnowledgeBase

  init() throws { knowledge = try realKnowledge() }

  /// Two classes told apart by `a`, with a gap, a date and a quoted category.
  static let table: String =
    (["a,when,kind,target"]
    + (0..<40).map { row in
      let kind = row % 4 == 0 ? "\"big, \"\"red\"\"\"" : "small"
      let number = row == 6 ? "" : "\(Double(row % 2) + Double(row) / 100)"
      let day = row % 28 + 1
      return "\(number),2024-03-\(day < 10 ? "0" : "")\(day) 14:30,\(kind),\(row % 2 == 0 ? "no" : "yes")"
    }).joined(separator: "\n")

  struct Case: CustomTestStringConvertible, Sendable {
    var example: String
    var approach: ApproachID
    var lines: [String]
    var command: String
    var testDescription: String { "\(example) \(approach.rawValue)" }
  }

  static let cases = [
    Case(
      example: "medical-disease-classification", approach: .classical, lines: ["kind = \"classical\""],
      command: "python classical.py"),
    Case(
      example: "medical-disease-classification", approach: .smallNetwork,
      lines: ["widths = [128, 64]", "optimiser = \"adam\"", "learning_rate = 0.001", "epochs = 50"],
      command: "python train.py --model target"),
    Case(
      example: "medical-disease-classification", approach: .fromScratch,
      lines: ["kind = \"feature-transformer\"", "layers = 3", "width = 192", "heads = 8", "batch = 256"],
      command: "python train.py --model target"),
    Case(
      example: "nlp-sentiment-analysis", approach: .fineTuned,
      lines: ["family = \"bert\"", "sequence = 128", "epochs = 3", "learning_rate = 3e-05"],
      command: "python train.py --model target"),
    Case(
      example: "nlp-sentiment-analysis", approach: .retrieval,
      lines: ["retrieves = true", "weights = \"meta-llama/Llama-3.1-8B-Instruct\""],
      command: "python prompt.py"),
    Case(
      example: "vision-image-classification", approach: .fineTuned,
      lines: ["family = \"vit\"", "starts_from_weights = true", "side = 8", "channels = 1"],
      command: "python train.py --model target"),
    Case(
      example: "vision-image-classification", approach: .fromScratch,
      lines: ["family = \"resnet\"", "starts_from_weights = false", "optimiser = \"sgd\""],
      command: "python train.py --model target"),
    Case(
      example: "speech-keyword-spotting", approach: .smallNetwork,
      lines: ["kind = \"residual-keywords\"", "layers = 6", "pool = [4, 3]", "sample_rate = 16000"],
      command: "python train.py --model target"),
  ]

  @Test(arguments: cases)
  func `every kind of target gets its settings and its program`(_ row: Case) throws {
    let request = try ExportFixture(row.example, with: knowledge).request(row.approach)
    let files = try exportProject(request)
    let configuration = files.text("config.toml")
    for line in row.lines { #expect(configuration.contains("\n\(line)\n"), "\(line)") }
    #expect(try exportedCommand(request) == row.command)
    #expect(files.text("README.md").contains("`\(row.command)`"))
    #expect(files.text("README.zh.md").contains("`\(row.command)`"))
    let program = try #require(row.command.split(separator: " ").dropFirst().first)
    #expect(files.contains { $0.path == program })
    #expect(Set(files.map(\.path)).count == files.count)
  }

  @Test func `every module that a written program imports is written or required`() throws {
    let known: Set<String> = [
      "argparse", "collections", "csv", "dataclasses", "datetime", "functools", "json", "math", "os",
      "pathlib", "re", "sys", "tomllib", "wave", "ray",
    ]
    let packages = ["scikit-learn": "sklearn", "pillow": "PIL"]
    // Read only where the target's settings ask for them.
    let lazily: Set<String> = ["peft", "tokenizers", "PIL", "pretrained", "sound", "transformers"]
    for row in Self.cases {
      let files = try exportProject(ExportFixture(row.example, with: knowledge).request(row.approach))
      let required = files.text("requirements.txt").split(separator: "\n").map { line in
        let name = String(line.prefix { $0 != ">" })
        return packages[name] ?? name
      }
      for file in files where file.path.hasSuffix(".py") {
        for line in files.text(file.path).split(separator: "\n") {
          let words = line.split(separator: " ")
          guard words.count > 1, words[0] == "import" || words[0] == "from" && words.contains("import")
          else { continue }
          let name = String(words[1].prefix { $0 != "." })
          if line.hasPrefix(" "), lazily.contains(name) { continue }
          #expect(
            known.contains(name) || required.contains(name) || files.contains { $0.path == "\(name).py" },
            "\(file.path): \(line)")
        }
      }
    }
  }

  @Test func `the same request gives the same bytes`() throws {
    let request = try ExportFixture("nlp-sentiment-analysis", with: knowledge).request(.smallNetwork)
    #expect(try exportProject(request) == exportProject(request))
  }

  @Test func `rules and people are refused with the best approach that can be exported`() throws {
    let fixture = try ExportFixture("speech-keyword-spotting", with: knowledge)
    #expect(fixture.assessment.recommendation.recommended == .noAI)
    let ranked = fixture.assessment.recommendation.ranked.map(\.id)
    let first = try #require(ranked.first { $0 == .classical || $0 == .smallNetwork || $0 == .prompted })
    #expect(throws: ExportError.nothingToTrain(instead: first)) {
      try exportProject(fixture.request())
    }
  }

  @Test(arguments: [
    ("nlp-sentiment-analysis", ApproachID.fromScratch),
    ("vision-image-classification", .prompted), ("medical-disease-classification", .fineTuned),
  ])
  func `a target that needs more than labelled rows is refused`(_ example: String, _ approach: ApproachID)
    throws
  {
    let request = try ExportFixture(example, with: knowledge).request(approach)
    let error = try #require(throws: ExportError.self) { try exportProject(request) }
    guard case .noProgram(approach, _, let instead) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(instead != nil && instead != approach)
  }

  @Test(arguments: [
    ("medical-genomics", "sequence-network"), ("medical-tumour-detection", "convolutional-network"),
    ("medical-drug-discovery", "dense-network"),
  ])
  func `a small network without a program of its own becomes the pilot's`(_ example: String, _ kind: String)
    throws
  {
    let files = try exportProject(ExportFixture(example, with: knowledge).request(.smallNetwork))
    let lines = files.text("config.toml").split(separator: "\n").map(String.init)
    let target = try #require(lines.firstIndex(of: "[target]"))
    #expect(lines[target...].contains("kind = \"\(kind)\""))
    #expect(lines[target...].contains { $0.contains("no program for this target") })
  }

  @Test func `a target that reads pictures is refused for a table`() throws {
    let request = try ExportFixture("vision-image-classification", csv: Self.table, with: knowledge)
      .request(.fineTuned)
    #expect(throws: ExportError.otherInput(reads: .image, found: "tabular")) { try exportProject(request) }
  }

  @Test func `a missing program text is named`() throws {
    var request = try ExportFixture("medical-disease-classification", with: knowledge).request(.classical)
    request.programs["data.py"] = nil
    #expect(throws: ExportError.missingProgram("data.py")) { try exportProject(request) }
  }
}
