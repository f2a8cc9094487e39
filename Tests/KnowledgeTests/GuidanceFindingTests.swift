import Foundation
import Knowledge
import TestSupport
import Testing

/// Entries of conflicts, regulations, safeguards and cases that fit the miniature knowledge.
private let entries = [
  "catalog/conflicts.yaml": """
  conflicts:
    - id: open-and-steady
      when: {all: [{question: q.open, is: ["yes"]}, {question: q.steady, is: ["no"]}]}
      text: {en: text, zh: 文本}
  """,
  "catalog/questions/regulation.yaml": """
  section: regulation
  title: {en: text, zh: 文本}
  order: 2
  questions:
    - id: regulation.jurisdictions
      kind: choices
      text: {en: text, zh: 文本}
      why: {en: text, zh: 文本}
      help: {en: text, zh: 文本}
      options:
        - {id: eu, label: {en: text, zh: 文本}, meaning: {en: text, zh: 文本}}
        - {id: other, label: {en: text, zh: 文本}, meaning: {en: text, zh: 文本}}
      visible-if: {question: q.open, is: ["yes"]}
  """,
  "catalog/regulations/law.yaml": """
  id: law
  title: {en: text, zh: 文本}
  jurisdiction: eu
  source: handbook
  date: 2020
  rules:
    - id: first
      article: Art. 1
      when: {any: [{scenario: [games/other]}, {domain: [medical]}, {question: regulation.jurisdictions, is: [eu]}]}
      what: {en: text, zh: 文本}
      duties:
        - {id: do, owner: deployer, due: before-launch, article: Art. 2, text: {en: text, zh: 文本}}
  """,
  "catalog/mitigations/fence.yaml": """
  id: fence
  title: {en: text, zh: 文本}
  what: {en: text, zh: 文本}
  effort: low
  basis: judgement
  lowers:
    - risk: second.leak
      removed: {question: q.review, levels: {"yes": 0.4, "no": 0}}
      basis: judgement
  advises:
    - criterion: first.labels
      why: {en: text, zh: 文本}
      basis: judgement
  """,
  "catalog/cases/old.yaml": """
  id: old
  title: {en: text, zh: 文本}
  domain: games
  year: 2001
  answers:
    q.labels: 500
    q.quality: good
  approach: classical
  outcome: mixed
  why: {en: text, zh: 文本}
  basis: {source: handbook}
  """,
]

private let faults = [
  PlantedFault(
    name: "conflict of an unknown option", file: "catalog/conflicts.yaml", replace: "is: [\"yes\"]",
    with: "is: [yess]",
    finding: "catalog/conflicts.yaml:3:42: no option named 'yess'. Did you mean 'yes'?"),
  PlantedFault(
    name: "contradiction that no answers show", file: "catalog/conflicts.yaml",
    replace: "{question: q.steady, is: [\"no\"]}", with: "{question: q.open, is: [\"no\"]}",
    finding: "no answers fulfil the condition of 'open-and-steady'"),
  PlantedFault(
    name: "place that no option names", file: "catalog/regulations/law.yaml",
    replace: "jurisdiction: eu", with: "jurisdiction: us",
    finding: "catalog/regulations/law.yaml:3:15: no option named 'us'; known: eu, other."),
  PlantedFault(
    name: "unknown scenario", file: "catalog/regulations/law.yaml", replace: "[games/other]",
    with: "[games/othr]",
    finding: "catalog/regulations/law.yaml:9:30: no scenario named 'games/othr'. Did you mean 'games/other'?"),
  PlantedFault(
    name: "unknown domain", file: "catalog/regulations/law.yaml", replace: "[medical]", with: "[medicine]",
    finding: "catalog/regulations/law.yaml:9:55: no domain named 'medicine'; known: nlp, vision"),
  PlantedFault(
    name: "scenario where what is scored stands", file: "rubrics/first.yaml",
    replace: "when: {question: q.open, is: [\"no\"]}", with: "when: {domain: [games]}",
    finding: "unknown key 'domain'"),
  PlantedFault(
    name: "unknown owner", file: "catalog/regulations/law.yaml", replace: "owner: deployer",
    with: "owner: deploier",
    finding: "catalog/regulations/law.yaml:12:25: no owner named 'deploier'. Did you mean 'deployer'?"),
  PlantedFault(
    name: "unknown moment", file: "catalog/regulations/law.yaml", replace: "due: before-launch",
    with: "due: soon", finding: "catalog/regulations/law.yaml:12:40: no moment named 'soon'; known: "),
  PlantedFault(
    name: "date that is none", file: "catalog/regulations/law.yaml", replace: "date: 2020",
    with: "date: soon",
    finding: "catalog/regulations/law.yaml:5:7: expected a date such as 2024-06-13, 2024-06 or 2024"),
  PlantedFault(
    name: "name that is not the file's", file: "catalog/regulations/law.yaml", replace: "id: law",
    with: "id: rule",
    finding: "catalog/regulations/law.yaml:1:5: the id is 'rule', but the file's place says 'law'"),
  PlantedFault(
    name: "unknown risk", file: "catalog/mitigations/fence.yaml", replace: "second.leak", with: "second.leek",
    finding: "catalog/mitigations/fence.yaml:7:11: no risk named 'second.leek'. Did you mean 'second.leak'?"),
  PlantedFault(
    name: "advice on an unknown criterion", file: "catalog/mitigations/fence.yaml",
    replace: "first.labels", with: "first.labls",
    finding:
      "catalog/mitigations/fence.yaml:11:16: no criterion named 'first.labls'. Did you mean 'first.labels'?"),
  PlantedFault(
    name: "advice on nothing", file: "catalog/mitigations/fence.yaml",
    replace: "criterion: first.labels\n    why", with: "why",
    finding: "catalog/mitigations/fence.yaml:11:5: the key 'risk' or 'criterion' is missing"),
  PlantedFault(
    name: "advice on a risk and a criterion", file: "catalog/mitigations/fence.yaml",
    replace: "criterion: first.labels", with: "criterion: first.labels\n    risk: second.leak",
    finding: "catalog/mitigations/fence.yaml:11:5: 'risk' and 'criterion' stand side by side; keep one"),
  PlantedFault(
    name: "share over one", file: "catalog/mitigations/fence.yaml", replace: "\"yes\": 0.4",
    with: "\"yes\": 4",
    finding: "catalog/mitigations/fence.yaml:8:51: yes is 4, expected a number from 0 to 1"),
  PlantedFault(
    name: "unknown question of a case", file: "catalog/cases/old.yaml", replace: "q.quality: good",
    with: "q.qualty: good",
    finding: "catalog/cases/old.yaml:7:13: no question named 'q.qualty'. Did you mean 'q.quality'?"),
  PlantedFault(
    name: "unknown option of a case", file: "catalog/cases/old.yaml", replace: "q.quality: good",
    with: "q.quality: god",
    finding: "catalog/cases/old.yaml:7:14: no option named 'god'. Did you mean 'good'?"),
  PlantedFault(
    name: "number of a case that is none", file: "catalog/cases/old.yaml", replace: "q.labels: 500",
    with: "q.labels: many", finding: "catalog/cases/old.yaml:6:13: expected a number, found 'many'"),
  PlantedFault(
    name: "case without a basis", file: "catalog/cases/old.yaml", replace: "basis: {source: handbook}",
    with: "", finding: "catalog/cases/old.yaml:1:1: the key 'basis' is missing"),
  PlantedFault(
    name: "unknown outcome", file: "catalog/cases/old.yaml", replace: "outcome: mixed",
    with: "outcome: mixt",
    finding: "catalog/cases/old.yaml:9:10: no outcome named 'mixt'; known: success, mixed, failure."),
]

