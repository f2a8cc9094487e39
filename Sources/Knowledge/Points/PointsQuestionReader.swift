/// A section of a points catalog with its questions, their conditions still their own.
struct PointsQuestionFile {
  var section: PointsSection
  var questions: [Placed<PointsQuestion>]
}

extension ReadingContext {
  /// The declared languages, at least one.
  func languages(_ node: SourceNode) -> [String]? {
    guard let values = mapping(node, required: ["languages"]), let elements = list(values["languages"]) else {
      return nil
    }
    let tags = elements.compactMap { text($0) }
    guard tags.isEmpty else { return tags }
    report(.tooFew(what: "languages", count: 0, atLeast: 1), at: node.position)
    return nil
  }

  /// A text in every declared language, each non-empty.
  func translated(_ node: SourceNode?, _ languages: [String]) -> TranslatedText? {
    guard let node else { return nil }
    guard let entries = node.entries else {
      report(.expected(.mapping, found: node.summary), at: node.position)
      return nil
    }
    var texts: [String: String] = [:]
    for entry in entries {
      guard languages.contains(entry.key) else {
        report(.unknownKey(entry.key, known: languages), at: entry.keyPosition)
        continue
      }
      if let text = entry.value.text?.trimmingSpace, !text.isEmpty { texts[entry.key] = text }
    }
    for language in languages where texts[language] == nil {
      report(.points(.missingText(language: language)), at: node.position)
    }
    return texts.count == languages.count ? TranslatedText(texts) : nil
  }

  func pointsQuestionFile(_ node: SourceNode, _ languages: [String]) -> PointsQuestionFile? {
    guard
      let values = mapping(
        node, required: ["section", "title", "order", "questions"], optional: ["visible-if"]),
      let id = text(values["section"]), let title = translated(values["title"], languages),
      let order = integer(values["order"]), let questions = list(values["questions"])
    else { return nil }
    let section = PointsSection(
      id: SectionID(id), title: title, order: order,
      visibleIf: values["visible-if"].flatMap { condition($0) })
    return PointsQuestionFile(
      section: section,
      questions: questions.compactMap { pointsQuestion($0, section: section.id, languages) })
  }

  private func pointsQuestion(
    _ node: SourceNode, section: SectionID, _ languages: [String]
  ) -> Placed<PointsQuestion>? {
    guard
      let values = mapping(
        node, required: ["id", "kind", "text"], optional: ["alias", "help", "options", "visible-if"]),
      let idNode = values["id"], let id = text(idNode),
      let kind = name(values["kind"], kind: "kind of question", as: PointsQuestion.Kind.self),
      let wording = translated(values["text"], languages)
    else { return nil }
    let options = values["options"].flatMap { list($0) }?.compactMap { pointsOption($0, languages) } ?? []
    if kind == .text, let node = values["options"] {
      report(
        .unknownKey("options", known: ["id", "alias", "kind", "text", "help", "visible-if"]),
        at: node.position)
    } else if kind != .text, options.isEmpty {
      report(.tooFew(what: "options", count: 0, atLeast: 1), at: idNode.position)
    }
    refuseRepeats(options, at: idNode.position)
    return Placed(
      value: PointsQuestion(
        id: QuestionID(id), alias: text(values["alias"]), section: section, kind: kind, text: wording,
        help: translated(values["help"], languages), options: options,
        visibleIf: values["visible-if"].flatMap { condition($0) }),
      position: idNode.position)
  }

  private func pointsOption(_ node: SourceNode, _ languages: [String]) -> PointsOption? {
    guard let values = mapping(node, required: ["id", "label"], optional: ["alias"]),
      let id = text(values["id"]), let label = translated(values["label"], languages)
    else { return nil }
    return PointsOption(id: OptionID(id), alias: text(values["alias"]), label: label)
  }

  private func refuseRepeats(_ options: [PointsOption], at position: SourcePosition) {
    var seen: Set<String> = []
    for option in options {
      for name in Set([option.id.name, option.name]) where !seen.insert(name).inserted {
        report(.duplicateName(kind: "option", name: name), at: position)
      }
    }
  }
}
