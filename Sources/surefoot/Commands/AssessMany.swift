import ArgumentParser
import Foundation
import Knowledge

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
    let knowledge = try common.knowledge()
    var batch = SheetBatch(knowledge: knowledge, json: json)
    switch source {
    case .lines(let descriptor): readLines(InputLines(descriptor: descriptor), into: &batch)
    case .files(let paths): try paths.forEach { try readFile($0, into: &batch) }
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

  private func readLines(_ lines: InputLines, into batch: inout SheetBatch) {
    var lines = lines
    while true {
      do throws(InputLines.TooLong) {
        guard let line = try lines.next() else { return }
        if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { continue }
        batch.add(
          SheetBatch.Source(
            text: line, file: input, firstLine: lines.line, name: "\(lines.line)", isJSON: true))
      } catch {
        let finding = Finding(
          .lineTooLong(limit: InputLines.lineLimit),
          at: SourcePosition(file: input, line: error.line, column: 1))
        batch.refuse([finding.text(in: shellLanguage)])
      }
    }
  }

  private func readFile(_ file: String, into batch: inout SheetBatch) throws {
    do {
      batch.add(
        SheetBatch.Source(
          text: Array(try readText(file).utf8), file: file, firstLine: 1,
          name: URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent,
          isJSON: file.lowercased().hasSuffix(".json")))
    } catch let failure as Failure {
      batch.refuse(failure.lines)
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