struct GuidanceFindingTests {
  private func files() -> [String: String] { miniatureFiles().merging(entries) { _, new in new } }

  private func findings(_ files: [String: String]) throws -> [String] {
    let root = try write(files)
    defer { try? FileManager.default.removeItem(at: root) }
    return checkKnowledge(at: root).map(\.description)
  }

  @Test func `the entries load, and a safeguard reaches its risk`() throws {
    #expect(try findings(files()) == [])
    let root = try write(files())
    defer { try? FileManager.default.removeItem(at: root) }
    let knowledge = try KnowledgeBase.load(from: root)
    #expect(knowledge.conflicts.map(\.id) == ["open-and-steady"])
    #expect(knowledge.regulations.first?.rules.first?.duties.map(\.owner) == [.deployer])
    #expect(knowledge.cases.first?.answers.map(\.value) == ["500", "good"])
    let risks = knowledge.rubrics.flatMap(\.risks)
    #expect(risks.first { $0.id == "second.leak" }?.mitigations.map(\.id) == ["fence"])
    #expect(risks.first { $0.id == "first.harm" }?.mitigations.map(\.id) == ["review"])
  }

  @Test(arguments: faults)
  fileprivate func `a planted fault is found where it stands`(_ fault: PlantedFault) throws {
    var files = files()
    let text = try #require(files[fault.file])
    try #require(text.contains(fault.replace), "nothing to replace")
    files[fault.file] = text.replacingOccurrences(of: fault.replace, with: fault.with)
    let findings = try findings(files)
    #expect(findings.contains { $0.contains(fault.finding) }, "\(findings)")
  }

  @Test func `a safeguard without any effect is a finding, one that only advises is none`() throws {
    var files = files()
    let parts = try #require(entries["catalog/mitigations/fence.yaml"]).components(separatedBy: "lowers:\n")
    let advises = try #require(parts[1].range(of: "advises:"))
    files["catalog/mitigations/fence.yaml"] = parts[0] + "lowers: []\n" + parts[1][advises.lowerBound...]
    #expect(try findings(files) == [])
    files["catalog/mitigations/fence.yaml"] = parts[0] + "lowers: []\n"
    #expect(
      try findings(files) == [
        "catalog/mitigations/fence.yaml:1:1: 0 effects under 'lowers' and 'advises', expected at least 1"
      ])
  }

  @Test func `a safeguard that a risk carries twice is a finding`() throws {
    var files = files()
    files["catalog/mitigations/review.yaml"] = entries["catalog/mitigations/fence.yaml"]?
      .replacingOccurrences(of: "id: fence", with: "id: review")
      .replacingOccurrences(of: "second.leak", with: "first.harm")
    #expect(
      try findings(files) == [
        "catalog/mitigations/review.yaml:1:5: the mitigation 'review of first.harm' is defined twice"
      ])
  }

  @Test func `a regulation's question counts as used, and its source too`() throws {
    var files = files()
    files["catalog/regulations/law.yaml"] = nil
    let findings = try findings(files)
    #expect(findings.contains { $0.contains("'regulation.jurisdictions' feeds no") }, "\(findings)")
  }
}
