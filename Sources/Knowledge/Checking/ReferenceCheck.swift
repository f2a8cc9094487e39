extension KnowledgeReading {
  /// Every fault that makes the knowledge unfit for use.
  func faults() -> [Finding] {
    var findings = context.findings
    findings += unresolvedReferences()
    findings += duplicates()
    findings += weightFaults()
    findings += demandFaults()
    findings += mitigationFaults()
    return inFileOrder(findings)
  }

  private func unresolvedReferences() -> [Finding] {
    let names = KnownNames(self)
    return context.references.compactMap { reference in
      names.problem(with: reference.target).map { Finding($0, at: reference.position) }
    }
  }

  private func duplicates() -> [Finding] {
    func repeated<Value>(_ placed: [Placed<Value>], kind: String, _ name: (Value) -> String) -> [Finding] {
      var seen: Set<String> = []
      return placed.compactMap { item in
        let name = name(item.value)
        return seen.insert(name).inserted
          ? nil : Finding(.duplicateName(kind: kind, name: name), at: item.position)
      }
    }
    return repeated(questions, kind: "question") { $0.id.name }
      + repeated(sources, kind: "source") { $0.id.name }
      + repeated(models, kind: "model") { $0.id.name }
      + repeated(devices, kind: "device") { $0.id.name }
      + repeated(scenarios, kind: "scenario") { $0.id.name }
      + repeated(rubrics.map(\.rubric), kind: "rubric") { $0.id.name }
      + repeated(rubrics.flatMap(\.criteria), kind: "criterion") { $0.id.name }
      + repeated(rubrics.flatMap(\.risks), kind: "risk") { $0.id.name }
      + repeated(guidance.conflicts, kind: "conflict") { $0.id.name }
  }
}

/// The names all files define, for resolving the references between them.
private struct KnownNames {
  var questions: [QuestionID: Question] = [:]
  var sources: Set<SourceID> = []
  var criteria: Set<CriterionID> = []
  var risks: Set<RiskID> = []
  var models: Set<ModelID> = []
  var scenarios: Set<ScenarioID> = []
  var currencies: Set<String> = []

  init(_ reading: KnowledgeReading) {
    for question in reading.questions { questions[question.value.id] = question.value }
    for scenario in reading.scenarios {
      for question in scenario.value.questions { questions[question.id] = question }
    }
    sources = Set(reading.sources.map(\.value.id))
    criteria = Set(reading.rubrics.flatMap(\.criteria).map(\.value.id))
    risks = Set(reading.rubrics.flatMap(\.risks).map(\.value.id))
    models = Set(reading.models.map(\.value.id))
    currencies = Set(reading.currencies?.rates.keys.map { $0 } ?? [])
    scenarios = Set(reading.scenarios.map(\.value.id))
  }

  func problem(with target: Reference.Target) -> Finding.Problem? {
    switch target {
    case .question(let id):
      return questions[id] == nil ? unknown("question", id.name, questions.keys.map(\.name)) : nil
    case .numberQuestion(let id):
      guard let question = questions[id] else {
        return unknown("question", id.name, questions.keys.map(\.name))
      }
      return question.kind.isNumber ? nil : .expected(.number, found: "'\(id)'")
    case .option(let option, let id):
      guard let question = questions[id] else {
        return unknown("question", id.name, questions.keys.map(\.name))
      }
      return question.option(option) == nil
        ? unknown("option", option.name, question.options.map(\.id.name)) : nil
    case .everyOption(let options, let id):
      guard let question = questions[id] else { return nil }
      let missing = question.options.map(\.id).filter { !options.contains($0) }
      return missing.isEmpty
        ? nil : .optionsNotCovered(question: id.name, missing: missing.map(\.name))
    case .source(let id):
      return sources.contains(id) ? nil : unknown("source", id.name, sources.map(\.name))
    case .criterion(let id):
      return criteria.contains(id) ? nil : unknown("criterion", id.name, criteria.map(\.name))
    case .risk(let id):
      return risks.contains(id) ? nil : unknown("risk", id.name, risks.map(\.name))
    case .model(let id):
      return models.contains(id) ? nil : unknown("model", id.name, models.map(\.name))
    case .currency(let code):
      return currencies.contains(code) ? nil : .unknownCurrency(code, known: currencies.sorted())
    case .scenario(let id):
      return scenarios.contains(id) ? nil : unknown("scenario", id.name, scenarios.map(\.name))
    case .answer(let text, let id):
      guard let question = questions[id] else {
        return unknown("question", id.name, questions.keys.map(\.name))
      }
      return problem(with: text, asAnswerTo: question)
    }
  }

  private func problem(with text: String, asAnswerTo question: Question) -> Finding.Problem? {
    if text == "not-applicable", question.mayNotApply { return nil }
    guard case .number(let form) = question.kind else {
      let names = question.kind == .choice ? [text] : text.commaSeparated
      return names.first { question.option(OptionID($0)) == nil }.map {
        unknown("option", $0, question.options.map(\.id.name))
      }
    }
    let parts = text.split(separator: " ").map(String.init)
    guard let number = parts.first.flatMap(Double.init), parts.count == (form.kind == .money ? 2 : 1) else {
      return .expected(form.kind == .money ? .money : .number, found: "'\(text.prefix(40))'")
    }
    if form.kind == .money, !currencies.contains(parts[1]) {
      return .unknownCurrency(parts[1], known: currencies.sorted())
    }
    guard form.limits.contains(number) else {
      return .outOfRange(
        name: "'\(question.id)'", value: number, lower: form.limits.lowerBound, upper: form.limits.upperBound)
    }
    return nil
  }

  private func unknown(_ kind: String, _ name: String, _ known: [String]) -> Finding.Problem {
    .unknownName(kind: kind, name: name, known: known.sorted())
  }
}
