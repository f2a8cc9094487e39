import ArgumentParser
import Foundation
import Knowledge
import Questionnaires
import Reporting
import Scoring

/// Scores any number of sheets, one line each, in order, in constant memory.
struct AssessMany: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess-many",
    abstract: say(
      "Score many answer sheets without pilots: a JSON Lines file, a folder, or - for standard input.",
      "批量给答卷评分（不训练试点）：JSON Lines 文件、文件夹，或用 - 表示标准输入。"),
    discussion: say(
      """
      A sheet is named by its field "id", else by its file or line number. A line with findings is told on \
      standard error and left out; the exit code is then 1.

      EXAMPLES:
        surefoot assess-many sheets.jsonl --json > scores.jsonl
        surefoot assess-many answers/
      """,
      """
      每份答卷以字段 "id" 命名，否则以文件名或行号命名。有问题的行会写到标准错误并跳过，退出码为 1。

      示例：
        surefoot assess-many sheets.jsonl --json > scores.jsonl
        surefoot assess-many answers/
      """))

  @Argument(
    help: ArgumentHelp(
      say("A .jsonl file, a folder of .yaml and .json files, or -.", ".jsonl 文件、含 .yaml 和 .json 文件的文件夹，或 -。"),
      valueName: "file|dir"))
  var input: String
  @Flag(help: ArgumentHelp(say("Print one line of JSON a sheet.", "每份答卷输出一行 JSON。"))) var json = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let source = try Source(input)
    let points = try common.pointsKnowledge()
    var batch =
      try points.map { Batch(points: $0, json: json) }
      ?? Batch(knowledge: try common.knowledge(), json: json)
    switch source {
    case .lines(let descriptor): batch.run(lines: InputLines(descriptor: descriptor), file: input)
    case .files(let paths): for path in paths { batch.run(file: path) }
    }
    batch.flush()
    if batch.refused > 0 {
      throw Failure(
        code: .findings,
        lines: [
          say(
            "\(batch.refused) of \(batch.refused + batch.scored) sheets have findings and were left out",
            "\(batch.refused + batch.scored) 份答卷中有 \(batch.refused) 份有问题，已跳过")
        ])
    }
  }

  private enum Source {
    case lines(Int32)
    case files([String])

    init(_ input: String) throws {
      if input == "-" {
        self = .lines(STDIN_FILENO)
        return
      }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: input, isDirectory: &isFolder) else {
        throw Failure.usage(say("there is no file or folder \(input)", "文件或文件夹 \(input) 不存在"))
      }
      guard isFolder.boolValue else {
        let descriptor = open(input, O_RDONLY)
        guard descriptor >= 0 else { throw Failure.usage(say("\(input) cannot be read", "无法读取 \(input)")) }
        self = .lines(descriptor)
        return
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: input).filter { name in
        [".yaml", ".yml", ".json"].contains { name.lowercased().hasSuffix($0) }
      }
      guard !names.isEmpty else {
        throw Failure.usage(
          say("\(input) holds no .yaml or .json files", "\(input) 中没有 .yaml 或 .json 文件"))
      }
      self = .files(names.sorted().map { input.hasSuffix("/") ? input + $0 : "\(input)/\($0)" })
    }
  }
}

/// The loop over sheets, with its output collected into larger writes.
private struct Batch {
  /// The output line of a parsed sheet, given the name it has where it says none itself.
  private let line: (SourceNode, String) throws(Findings) -> String
  private var output: [UInt8] = []
  private(set) var scored = 0
  private(set) var refused = 0

  init(knowledge: KnowledgeBase, json: Bool) {
    let reader = AnswerSheetReader(knowledge: knowledge)
    let scorer = Scorer(knowledge: knowledge)
    self.init { node, name throws(Findings) in
      let named = try reader.read(node)
      let card = scorer.scorecard(for: named.sheet, detail: .scores)
      let id = named.id ?? name
      return json ? summaryLine(id: id, scorecard: card) : plainLine(id, card)
    }
  }

  init(points knowledge: PointsKnowledge, json: Bool) {
    let run = PointsRun(knowledge: knowledge)
    self.init { node, name throws(Findings) in try run.line(node, name: name, json: json) }
  }

  private init(line: @escaping (SourceNode, String) throws(Findings) -> String) {
    self.line = line
    output.reserveCapacity(1 << 17)
  }

  mutating func run(lines: InputLines, file: String) {
    var lines = lines
    while true {
      do throws(InputLines.TooLong) {
        guard let line = try lines.next() else { return }
        if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { continue }
        score(line, file: file, line: lines.line)
      } catch {
        refuse([
          Finding(
            .lineTooLong(limit: InputLines.lineLimit),
            at: SourcePosition(file: file, line: error.line, column: 1))
        ])
      }
    }
  }

  mutating func run(file: String) {
    do {
      let text = try readText(file)
      let node = try parseSheet(text, file: file)
      let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
      try add(node, name: name)
    } catch let findings as Findings {
      refuse(findings.list)
    } catch let finding as Finding {
      refuse([finding])
    } catch let failure as Failure {
      refused += 1
      for line in failure.lines { Shell.log(line) }
    } catch {
      refused += 1
      Shell.log("\(file): \(error)")
    }
  }

  private mutating func score(_ bytes: [UInt8], file: String, line: Int) {
    do throws(Findings) {
      let node: SourceNode
      do throws(Finding) {
        node = try parseJSONSource(bytes, file: file, firstLine: line)
      } catch {
        throw Findings([error])
      }
      try add(node, name: "\(line)")
    } catch {
      refuse(error.list)
    }
  }

  private mutating func add(_ node: SourceNode, name: String) throws(Findings) {
    output += Array(try line(node, name).utf8)
    scored += 1
    output.append(UInt8(ascii: "\n"))
    if output.count >= 1 << 16 { flush() }
  }

  private mutating func refuse(_ findings: [Finding]) {
    refused += 1
    for finding in findings { Shell.log(finding.text(in: shellLanguage)) }
  }

  mutating func flush() {
    Shell.print(bytes: output)
    output.removeAll(keepingCapacity: true)
  }
}

private func plainLine(_ id: String, _ card: Scorecard) -> String {
  let fit = Int(card.fit.value.rounded())
  let risk = Int(card.risk.residual.value.rounded())
  return "\(id)  \(Verdicts.word(card.verdict.rawValue))  "
    + say("fit \(fit), risk \(risk)", "适配度 \(fit)，风险 \(risk)")
    + "  \(card.scenario.name)"
}
