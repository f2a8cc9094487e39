import Assessments
import Knowledge
import Persistence
import Reporting
import Scoring

/// Computes a stored assessment's scores again, says what came out, and notes that in the store.
struct Verifier {
  var store: StoreOptions
  var knowledge: KnowledgeBase

  /// - Throws: a `Failure` with code 1 that names every value that differs under the same versions.
  func run(_ assessment: Assessment) throws {
    let verification = try verify(
      assessment, scorer: Scorer(knowledge: knowledge), engine: Version.engine)
    let event = StoredEvent(
      kind: .verified, at: Clock.now(), detail: verification.outcome.rawValue)
    try store.open().add(event, to: assessment.id)
    switch verification.outcome {
    case .verified:
      Shell.print(
        say(
          "verified: \(assessment.id) computed again, all \(verification.count) values are equal",
          "已核实：\(assessment.id) 重新计算，全部 \(verification.count) 个数值一致"))
    case .differs:
      throw Failure(code: .findings, lines: VerificationText.differences(verification, assessment))
    case .rulesChanged:
      VerificationText.rulesChanged(verification, assessment, knowledge).forEach(Shell.print)
    }
  }
}

/// What a verification found, in words.
enum VerificationText {
  static func outcome(_ outcome: Verification.Outcome) -> String {
    switch outcome {
    case .verified: say("verified", "一致")
    case .rulesChanged: say("same answers, new rubric", "回答相同，标准更新")
    case .differs: say("differs from the record", "与记录不符")
    }
  }

  /// A line a value, `path: recorded x, now y`.
  static func differences(_ verification: Verification, _ assessment: Assessment) -> [String] {
    [
      say(
        "surefoot: \(assessment.id) does not come out as recorded; \(verification.differences.count) values differ:",
        "surefoot：\(assessment.id) 的计算结果与记录不符，有 \(verification.differences.count) 个数值不同：")
    ]
      + verification.differences.map { difference in
        let recorded = difference.recorded ?? say("nothing", "无")
        let now = difference.recomputed ?? say("nothing", "无")
        return "  \(difference.path): "
          + say("recorded \(recorded), now \(now)", "记录为 \(recorded)，现在为 \(now)")
      }
  }

  /// The same answers under the rules of the record and under today's.
  static func rulesChanged(
    _ verification: Verification, _ assessment: Assessment, _ knowledge: KnowledgeBase
  ) -> [String] {
    let versions = assessment.versions
    let changes = verification.changedParts.map { part in
      switch part {
      case .engine:
        say("engine \(versions.engine) → \(Version.engine)", "引擎 \(versions.engine) → \(Version.engine)")
      case .catalog:
        say(
          "catalog \(versions.catalog) → \(knowledge.catalogVersion)",
          "知识库 \(versions.catalog) → \(knowledge.catalogVersion)")
      case .rubrics:
        say(
          "rubrics \(versions.rubrics) → \(knowledge.rubricsVersion)",
          "评分标准 \(versions.rubrics) → \(knowledge.rubricsVersion)")
      }
    }
    let numbers = NumberText(shellLanguage)
    func row(_ name: String, _ card: Scorecard) -> [String] {
      [
        name, Verdicts.word(card.verdict.rawValue), numbers.score(card.fit),
        numbers.score(card.risk.inherent), numbers.score(card.risk.residual),
      ]
    }
    let heading = [
      "", say("verdict", "结论"), say("fit", "适合度"), say("inherent risk", "固有风险"),
      say("residual risk", "剩余风险"),
    ]
    let table = TextBlock.columns([
      heading, row(say("recorded", "记录"), assessment.scorecard),
      row(say("now", "现在"), verification.scorecard),
    ])
    let what = say(
      "the rules have changed since, so the record itself cannot be verified; \(verification.differences.count) of \(verification.count) values differ",
      "规则此后有改动，无法核实记录本身；\(verification.count) 个数值中有 \(verification.differences.count) 个不同")
    return ["\(outcome(.rulesChanged)): \(changes.joined(separator: say(", ", "，")))"] + table + [what]
  }
}
