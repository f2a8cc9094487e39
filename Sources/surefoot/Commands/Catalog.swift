import ArgumentParser
import Knowledge
import Reporting

/// What the program knows.
struct Catalog: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: say("List, show and check what surefoot knows.", "列出、查看和检查 surefoot 的知识库。"),
    discussion: say(
      """
      EXAMPLES:
        surefoot catalog list --domain medical
        surefoot catalog show medical/disease-classification
        surefoot catalog show data.labelled-examples
        surefoot catalog list --kind models
        surefoot catalog show models/bert-base
        surefoot catalog show overfitting
        surefoot catalog check
      """,
      """
      示例：
        surefoot catalog list --domain medical
        surefoot catalog show medical/disease-classification
        surefoot catalog show data.labelled-examples
        surefoot catalog list --kind models
        surefoot catalog show models/bert-base
        surefoot catalog show overfitting
        surefoot catalog check
      """),
    subcommands: [List.self, Show.self, Check.self], defaultSubcommand: List.self)

  static var commandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }
}

struct DomainOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Only this domain.", "只看这一领域。"), valueName: Domain.allCases.map(\.rawValue).joined(separator: "|")))
  var domain: String?

  func value() throws -> Domain? {
    guard let domain else { return nil }
    if let known = Domain(rawValue: domain) { return known }
    throw Failure.usage(
      say("no domain named '\(domain)'", "没有名为“\(domain)”的领域")
        + nearest(domain, among: Domain.allCases.map(\.rawValue)))
  }
}

extension Catalog {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: say("List the scenarios, or another kind of entry.", "列出场景或其他类别的条目。"))

    @OptionGroup var only: DomainOption
    @Option(
      help: ArgumentHelp(
        say("What to list.", "列出的类别。"), valueName: "kind"
      ))
    var kind = CatalogKind.scenarios
    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。"))) var json = false
    @OptionGroup var common: CommonOptions

    func run() throws {
      let domain = try only.value()
      switch kind {
      case .scenarios: break
      case .models, .hardware: return try listParts(kind, domain)
      case .regulations, .mitigations, .cases, .conflicts, .glossary: return try listGuidance(kind, domain)
      }
      let scenarios = try loadScenarios(from: try common.scenarioHome()).filter {
        domain == nil || $0.domain == domain
      }
      if json {
        Shell.print(JSONText.lines(scenarios.map(line)))
        return
      }
      printList(scenarios.map { ($0.id.name, $0.title[shellLanguage]) })
    }

    private func line(_ scenario: Scenario) -> JSONText {
      .object([
        ("id", .string(scenario.id.name)), ("domain", .string(scenario.domain.rawValue)),
        ("title", .object([("en", .string(scenario.title.en)), ("zh", .string(scenario.title.zh))])),
        ("modality", .string(scenario.modality.rawValue)),
        ("sample-data", .optional(scenario.sampleData)),
      ])
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: say(
        "Check every catalog and rubric file; exit 1 when there are findings.",
        "检查全部知识库和评估准则文件；有问题时退出码为 1。"))

    @OptionGroup var only: DomainOption
    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。"))) var json = false
    @OptionGroup var common: CommonOptions

    func run() throws {
      let domain = try only.value()
      let findings = checkKnowledge(at: try common.home()).filter { finding in
        domain.map { finding.position.file.hasPrefix("catalog/scenarios/\($0.rawValue)/") } ?? true
      }
      if json {
        Shell.print(JSONText.lines(findings.map(line)))
      } else {
        for finding in findings { Shell.print(finding.text(in: shellLanguage)) }
      }
      guard findings.isEmpty else {
        throw Failure(code: .findings, lines: [say("\(findings.count) findings", "共 \(findings.count) 个问题")])
      }
      Shell.log(say("no findings", "没有发现问题"))
    }

    private func line(_ finding: Finding) -> JSONText {
      .object([
        ("file", .string(finding.position.file)), ("line", .integer(finding.position.line)),
        ("column", .integer(finding.position.column)),
        ("message", .string(finding.message(in: shellLanguage))),
      ])
    }
  }
}
