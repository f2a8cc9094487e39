import ArgumentParser
import Assessments
import Foundation
import Knowledge
import Pilots
import Questionnaires
import Reporting
import Scoring

/// Several assessments side by side: picture, ranking, what differs and why.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: say(
      "Compare two to fifty assessments or answer sheets: ranking, what differs, and why.",
      "对比两到五十份评估或答卷：排名、差异及原因。"),
    discussion: say(
      """
      Names ids from 'history' (or their beginnings) and answer sheets, in any mixture; sheets are scored without \
      a pilot and not kept. Two of one scenario are shown as versions: which change moved what, the first named \
      being the earlier. With --out files are written, with --format alone that format is printed.

      EXAMPLES:
        surefoot compare 3fa9 77c1
        surefoot compare a.yaml b.yaml c.yaml --out comparison
        surefoot compare 3fa9 revised.yaml --format md
      """,
      """
      可以任意混用 history 中的编号（或其开头）和答卷文件；答卷只评分，不做试点，也不保存。两份同一场景的评估会按版本\
      对比：哪项变化影响了什么，先给出的视为较早。带 --out 时写入文件，只带 --format 时输出该格式。

      示例：
        surefoot compare 3fa9 77c1
        surefoot compare a.yaml b.yaml c.yaml --out comparison
        surefoot compare 3fa9 revised.yaml --format md
      """))

  static let limits = 2...50

  @Argument(
    help: ArgumentHelp(
      say("Ids of assessments, or answer sheets.", "评估编号或答卷文件。"), valueName: "id|file"))
  var cases: [String]
  @Option(help: ArgumentHelp(say("Seed of the ranking's draws.", "排名抽样的随机种子。"), valueName: "n"))
  var seed: UInt64 = 42
  @OptionGroup var output: OutputOptions
  @Flag(
    help: ArgumentHelp(
      say(
        "Print comparison.json on standard output, and nothing else there.",
        "在标准输出打印 comparison.json，且只打印它。")))
  var json = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let names = try output.formats().map(\.name)
    let formats = ComparisonFormat.all.filter { names.contains($0.name) }
    guard Self.limits.contains(cases.count) else {
      throw Failure.usage(
        say(
          "compare takes 2 to 50 assessments, not \(cases.count)",
          "compare 可对比 2 到 50 份评估，现在给出了 \(cases.count) 份"))
    }
    if let folder = output.out { try OutputFiles.checkFolder(folder) }
    let knowledge = try common.knowledge()
    let scorer = Scorer(knowledge: knowledge)
    let found = try assessments(scorer)
    let comparison = Assessments.compare(found, scorer: scorer, seed: seed)
    try show(comparison, formats, knowledge)
  }

  private func show(
    _ comparison: Comparison, _ formats: [ComparisonFormat], _ knowledge: KnowledgeBase
  ) throws {
    let options = ReportOptions(language: shellLanguage, includeTimes: !output.noTimes)
    if let folder = output.out {
      var files = OutputFiles()
      for format in formats {
        try files.add(try format.text(comparison, knowledge, options), as: "\(folder)/\(format.fileName)")
      }
      try files.commit()
    }
    if json {
      Shell.printRaw(try ComparisonFormat.json.text(comparison, knowledge, options))
    } else if let folder = output.out {
      for format in formats { Shell.print("\(folder)/\(format.fileName)") }
    } else if output.format != nil {
      for format in formats { Shell.printRaw(try format.text(comparison, knowledge, options)) }
    } else {
      Shell.printRaw(
        comparisonScreen(
          comparison, knowledge, language: shellLanguage, width: Shell.width, color: Shell.usesColor))
    }
  }

  private func assessments(_ scorer: Scorer) throws -> [(reference: String, assessment: Assessment)] {
    let finder = AssessmentFinder(store: store)
    var found: [(reference: String, assessment: Assessment)] = []
    for name in cases {
      let one: (reference: String, assessment: Assessment)
      if finder.isFile(name) {
        one = (name, try assessment(ofSheet: name, scorer))
      } else {
        let stored = try finder.find(name, orFile: true)
        one = (stored.id, stored)
      }
      if let same = found.first(where: { $0.assessment.id == one.assessment.id }) {
        throw Failure.usage(
          say(
            "'\(name)' is the same assessment as '\(same.reference)'; name each once",
            "“\(name)”与“\(same.reference)”是同一份评估，请各给一次"))
      }
      found.append(one)
    }
    return found
  }

  /// A sheet as the pipeline scores it without a pilot.
  private func assessment(ofSheet path: String, _ scorer: Scorer) throws -> Assessment {
    let sheet = try readAnswerSheet(try readText(path), file: path, knowledge: scorer.knowledge)
    let surroundings = Surroundings(
      scorer: scorer, samples: try common.home(), monotonicSeconds: Clock.monotonicSeconds,
      peakMemoryBytes: Clock.peakMemoryBytes, now: nil, machine: nil, engineVersion: Version.engine)
    return try assess(
      AssessmentRequest(sheet: sheet, pilot: .none, wantsSensitivity: false), in: surroundings,
      journal: MemoryJournal())
  }
}
