import ArgumentParser
import Foundation
import Knowledge
import Persistence
import Reporting

/// The assessments in the store.
struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("List your assessments, newest first.", "列出您的评估，最新的在前。"),
    discussion: say(
      """
      EXAMPLES:
        surefoot history
        surefoot history --json
      """,
      """
      示例：
        surefoot history
        surefoot history --json
      """))

  @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。"))) var json = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let rows = store.exists ? try store.open().history() : []
    if json {
      Shell.print(JSONText.lines(rows.map(line)))
      return
    }
    if rows.isEmpty {
      Shell.print(
        say(
          "No assessments yet. Begin with 'surefoot interview' or 'surefoot assess ANSWERS.yaml'.",
          "还没有评估。可从 surefoot interview 或 surefoot assess 答卷.yaml 开始。"))
      return
    }
    let numbers = NumberText(shellLanguage)
    let heading = [
      "ID", say("made", "时间"), say("verdict", "结论"), say("fit", "适配度"), say("risk", "风险"), say("scenario", "场景"),
    ]
    let table =
      [heading]
      + rows.map { row in
        [
          row.id, row.createdAt ?? "–", Verdicts.word(row.verdict), numbers.number(row.fit, decimals: 0),
          numbers.number(row.risk, decimals: 0), row.scenario.name + (row.title.map { "  \($0)" } ?? ""),
        ]
      }
    let widths = heading.indices.map { column in table.map { displayWidth($0[column]) }.max() ?? 0 }
    for row in table {
      let cells = row.enumerated().map {
        $0.offset == row.count - 1 ? $0.element : TextBlock.pad($0.element, to: widths[$0.offset])
      }
      Shell.print(cells.joined(separator: "  "))
    }
  }

  private func line(_ row: StoredAssessment) -> JSONText {
    .object([
      ("id", .string(row.id)), ("scenario", .string(row.scenario.name)), ("title", .optional(row.title)),
      ("created-at", .optional(row.createdAt)), ("verdict", .string(row.verdict)),
      ("fit", .number(row.fit)), ("risk", .number(row.risk)),
    ])
  }
}

/// The verdicts in words, for lists.
enum Verdicts {
  static func word(_ id: String) -> String {
    switch id {
    case "go": say("go", "可以上线")
    case "pilot-first": say("pilot first", "先做试点")
    case "redesign": say("redesign", "重新设计")
    case "no-go": say("no go", "不宜进行")
    case "cannot-tell": say("cannot tell yet", "尚不能判断")
    default: id
    }
  }
}
