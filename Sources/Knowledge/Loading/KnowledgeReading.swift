import Foundation

/// One reading of all knowledge files: the typed values, their places, and what is wrong with them.
struct KnowledgeReading {
  let context: ReadingContext
  let questionFiles: [QuestionFile]
  let approaches: [ApproachFile]
  let rubrics: [RubricFile]
  let scenarios: [Placed<Scenario>]
  let models: [Placed<BaseModel>]
  let devices: [Placed<Device>]
  let sources: [Placed<Source>]
  let policy: Policy?
  let currencies: Currencies?
  let guidance: GuidanceFiles
  let prices: Prices?
  /// The assembled knowledge; nil when a part without which nothing works could not be read.
  private(set) var knowledge: KnowledgeBase?

  init(root: URL) {
    let context = ReadingContext()
    let files = KnowledgeFiles(root: root, folders: ["catalog", "rubrics"], context: context)
    self.context = context
    let policyPath = "rubrics/policy.yaml"
    questionFiles = files.each(under: "catalog/questions/") { node, _ in context.questionFile(node) }
      .sorted { $0.section.order < $1.section.order }
    rubrics = files.each(under: "rubrics/", except: policyPath) { node, _ in context.rubricFile(node) }
      .sorted { rubricOrder($0) < rubricOrder($1) }
    approaches = files.each(under: "catalog/approaches/") { node, _ in context.approachFile(node) }
      .sorted { $0.approach.value.order < $1.approach.value.order }
    scenarios = readScenarios(files, context)
    models = files.each(under: "catalog/models/") { context.baseModel($0, place: $1) }
    devices = files.each(under: "catalog/hardware/") { context.device($0, place: $1) }
    policy = files.one(policyPath) { context.policy($0) }
    sources = files.one("catalog/sources.yaml") { readSources($0, context) } ?? []
    currencies = files.one("catalog/currencies.yaml") { context.currencies($0) }
    guidance = GuidanceFiles(files, context)
    prices = files.one("catalog/prices.yaml") { context.prices($0) }
    for path in [policyPath, "catalog/sources.yaml", "catalog/currencies.yaml"]
    where !files.contains(path) {
      context.report(.missingFile, at: SourcePosition(file: path, line: 1, column: 1))
    }
    knowledge = assembled(
      catalog: files.fingerprint(of: ["catalog/"]), rubrics: files.fingerprint(of: ["rubrics/"]))
  }

  var questions: [Placed<Question>] { questionFiles.flatMap(\.questions) }

  private func assembled(catalog: String, rubrics rubricsFingerprint: String) -> KnowledgeBase? {
    guard let policy, let currencies else { return nil }
    var kinds: [QuestionID: QuestionKind] = [:]
    for question in questions { kinds[question.value.id] = question.value.kind }
    var knowledge = KnowledgeBase(
      sections: questionFiles.map(\.section), questions: questions.map(\.value),
      scenarios: inCatalogOrder(
        scenarios.map { sized(presettingInput($0.value, kinds: kinds), models.map(\.value)) }),
      approaches: approaches.map(\.approach.value),
      rubrics: rubrics.map { settled($0.rubric.value, kinds: kinds) }, policy: policy,
      sources: sources.map(\.value), currencies: currencies.rates, baseCurrency: currencies.base,
      catalogVersion: catalog, rubricsVersion: "\(policy.version)-\(rubricsFingerprint)",
      models: models.map(\.value), devices: devices.map(\.value),
      prices: prices)
    guidance.add(to: &knowledge)
    return knowledge
  }
}

/// The order reports show the rubrics in; unknown ones come last, by name.
private func rubricOrder(_ file: RubricFile) -> String {
  let known = ["value", "data", "compute", "privacy", "explainability", "safety"]
  let name = file.rubric.value.id.name
  return known.firstIndex(of: name).map { "\($0)" } ?? "9\(name)"
}

func readSources(_ node: SourceNode, _ context: ReadingContext) -> [Placed<Source>] {
  guard let values = context.mapping(node, required: ["sources"]) else { return [] }
  return (context.list(values["sources"]) ?? []).compactMap { element in
    context.source(element).map { Placed(value: $0.source, position: $0.position) }
  }
}

/// A scenario whose targets have the sizes of the models that they name.
private func sized(_ scenario: Scenario, _ models: [BaseModel]) -> Scenario {
  var scenario = scenario
  for (approach, target) in scenario.targets {
    guard let id = target.model, let model = models.first(where: { $0.id == id }) else { continue }
    scenario.targets[approach]?.architecture = model.architecture
  }
  return scenario
}

/// A scenario whose own form of input answers `task.input`, unless it presets another answer.
private func presettingInput(_ scenario: Scenario, kinds: [QuestionID: QuestionKind]) -> Scenario {
  let question: QuestionID = "task.input"
  guard kinds[question] != nil, !scenario.presets.contains(where: { $0.question == question }) else {
    return scenario
  }
  var scenario = scenario
  scenario.presets.insert(
    Preset(
      question: question,
      value: scenario.modality == .tabular ? "table" : scenario.modality.rawValue,
      why: LocalizedText(en: "The scenario's inputs are of this kind.", zh: "该场景的输入就是这种类型。"),
      basis: [.judgement]), at: 0)
  return scenario
}

/// A rubric whose bare `{question: Q}` supplies say whether they give a number or an option.
private func settled(_ rubric: Rubric, kinds: [QuestionID: QuestionKind]) -> Rubric {
  var rubric = rubric
  for index in rubric.criteria.indices {
    if case .number(let question) = rubric.criteria[index].supply,
      kinds[question]?.isNumber == false
    {
      rubric.criteria[index].supply = .option(question)
    }
  }
  return rubric
}

/// Planning rates between currencies.
struct Currencies {
  var base: String
  var rates: [String: Double]
}

extension ReadingContext {
  func currencies(_ node: SourceNode) -> Currencies? {
    guard let values = mapping(node, required: ["base", "date", "basis", "rates"]),
      let base = text(values["base"]), let rates = values["rates"]
    else { return nil }
    _ = date(values["date"])
    _ = basis(values["basis"], at: node.position)
    var numbers: [String: Double] = [:]
    for entry in rates.entries ?? [] {
      numbers[entry.key] = number(entry.value, named: entry.key, in: 1e-9...1e9)
    }
    return Currencies(base: base, rates: numbers)
  }
}
