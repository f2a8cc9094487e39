import ArgumentParser
import Assessments
import Knowledge
import Persistence
import Reporting

/// The assessments in the store.
struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: say("List your assessments, newest first.", "列出您的评估，最新的在前。"),
    discussion: say(
      """
      EXAMPLES:
        surefoot history
        surefoot history 3fa9
        surefoot history --json
      """,
      """
      示例：
        surefoot history
        surefoot history 3fa9
        surefoot history --json
      """))

  @Argument(
    help: ArgumentHelp(
      say(
        "An id or its beginning: what happened to that assessment, oldest first.",
        "编号或其开头：显示该评估的经过，最早的在前。")))
  var id: String?
  @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。"))) var json = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    if let id {
      try printEvents(of: AssessmentFinder(store: store).find(id).id)
      return
    }
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
    printTable(rows)
  }

  private func printTable(_ rows: [StoredAssessment]) {
    let numbers = NumberText(shellLanguage)
    let heading = [
      "ID", say("made", "时间"), say("verdict", "结论"), say("review", "审核"), say("fit", "适配度"),
      say("risk", "风险"), say("scenario", "场景"),
    ]
    let cells = rows.map { row in
      [
        row.id, row.createdAt ?? "–", Verdicts.word(row.verdict),
        row.reviews.last.map { ReviewWording.short($0)[shellLanguage] } ?? "–",
        numbers.number(row.fit, decimals: 0), numbers.number(row.risk, decimals: 0),
        row.scenario.name + (row.title.map { "  \($0)" } ?? ""),
      ]
    }
    TextBlock.columns([heading] + cells).forEach(Shell.print)
  }

  private func printEvents(of id: String) throws {
    let events = try store.open().events(of: id)
    if json {
      Shell.print(
        JSONText.lines(
          events.map {
            .object([
              ("kind", .string($0.kind.rawValue)), ("at", .optional($0.at)), ("detail", .string($0.detail)),
            ])
          }))
      return
    }
    TextBlock.columns(events.map { [$0.at ?? "–", Self.word($0.kind), Self.detail($0)] })
      .forEach(Shell.print)
  }

  private static func word(_ kind: StoredEvent.Kind) -> String {
    switch kind {
    case .created: say("created", "创建")
    case .reviewed: say("reviewed", "审核")
    case .verified: say("recomputed", "复算")
    }
  }

  private static func detail(_ event: StoredEvent) -> String {
    switch event.kind {
    case .created: event.detail.isEmpty ? "" : say("engine \(event.detail)", "引擎 \(event.detail)")
    case .reviewed: Verdicts.word(event.detail)
    case .verified:
      Verification.Outcome(rawValue: event.detail).map { VerificationText.outcome($0) } ?? event.detail
    }
  }

  private func line(_ row: StoredAssessment) -> JSONText {
    .object([
      ("id", .string(row.id)), ("scenario", .string(row.scenario.name)), ("title", .optional(row.title)),
      ("created-at", .optional(row.createdAt)), ("verdict", .string(row.verdict)),
      ("fit", .number(row.fit)), ("risk", .number(row.risk)),
      ("reviews", .array(row.reviews.map { $0.json })),
    ])
  }
}

extension Review {
  /// As `assessment.json` holds it.
  var json: JSONText {
    .object([
      ("by", .string(by)), ("at", .optional(at)), ("agrees", .bool(agrees)),
      ("verdict", .string(verdict.rawValue)), ("computed", .string(computed.rawValue)),
      ("reason", .optional(reason)),
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
