import Foundation
import Knowledge
import TestSupport
import Testing

/// One planted fault a row: the file, what is replaced by what, and the finding it must give.
struct PlantedFault: CustomTestStringConvertible, Sendable {
  var name: String
  var file: String
  var replace: String
  var with: String
  var finding: String

  var testDescription: String { name }
}

private let partFaults = [
  PlantedFault(
    name: "unknown key of a model", file: "catalog/models/small.yaml", replace: "maker:", with: "makr:",
    finding: "catalog/models/small.yaml:3:1: unknown key 'makr'. Did you mean 'maker'?"),
  PlantedFault(
    name: "model without a basis", file: "catalog/models/small.yaml", replace: "basis: judgement\n#",
    with: "#",
    finding: "small.yaml:1:1: the model has no basis; name a source or write 'basis: judgement'"),
  PlantedFault(
    name: "model in the wrong place", file: "catalog/models/small.yaml", replace: "id: small",
    with: "id: smal",
    finding: "catalog/models/small.yaml:1:5: the id is 'smal', but the file's place says 'small'"),
  PlantedFault(
    name: "unknown family", file: "catalog/models/small.yaml", replace: "family: residual",
    with: "family: residul",
    finding: "no architecture family named 'residul'. Did you mean 'residual'?"),
  PlantedFault(
    name: "unknown terms", file: "catalog/models/small.yaml", replace: "terms: open", with: "terms: opn",
    finding: "catalog/models/small.yaml:9:29: no kind of licence terms named 'opn'. Did you mean 'open'?"),
  PlantedFault(
    name: "published count too vague", file: "catalog/models/small.yaml", replace: "within: 0.01",
    with: "within: 0.5", finding: "within is 0.5, expected a number from 0 to 0.1"),
  PlantedFault(
    name: "unknown unit of memory", file: "catalog/hardware/box.yaml", replace: "unit: GB", with: "unit: MB",
    finding: "catalog/hardware/box.yaml:4:26: no unit of memory named 'MB'"),
  PlantedFault(
    name: "no single precision", file: "catalog/hardware/box.yaml", replace: "fp32: 1e12", with: "bf16: 1e12",
    finding: "catalog/hardware/box.yaml:6:7: the key 'fp32' is missing"),
  PlantedFault(
    name: "price out of order", file: "catalog/hardware/box.yaml", replace: "likely: 2", with: "likely: 0.5",
    finding: "likely is 0.5, expected a number from 1 to"),
  PlantedFault(
    name: "unknown currency", file: "catalog/hardware/box.yaml", replace: "currency: USD",
    with: "currency: USX",
    finding: "unknown currency 'USX'"),
  PlantedFault(
    name: "device without a basis", file: "catalog/hardware/box.yaml", replace: "basis: judgement\n#",
    with: "#",
    finding: "box.yaml:1:1: the device has no basis"),
  PlantedFault(
    name: "target of an unknown model", file: "catalog/scenarios/games/other.yaml",
    replace: "architecture: {family: rules}", with: "model: smoll",
    finding: "no model named 'smoll'. Did you mean 'small'?"),
  PlantedFault(
    name: "model and sizes", file: "catalog/scenarios/games/other.yaml",
    replace: "architecture: {family: rules}", with: "model: small, architecture: {family: rules}",
    finding: "'model' and 'architecture' stand side by side; keep one"),
]

