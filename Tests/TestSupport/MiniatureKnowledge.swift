import Foundation
import Knowledge

/// A knowledge base small enough to score by hand: two rubrics, six questions, seven approaches.
///
/// Rubric `first` (weight 0.6): five criteria of weight 0.2. `first.labels` reads a count on a
/// logarithmic scale, from 100 to 10,000; `first.quality` reads a level with demand 0.8; the other
/// three read `q.steady` and ask nothing. Rubric `second` (weight 0.4): five criteria of weight 0.2
/// that all read `q.open` with demand 1. Risks `first.harm` and `second.leak`; one veto at 30 points.
public func miniatureFiles() -> [String: String] {
  var files = [
    "catalog/questions/q.yaml": questionFile,
    "catalog/sources.yaml": """
    sources:
      - {id: handbook, title: Handbook, author: Test, date: 2020, kind: report}
    """,
    "catalog/currencies.yaml": """
    base: USD
    date: 2026-01-01
    basis: {source: handbook}
    rates: {USD: 1, EUR: 2}
    """,
    "rubrics/first.yaml": firstRubric, "rubrics/second.yaml": secondRubric,
    "rubrics/policy.yaml": """
    version: test
    fit: {mean: geometric, floor: 1, basis: judgement}
    risk: {norm: 2, basis: judgement}
    ranking: {risk-weight: 0.5, tolerance: 2, basis: judgement}
    verdicts:
      - {verdict: go, fit-at-least: 80, risk-at-most: 20, basis: judgement}
      - {verdict: pilot-first, fit-at-least: 60, risk-at-most: 40, basis: judgement}
      - {verdict: redesign, fit-at-least: 40, risk-at-most: 60, basis: judgement}
    no-ai-first: redesign
    cannot-tell: {when-range-crosses: [pilot-first, redesign], basis: judgement}
    sensitivity: {draws: 1000, concentration: 50, settled-share: 0.8, basis: judgement}
    """,
    "catalog/scenarios/games/other.yaml": scenarioFile,
    "catalog/models/small.yaml": modelFile, "catalog/hardware/box.yaml": deviceFile,
  ]
  for (order, approach) in ApproachID.allCases.enumerated() {
    files["catalog/approaches/\(approach.rawValue).yaml"] = approachFile(approach, order: order)
  }
  return files
}

/// Writes knowledge files under a fresh folder.
public func write(_ files: [String: String]) throws -> URL {
  let root = try temporaryFolder()
  for (path, text) in files {
    let file = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: false, encoding: .utf8)
  }
  return root
}

/// The miniature knowledge, loaded through the real loader.
public func miniatureKnowledge() throws -> KnowledgeBase {
  let root = try write(miniatureFiles())
  defer { try? FileManager.default.removeItem(at: root) }
  return try KnowledgeBase.load(from: root)
}

private let text = "{en: text, zh: 文本}"

private func choice(_ id: String, _ options: [String], extra: String = "") -> String {
  let lines = options.map { "      - {id: \"\($0)\", label: \(text), meaning: \(text)}" }
  return """
      - id: \(id)
        kind: choice
        text: \(text)
        why: \(text)
        help: \(text)
        options:
    \(lines.joined(separator: "\n"))
    \(extra)
    """
}

private let questionFile = """
  section: q
  title: \(text)
  order: 1
  questions:
    - id: q.labels
      kind: count
      text: \(text)
      why: \(text)
      help: \(text)
      limits: [0, 1000000]
      plausible: [100, 10000]
      scale: log
      basis: judgement
  \(choice("q.quality", ["good", "poor"]))
  \(choice("q.steady", ["yes", "no"], extra: "    may-not-apply: true"))
  \(choice("q.open", ["yes", "no"]))
  \(choice("q.stakes", ["low", "high"]))
  \(choice("q.review", ["yes", "no"], extra: "    visible-if: {question: q.stakes, is: [high]}"))
  """

private func criterion(_ id: String, _ supply: String, scale: String = "linear") -> String {
  """
    - id: \(id)
      title: \(text)
      explanation: \(text)
      good: \(text)
      poor: \(text)
      weight: 0.2
      scale: \(scale)
      supply: \(supply)
      basis: judgement
  """
}

