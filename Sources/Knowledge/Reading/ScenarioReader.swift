extension ReadingContext {
  /// - Parameter place: the id the file's place says, `<domain>/<name>`.
  func scenario(_ node: SourceNode, place: String) -> Placed<Scenario>? {
    guard
      let values = mapping(
        node,
        required: [
          "id", "title", "summary", "inputs", "outputs", "users", "modality", "good-result",
          "targets",
        ],
        optional: ["presets", "questions", "failure-modes", "learning", "sample-data", "pilot"]),
      let idNode = values["id"], let id = text(idNode)
    else { return nil }
    if id != place { report(.wrongPlace(expected: place, found: id), at: idNode.position) }
    let domainName = String(id.prefix { $0 != "/" })
    guard let domain = Domain(rawValue: domainName) else {
      report(
        .unknownName(kind: "domain", name: domainName, known: Domain.allCases.map(\.rawValue)),
        at: idNode.position)
      return nil
    }
    guard let title = localized(values["title"]), let summary = localized(values["summary"]),
      let inputs = localized(values["inputs"]), let outputs = localized(values["outputs"]),
      let users = localized(values["users"]),
      let modality = name(values["modality"], kind: "modality", as: Modality.self),
      let goodResult = values["good-result"].flatMap({ goodResult($0) })
    else { return nil }
    let section = SectionID(String(id.drop { $0 != "/" }.dropFirst()))
    let scenario = Scenario(
      id: ScenarioID(id), domain: domain, title: title, summary: summary, inputs: inputs,
      outputs: outputs, users: users, modality: modality, goodResult: goodResult,
      presets: many(values["presets"]) { preset($0) },
      questions: many(values["questions"]) { question($0, section: section)?.value },
      failureModes: many(values["failure-modes"]) { failureMode($0) },
      learning: many(values["learning"]) { learningResource($0) },
      sampleData: text(values["sample-data"]), problem: problem(values["pilot"]),
      pilot: values["pilot"].flatMap { pilotNote($0) },
      targets: targets(values["targets"]))
    return Placed(value: scenario, position: idNode.position)
  }

  private func many<Value>(_ node: SourceNode?, _ read: (SourceNode) -> Value?) -> [Value] {
    node.flatMap { list($0) }?.compactMap { read($0) } ?? []
  }

  private func goodResult(_ node: SourceNode) -> GoodResult? {
    guard let values = mapping(node, required: ["metric", "text"], optional: ["figures"]),
      let metric = text(values["metric"]), let wording = localized(values["text"])
    else { return nil }
    let figures: [GoodResult.Figure] = many(values["figures"]) { figure in
      guard let values = mapping(figure, required: ["value", "what", "basis"]),
        let value = number(values["value"]), let what = localized(values["what"])
      else { return nil }
      return GoodResult.Figure(
        value: value, what: what, basis: basis(values["basis"], at: figure.position))
    }
    return GoodResult(metric: metric, text: wording, figures: figures)
  }

  private func preset(_ node: SourceNode) -> Preset? {
    guard let values = mapping(node, required: ["question", "value", "why", "basis"]),
      let questionNode = values["question"], let question = text(questionNode),
      let value = text(values["value"]), let why = localized(values["why"])
    else { return nil }
    refer(.question(QuestionID(question)), at: questionNode.position)
    return Preset(
      question: QuestionID(question), value: value, why: why,
      basis: basis(values["basis"], at: node.position))
  }

  private func failureMode(_ node: SourceNode) -> FailureMode? {
    guard let values = mapping(node, required: ["text", "basis"]),
      let wording = localized(values["text"])
    else { return nil }
    return FailureMode(text: wording, basis: basis(values["basis"], at: node.position))
  }

  private func learningResource(_ node: SourceNode) -> LearningResource? {
    guard let values = mapping(node, required: ["source", "kind", "level", "language", "why"]),
      let sourceNode = values["source"], let source = text(sourceNode),
      let kind = name(values["kind"], kind: "kind of resource", as: LearningResource.Kind.self),
      let level = name(values["level"], kind: "level", as: LearningResource.Level.self),
      let language = text(values["language"]), let why = localized(values["why"])
    else { return nil }
    refer(.source(SourceID(source)), at: sourceNode.position)
    return LearningResource(
      source: SourceID(source), kind: kind, level: level, language: language, why: why)
  }

  private func problem(_ pilot: SourceNode?) -> ProblemKind {
    guard let node = pilot?["problem"] else { return .labelled }
    return name(node, kind: "problem", as: ProblemKind.self) ?? .labelled
  }

  private func pilotNote(_ node: SourceNode) -> PilotNote? {
    guard
      let values = mapping(
        node, required: ["stands-for", "does-not-show"], optional: ["problem", "positive", "group"]),
      let standsFor = localized(values["stands-for"]),
      let doesNotShow = localized(values["does-not-show"])
    else { return nil }
    return PilotNote(
      positive: text(values["positive"]), group: text(values["group"]), standsFor: standsFor,
      doesNotShow: doesNotShow)
  }

  private func targets(_ node: SourceNode?) -> [ApproachID: TargetConfiguration] {
    var targets: [ApproachID: TargetConfiguration] = [:]
    for entry in node?.entries ?? [] {
      guard let approach = ApproachID(rawValue: entry.key) else {
        report(
          .unknownName(
            kind: "approach", name: entry.key, known: ApproachID.allCases.map(\.rawValue)),
          at: entry.keyPosition)
        continue
      }
      if let target = target(entry.value) { targets[approach] = target }
    }
    if let node {
      for approach in ApproachID.allCases where node[approach.rawValue] == nil {
        report(.missingEntry(what: "target", name: approach.rawValue), at: node.position)
      }
    }
    return targets
  }

  private func target(_ node: SourceNode) -> TargetConfiguration? {
    guard
      let values = mapping(
        node, required: ["name", "advice", "basis"],
        optional: ["model", "architecture", "sequence", "batch", "epochs", "learning-rate", "method"]),
      let name = values["name"].flatMap({ properName($0) }), let advice = localized(values["advice"])
    else { return nil }
    var sizes = Architecture.hosted
    let model = text(values["model"]).map { ModelID($0) }
    if let model, let modelNode = values["model"] {
      // Its sizes come from the model when all files are read.
      refer(.model(model), at: modelNode.position)
      if let extra = values["architecture"] {
        report(.bothGiven("model", "architecture"), at: extra.position)
      }
    } else {
      guard let architectureNode = values["architecture"] else {
        report(.missingKey("architecture"), at: node.position)
        return nil
      }
      guard let own = architecture(architectureNode) else { return nil }
      sizes = own
    }
    return TargetConfiguration(
      name: name, model: model, architecture: sizes, sequence: integer(values["sequence"]),
      batch: integer(values["batch"]), epochs: number(values["epochs"]),
      learningRate: number(values["learning-rate"]), method: text(values["method"]),
      advice: advice, basis: basis(values["basis"], at: node.position))
  }
}
