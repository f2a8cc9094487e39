import ArgumentParser
import Assessments
import Knowledge
import Persistence
import Reporting
import Scoring

/// Records what an approver says of a stored assessment.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: say(
      "Record an approver's agreement with a verdict, or an override with its reason.",
      "记录审核人对结论的同意，或说明理由的改判。"),
    discussion: say(
      """
      Reviews are only ever added, never changed. The computed verdict stays visible beside an override, in \
      'report', 'history' and JSON. Verdicts: \(verdictNames).

      EXAMPLES:
        surefoot review 3fa9 --by "Li Na" --agree
        surefoot review 3fa9 --by "J. Doe" --override redesign --reason "Works council not asked"
      """,
      """
      审核记录只增不改。改判之后，计算得出的结论仍与之并列，在 report、history 和 JSON 中都能看到。\
      结论可为：\(verdictNames)。

      示例：
        surefoot review 3fa9 --by 李娜 --agree
        surefoot review 3fa9 --by 王磊 --override redesign --reason "尚未征求工会意见"
      """))

  private static let verdictNames = Verdict.allCases.map(\.rawValue).joined(separator: ", ")

  @Argument(help: ArgumentHelp(say("The id from 'history', or its beginning.", "history 中的编号或其开头。")))
  var id: String
  @Option(help: ArgumentHelp(say("Who reviews.", "审核人。"), valueName: "name"))
  var by: String
  @Flag(help: ArgumentHelp(say("Agree with the computed verdict.", "同意计算得出的结论。"))) var agree = false
  @Option(
    help: ArgumentHelp(
      say("The verdict to stand in place of the computed one.", "改判后的结论。"), valueName: "verdict"))
  var override: String?
  @Option(
    help: ArgumentHelp(
      say("Why; an override must say it.", "理由；改判时必须说明。"), valueName: "text"))
  var reason: String?
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let by = try filled(by, option: "--by")
    let reason = try reason.map { try filled($0, option: "--reason") }
    let verdict = try decided()
    if verdict != nil, reason == nil {
      throw Failure.usage(say("an override needs its --reason", "改判必须用 --reason 说明理由"))
    }
    let assessment = try AssessmentFinder(store: store).find(id)
    let computed = assessment.scorecard.verdict
    if verdict == computed {
      throw Failure.usage(
        say(
          "'\(computed.rawValue)' is the computed verdict; use --agree",
          "“\(computed.rawValue)”就是计算得出的结论，请用 --agree"))
    }
    let review = Review(
      by: by, at: Clock.now(), agrees: verdict == nil, verdict: verdict ?? computed, computed: computed,
      reason: reason)
    try store.open().add(review, to: assessment.id)
    let word = Verdicts.word(computed.rawValue)
    Shell.print(
      verdict.map { verdict in
        let decided = Verdicts.word(verdict.rawValue)
        return say(
          "recorded: \(by) decides '\(decided)' for \(assessment.id); the computed verdict '\(word)' stays visible",
          "已记录：\(by) 将 \(assessment.id) 改判为“\(decided)”；计算得出的结论“\(word)”仍会显示")
      }
        ?? say(
          "recorded: \(by) agrees with the verdict '\(word)' of \(assessment.id)",
          "已记录：\(by) 同意 \(assessment.id) 的结论“\(word)”"))
  }

  /// The overriding verdict; nil for agreement.
  private func decided() throws -> Verdict? {
    guard let name = override else {
      if agree { return nil }
      throw Failure.usage(say("say --agree or --override VERDICT", "请给出 --agree 或 --override 结论"))
    }
    guard !agree else {
      throw Failure.usage(say("--agree and --override exclude each other", "--agree 与 --override 不能同时使用"))
    }
    guard let verdict = Verdict(rawValue: name) else {
      throw Failure.usage(
        say("no verdict named '\(name)'", "没有名为“\(name)”的结论")
          + nearest(name, among: Verdict.allCases.map(\.rawValue)))
    }
    return verdict
  }

  /// The text without white space around it; a record needs one.
  private func filled(_ text: String, option: String) throws -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { throw Failure.usage(say("\(option) is empty", "\(option) 是空的")) }
    guard text.utf8.count <= 4_000 else {
      throw Failure.usage(say("\(option) is longer than 4,000 bytes", "\(option) 超过 4,000 字节"))
    }
    return words.joined(separator: " ")
  }
}