private let steady = "{question: q.steady, levels: {\"yes\": 1, \"no\": 0}}"
private let open = "{question: q.open, levels: {\"yes\": 1, \"no\": 0.5}}"

private let firstRubric = """
  id: first
  title: \(text)
  summary: \(text)
  weight: 0.6
  basis: judgement
  criteria:
  \(criterion("labels", "{question: q.labels}", scale: "log"))
  \(criterion("quality", "{question: q.quality, levels: {good: 1, poor: 0.4}}"))
  \(criterion("a", steady))
  \(criterion("b", steady))
  \(criterion("c", steady))
  measured:
    - {observation: rows, from: user-data, replaces: {question: q.labels}, basis: judgement}
    - {observation: missing-share, from: user-data, basis: judgement, replaces: {question: q.quality, bands: [{below: 0.1, is: good}, {is: poor}]}}
  risks:
    - id: harm
      title: \(text)
      explanation: \(text)
      likelihood: {base: 0.2, drivers: [{question: q.quality, levels: {good: 0, poor: 0.5}}]}
      impact: {question: q.stakes, levels: {low: 0.1, high: 1}}
      mitigations:
        - {id: review, title: \(text), levels-of: q.review, levels: {"yes": 0.5, "no": 0}, basis: judgement}
      basis: judgement
  vetoes:
    - {id: closed, when: {question: q.open, is: ["no"]}, applies-to: [from-scratch], cap-fit: 30, verdict: no-go, reason: \(text), basis: judgement}
  """

private let secondRubric = """
  id: second
  title: \(text)
  summary: \(text)
  weight: 0.4
  basis: judgement
  criteria:
  \(["a", "b", "c", "d", "e"].map { criterion($0, open) }.joined(separator: "\n"))
  risks:
    - id: leak
      title: \(text)
      explanation: \(text)
      likelihood: {base: 0.3}
      impact: {question: q.stakes, levels: {low: 0.5, high: 1}}
      basis: judgement
  """

private func approachFile(_ approach: ApproachID, order: Int) -> String {
  let asksNothing = approach == .noAI
  let levels = [
    "first.quality": 0.8, "second.a": 1, "second.b": 1, "second.c": 1, "second.d": 1, "second.e": 1,
  ]
  let named = levels.keys.sorted().map { "  \($0): {level: \(levels[$0] ?? 0), basis: judgement}" }
  return """
    id: \(approach.rawValue)
    order: \(order)
    title: \(text)
    summary: \(text)
    right-when: \(text)
    wrong-when: \(text)
    demands:
      first.labels: \(asksNothing ? "{nothing: true}" : "{minimum: 100, comfortable: 10000, basis: judgement}")
      first.a: {nothing: true}
      first.b: {nothing: true}
      first.c: {nothing: true}
    \(named.joined(separator: "\n"))
    exposure:
      first.harm: {share: \(asksNothing ? 0.5 : 1), basis: judgement}
      second.leak: {share: 1, basis: judgement}
    """
}

private let scenarioFile = """
  id: games/other
  title: \(text)
  summary: \(text)
  inputs: \(text)
  outputs: \(text)
  users: \(text)
  modality: tabular
  good-result: {metric: accuracy, text: \(text)}
  targets:
  \(ApproachID.allCases.map { "  \($0.rawValue): {name: x, architecture: {family: rules}, advice: \(text), basis: judgement}" }.joined(separator: "\n"))
  """

private let modelFile = """
  id: small
  name: Small
  maker: Test
  date: 2020
  modality: image
  suits: [fine-tuned]
  architecture: {family: residual, depths: [2, 2, 2, 2], bottleneck: false, width: 64, classes: 1000, forward-flops: 3.6e9}
  published: {parameters: 11689512, within: 0.01, basis: judgement}
  licence: {name: MIT, terms: open}
  weights: open
  note: {en: A model., zh: 一个模型。}
  basis: judgement
  #
  """

private let deviceFile = """
  id: box
  name: Box
  class: workstation
  memory: {size: 10, unit: GB}
  bandwidth: 1e11
  peak: {fp32: 1e12}
  power: 100
  per-machine: 1
  rent: {low: 1, likely: 2, high: 3, currency: USD, date: 2026, basis: judgement}
  basis: judgement
  #
  """
