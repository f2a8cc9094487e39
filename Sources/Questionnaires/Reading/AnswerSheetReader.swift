import Knowledge

/// The answer sheet in a YAML text, or in JSON where the file's name ends in `.json`.
///
/// - Parameter file: the name findings show.
/// - Throws: every finding of the file, each with its line and column.
public func readAnswerSheet(
  _ text: String, file: String, knowledge: KnowledgeBase
) throws(Findings) -> AnswerSheet {
  let node: SourceNode
  do { node = try parseSheet(text, file: file) } catch { throw Findings([error]) }
  return try AnswerSheetReader(knowledge: knowledge).read(node).sheet
}

/// The text of a sheet as nodes: JSON where the file's name ends in `.json`, else YAML.
public func parseSheet(_ text: String, file: String) throws(Finding) -> SourceNode {
  file.lowercased().hasSuffix(".json")
    ? try parseJSONSource(Array(text.utf8), file: file) : try parseSource(text, file: file)
}

/// Reads answer sheets one after another; the questions are indexed once.
public struct AnswerSheetReader: Sendable {
  /// A sheet and the name its line gives it.
  public struct Named: Hashable, Sendable {
    public var id: String?
    public var sheet: AnswerSheet
  }

  private let core: [QuestionID: Question]
  private let own: [ScenarioID: [QuestionID: Question]]
  private let scenarios: [ScenarioID]
  private let currencies: [String: Double]

  public init(knowledge: KnowledgeBase) {
    core = Dictionary(knowledge.questions.map { ($0.id, $0) }) { first, _ in first }
    own = Dictionary(
      knowledge.scenarios.map { scenario in
        (scenario.id, Dictionary(scenario.questions.map { ($0.id, $0) }) { first, _ in first })
      }
    ) { first, _ in first }
    scenarios = knowledge.scenarios.map(\.id)
    currencies = knowledge.currencies
  }

  /// The sheet in a parsed file or line.
  ///
  /// - Throws: every finding, in the order of the text.
  public func read(_ node: SourceNode) throws(Findings) -> Named {
    let (named, findings) = readWhatFits(node)
    guard findings.isEmpty, let named else { throw Findings(findings) }
    return named
  }

  /// The sheet without the answers that cannot be read, and why they cannot; nil when the scenario is not known.
  ///
  /// For a sheet kept from before the catalog changed, so that the rest of it is not lost.
  public func readWhatFits(_ node: SourceNode) -> (named: Named?, findings: [Finding]) {
    guard let entries = node.entries else {
      return (nil, [Finding(.expected(.mapping, found: node.summary), at: node.position)])
    }
    var findings: [Finding] = []
    var named = Named(id: nil, sheet: AnswerSheet(scenario: "", answers: [:]))
    var answers: SourceNode?
    var scenario: ScenarioID?
    var scenarioStands = false
    for entry in entries {
      switch entry.key {
      case "scenario":
        scenarioStands = true
        scenario = knownScenario(entry.value, &findings)
      case "answers": answers = entry.value
      case "title": named.sheet.title = plainText(entry.value, &findings)
      case "control": named.sheet.control = control(entry.value, &findings)
      case "id": named.id = plainText(entry.value, &findings)
      default:
        let known = ["scenario", "title", "control", "id", "answers"]
        findings.append(Finding(.unknownKey(entry.key, known: known), at: entry.keyPosition))
      }
    }
    if !scenarioStands { findings.append(Finding(.missingKey("scenario"), at: node.position)) }
    if let answers {
      named.sheet.answers = read(answers, scenario: scenario, &findings)
    } else {
      findings.append(Finding(.missingKey("answers"), at: node.position))
    }
    guard let scenario else { return (nil, findings) }
    named.sheet.scenario = scenario
    return (named, findings)
  }

  private func control(_ node: SourceNode, _ findings: inout [Finding]) -> PilotControl? {
    guard let name = plainText(node, &findings) else { return nil }
    if let known = PilotControl(rawValue: name) { return known }
    let known = PilotControl.allCases.map(\.rawValue)
    findings.append(Finding(.unknownName(kind: "control", name: name, known: known), at: node.position))
    return nil
  }

  private func knownScenario(_ node: SourceNode, _ findings: inout [Finding]) -> ScenarioID? {
    guard let name = plainText(node, &findings) else { return nil }
    let id = ScenarioID(name)
    if own[id] != nil { return id }
    let known = scenarios.map(\.name)
    findings.append(Finding(.unknownName(kind: "scenario", name: name, known: known), at: node.position))
    return nil
  }

  /// Without a known scenario the core questions are still checked; the others may be anyone's.
  private func read(
    _ node: SourceNode, scenario: ScenarioID?, _ findings: inout [Finding]
  ) -> [QuestionID: Answer] {
    // An empty `answers:` is a sheet nobody has begun yet, and lawful.
    if node.text == nil, case .scalar = node.content { return [:] }
    guard let entries = node.entries else {
      findings.append(Finding(.expected(.mapping, found: node.summary), at: node.position))
      return [:]
    }
    let reader = AnswerReader(currencies: currencies)
    var answers = [QuestionID: Answer](minimumCapacity: entries.count)
    for entry in entries {
      let id = QuestionID(entry.key)
      if let question = core[id] ?? scenario.flatMap({ own[$0]?[id] }) {
        if let answer = reader.answer(entry.value, to: question, &findings) { answers[id] = answer }
      } else if let problem = unknownQuestion(id, scenario: scenario) {
        findings.append(Finding(problem, at: entry.keyPosition))
      }
    }
    return answers
  }

  private func unknownQuestion(_ id: QuestionID, scenario: ScenarioID?) -> Finding.Problem? {
    if let owner = scenarios.first(where: { own[$0]?[id] != nil }) {
      return scenario == nil ? nil : .questionOfAnotherScenario(question: id.name, scenario: owner.name)
    }
    let known = core.keys.map(\.name) + (scenario.flatMap { own[$0]?.keys.map(\.name) } ?? [])
    return .unknownName(kind: "question", name: id.name, known: known.sorted())
  }
}

func plainText(_ node: SourceNode, _ findings: inout [Finding]) -> String? {
  if let text = node.text, !text.trimmedText.isEmpty { return text }
  findings.append(Finding(.expected(.text, found: node.summary), at: node.position))
  return nil
}