private let faults =
  partFaults + [
    PlantedFault(
      name: "unknown question", file: "rubrics/first.yaml",
      replace: "supply: {question: q.labels}", with: "supply: {question: q.labls}",
      finding: "rubrics/first.yaml:14:24: no question named 'q.labls'. Did you mean 'q.labels'?"),
    PlantedFault(
      name: "unknown option", file: "rubrics/first.yaml", replace: "is: [\"no\"]", with: "is: [nope]",
      finding:
        "rubrics/first.yaml:65:48: no option named 'nope'; known: no, yes."),
    PlantedFault(
      name: "missing translation", file: "catalog/questions/q.yaml",
      replace: "title: {en: text, zh: 文本}", with: "title: {en: text}",
      finding: "catalog/questions/q.yaml:2:8: the text is missing in 'zh'"),
    PlantedFault(
      name: "weights that do not add up", file: "rubrics/second.yaml", replace: "weight: 0.4",
      with: "weight: 0.5",
      finding: "rubrics/second.yaml:1:5: the weights of the rubrics add up to 1.1, expected 1"),
    PlantedFault(
      name: "unknown source", file: "catalog/currencies.yaml", replace: "source: handbook",
      with: "source: handbok",
      finding: "catalog/currencies.yaml:3:17: no source named 'handbok'. Did you mean 'handbook'?"),
    PlantedFault(
      name: "missing basis", file: "catalog/questions/q.yaml", replace: "    basis: judgement",
      with: "",
      finding:
        "catalog/questions/q.yaml:5:5: the plausible span has no basis; name a source or write 'basis: judgement'"
    ),
    PlantedFault(
      name: "unknown key", file: "rubrics/policy.yaml", replace: "tolerance: 2", with: "tolerence: 2",
      finding: "rubrics/policy.yaml:4:29: unknown key 'tolerence'. Did you mean 'tolerance'?"),
    PlantedFault(
      name: "level out of range", file: "rubrics/first.yaml", replace: "{good: 1, poor: 0.4}",
      with: "{good: 1, poor: 4}",
      finding: "rubrics/first.yaml:23:59: poor is 4, expected a number from 0 to 1"),
    PlantedFault(
      name: "option without a level", file: "rubrics/first.yaml", replace: "{good: 1, poor: 0.4}",
      with: "{good: 1}",
      finding:
        "rubrics/first.yaml:23:43: every option of 'q.quality' needs a value; missing: poor"),
    PlantedFault(
      name: "unreachable question", file: "catalog/questions/q.yaml",
      replace: "visible-if: {question: q.stakes, is: [high]}",
      with: "visible-if: {all: [{question: q.stakes, is: [high]}, {question: q.stakes, is: [low]}]}",
      finding: "the question 'q.review' can never be shown"),
    PlantedFault(
      name: "syntax", file: "catalog/currencies.yaml", replace: "rates: {USD: 1, EUR: 2}",
      with: "rates: {USD: 1, EUR: 2", finding: "catalog/currencies.yaml:5:1: not valid YAML"),
    PlantedFault(
      name: "demand of the wrong form", file: "catalog/approaches/classical.yaml",
      replace: "first.quality: {level: 0.8, basis: judgement}",
      with: "first.quality: {minimum: 1, comfortable: 2, basis: judgement}",
      finding: "the demand does not suit 'first.quality', which supplies a level"),
  ]

struct FindingTests {
  @Test func `the miniature knowledge has only the planted weaknesses`() throws {
    let root = try write(miniatureFiles())
    defer { try? FileManager.default.removeItem(at: root) }
    #expect(checkKnowledge(at: root).map(\.description) == [])
  }

  @Test(arguments: faults)
  func `a planted fault is found where it stands`(_ fault: PlantedFault) throws {
    var files = miniatureFiles()
    let text = try #require(files[fault.file])
    try #require(text.contains(fault.replace), "nothing to replace")
    files[fault.file] = text.replacingOccurrences(of: fault.replace, with: fault.with)
    let root = try write(files)
    defer { try? FileManager.default.removeItem(at: root) }
    let findings = checkKnowledge(at: root).map(\.description)
    #expect(findings.contains { $0.contains(fault.finding) }, "\(findings)")
  }

  @Test func `two files of the same model are a finding`() throws {
    var files = miniatureFiles()
    files["catalog/models/other.yaml"] = files["catalog/models/small.yaml"]
    let root = try write(files)
    defer { try? FileManager.default.removeItem(at: root) }
    let findings = checkKnowledge(at: root).map(\.description)
    #expect(findings.contains("catalog/models/small.yaml:1:5: the model 'small' is defined twice"))
  }

  @Test func `a target takes the sizes of the model it names`() throws {
    var files = miniatureFiles()
    let path = "catalog/scenarios/games/other.yaml"
    files[path] = files[path]?.replacingOccurrences(of: "architecture: {family: rules}", with: "model: small")
    let root = try write(files)
    defer { try? FileManager.default.removeItem(at: root) }
    let knowledge = try KnowledgeBase.load(from: root)
    let target = try #require(knowledge.scenarios.first?.targets.values.first { $0.model == "small" })
    #expect(target.architecture == knowledge.models.first?.architecture)
    #expect(knowledge.devices.first?.memory == 10e9)
  }

  @Test func `a missing file is a finding`() throws {
    var files = miniatureFiles()
    files["rubrics/policy.yaml"] = nil
    let root = try write(files)
    defer { try? FileManager.default.removeItem(at: root) }
    #expect(
      checkKnowledge(at: root).map(\.description)
        == ["rubrics/policy.yaml:1:1: this file is missing"])
  }

  @Test func `the nearest name is offered only when it is near`() {
    let known = ["data.quality", "data.drift", "privacy"]
    #expect(nearestName(to: "privcy", among: known) == "privacy")
    #expect(nearestName(to: "data.dirft", among: known) == "data.drift")
    #expect(nearestName(to: "quality", among: known) == "data.quality")
    #expect(nearestName(to: "zebra", among: known) == nil)
    #expect(nearestName(to: "", among: known) == nil)
  }
}
