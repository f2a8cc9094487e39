/// A section file: its section, its questions and where each stands.
struct QuestionFile {
  var section: QuestionSection
  var questions: [Placed<Question>]
}

/// A value with the place of its id, for findings about it.
struct Placed<Value> {
  var value: Value
  var position: SourcePosition
}

extension ReadingContext {
  func questionFile(_ node: SourceNode) -> QuestionFile? {
    guard
      let values = mapping(node, required: ["section", "title", "order", "questions"]),
      let id = text(values["section"]), let title = localized(values["title"]),
      let order = integer(values["order"]), let questions = list(values["questions"])
    else { return nil }
    let section = QuestionSection(id: SectionID(id), title: title, order: order)
    return QuestionFile(
      section: section, questions: questions.compactMap { question($0, section: section.id) })
  }

  func question(_ node: SourceNode, section: SectionID) -> Placed<Question>? {
    guard
      let values = mapping(
        node, required: ["id", "kind", "text", "why", "help"],
        optional: [
          "options", "unit", "limits", "plausible", "scale", "action", "visible-if",
          "may-not-apply", "basis",
        ]),
      let id = text(values["id"])
    else { return nil }
    let options = values["options"].flatMap { list($0) }?.compactMap { option($0) } ?? []
    guard let kind = questionKind(values, options: options, at: node.position),
      let wording = localized(values["text"]), let why = localized(values["why"]),
      let help = localized(values["help"])
    else { return nil }
    let question = Question(
      id: QuestionID(id), section: section, kind: kind, text: wording, why: why, help: help,
      options: options, action: values["action"].flatMap { action($0, on: QuestionID(id), options) },
      visibleIf: values["visible-if"].flatMap { condition($0) },
      mayNotApply: boolean(values["may-not-apply"]) ?? false,
      basis: basis(
        values["basis"], neededFor: kind.isNumber ? "the plausible span" : nil, at: node.position))
    return Placed(value: question, position: values["id"]?.position ?? node.position)
  }

  private func questionKind(
    _ values: SourceNode, options: [QuestionOption], at position: SourcePosition
  ) -> QuestionKind? {
    guard let node = values["kind"], let text = text(node) else { return nil }
    switch text {
    case "choice", "choices":
      if options.count < 2 {
        report(.tooFew(what: "options", count: options.count, atLeast: 2), at: position)
      }
      return text == "choice" ? .choice : .choices
    default:
      guard let kind = NumberForm.Kind(rawValue: text) else {
        let known = ["choice", "choices"] + NumberForm.Kind.allCases.map(\.rawValue)
        report(.unknownName(kind: "kind of question", name: text, known: known), at: node.position)
        return nil
      }
      return numberForm(kind, values, at: position).map { .number($0) }
    }
  }

  private func numberForm(
    _ kind: NumberForm.Kind, _ values: SourceNode, at position: SourcePosition
  ) -> NumberForm? {
    let limits =
      values["limits"] == nil && kind == .fraction
      ? 0...1 : range(values["limits"], key: "limits", at: position)
    guard let limits, let plausible = range(values["plausible"], key: "plausible", at: position) else {
      return nil
    }
    let scale = values["scale"].flatMap { name($0, kind: "scale", as: NumberScale.self) } ?? .linear
    return NumberForm(
      kind: kind, unit: values["unit"].flatMap { localized($0) }, limits: limits,
      plausible: plausible, scale: scale)
  }

  private func range(
    _ node: SourceNode?, key: String, at position: SourcePosition
  ) -> ClosedRange<Double>? {
    guard let node else {
      report(.missingKey(key), at: position)
      return nil
    }
    guard let bounds = list(node)?.compactMap({ number($0) }), bounds.count == 2 else {
      report(.tooFew(what: "bounds", count: 0, atLeast: 2), at: node.position)
      return nil
    }
    guard bounds[0] <= bounds[1] else {
      report(
        .outOfRange(name: key, value: bounds[1], lower: bounds[0], upper: .greatestFiniteMagnitude),
        at: node.position)
      return nil
    }
    return bounds[0]...bounds[1]
  }

  private func option(_ node: SourceNode) -> QuestionOption? {
    guard let values = mapping(node, required: ["id", "label", "meaning"]),
      let id = text(values["id"]), let label = localized(values["label"]),
      let meaning = localized(values["meaning"])
    else { return nil }
    return QuestionOption(id: OptionID(id), label: label, meaning: meaning)
  }

  private func action(
    _ node: SourceNode, on question: QuestionID, _ options: [QuestionOption]
  ) -> QuestionAction? {
    guard
      let values = mapping(
        node, required: options.isEmpty ? ["effort", "how"] : ["effort", "how", "to"]),
      let effort = name(values["effort"], kind: "effort", as: QuestionAction.Effort.self),
      let how = localized(values["how"])
    else { return nil }
    let reached = (values["to"].flatMap { list($0) } ?? []).compactMap { node -> OptionID? in
      guard let id = text(node).map({ OptionID($0) }) else { return nil }
      refer(.option(id, of: question), at: node.position)
      return id
    }
    return QuestionAction(effort: effort, how: how, to: reached)
  }
}
