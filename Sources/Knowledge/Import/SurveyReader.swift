/// Reads a SurveyJS form; what has no counterpart here is a finding with its path, never passed over.
struct SurveyReader {
  private(set) var findings: [Finding] = []
  private var leftOut: [SurveyRemark] = []
  private var languages: [String] = []
  private var defaultLanguage = "en"

  /// nil when the root is no form.
  mutating func survey(_ root: SourceNode) -> Survey? {
    guard root.entries != nil else {
      findings.append(Finding(.expected(.mapping, found: root.summary), at: root.position))
      return nil
    }
    defaultLanguage = root["locale"]?.text ?? "en"
    languages = [defaultLanguage]
    let title = texts(root["title"])
    check(root, read: ["pages", "elements", "title", "locale"], path: "")
    var pages: [Survey.Page] = []
    if root["elements"] != nil { pages.append(page(root, path: "", index: 0)) }
    for (index, node) in (root["pages"]?.elements ?? []).enumerated() {
      check(node, read: ["name", "title", "elements", "visibleIf"], path: "pages[\(index)]")
      pages.append(page(node, path: "pages[\(index)].", index: index))
    }
    return Survey(pages: pages, title: title, leftOut: leftOut, languages: languages)
  }

  private mutating func page(_ node: SourceNode, path: String, index: Int) -> Survey.Page {
    var page = Survey.Page(
      name: node["name"]?.text ?? "page\(index + 1)", title: texts(node["title"]),
      visibleIf: condition(node, path: path + "visibleIf"), elements: [])
    collect(node, path: path, panel: nil, conditions: [], into: &page.elements)
    return page
  }

  /// The questions below a page or panel, in order.
  private mutating func collect(
    _ node: SourceNode, path: String, panel: Survey.Panel?, conditions: [SurveyCondition],
    into elements: inout [Survey.Element]
  ) {
    for (index, node) in (node["elements"]?.elements ?? []).enumerated() {
      let path = "\(path)elements[\(index)]"
      let inner = conditions + (condition(node, path: path + ".visibleIf").map { [$0] } ?? [])
      switch node["type"]?.text {
      case "panel":
        check(node, read: ["type", "name", "title", "elements", "visibleIf"], path: path)
        let panel = Survey.Panel(name: node["name"]?.text ?? "", title: texts(node["title"]))
        collect(node, path: path + ".", panel: panel, conditions: inner, into: &elements)
      case "html", "image": leftOut.append(SurveyRemark(kind: .displayText, path: path))
      case "radiogroup", "dropdown":
        append(.choice, node, path, panel, inner, &elements)
      case "checkbox", "tagbox": append(.choices, node, path, panel, inner, &elements)
      case "text", "comment": append(.text, node, path, panel, inner, &elements)
      case let type:
        unsupported("type '\(type ?? "")'", path: path, at: node["type"]?.position ?? node.position)
      }
    }
  }

  private mutating func append(
    _ kind: PointsQuestion.Kind, _ node: SourceNode, _ path: String, _ panel: Survey.Panel?,
    _ conditions: [SurveyCondition], _ elements: inout [Survey.Element]
  ) {
    let read = ["type", "name", "title", "description", "help", "visibleIf"]
    check(node, read: read + (kind == .text ? [] : ["choices"]), path: path)
    guard let name = node["name"]?.text else {
      findings.append(Finding(.missingKey("name"), at: node.position))
      return
    }
    elements.append(
      Survey.Element(
        name: name, kind: kind, title: texts(node["title"]),
        help: both(texts(node["description"]), texts(node["help"])),
        choices: kind == .text ? [] : choices(node["choices"], path: path), conditions: conditions,
        panel: panel, path: path, position: node["name"]?.position ?? node.position))
  }

  private mutating func choices(_ node: SourceNode?, path: String) -> [Survey.Choice] {
    (node?.elements ?? []).enumerated().compactMap { index, choice in
      let path = "\(path).choices[\(index)]"
      if let value = choice.text { return Survey.Choice(value: value, text: [:]) }
      check(choice, read: ["value", "text"], path: path)
      guard let value = choice["value"]?.text else {
        findings.append(Finding(.missingKey("value"), at: choice.position))
        return nil
      }
      return Survey.Choice(value: value, text: texts(choice["text"]))
    }
  }

  private mutating func condition(_ node: SourceNode, path: String) -> SurveyCondition? {
    guard let place = node["visibleIf"], let text = place.text, !text.trimmingSpace.isEmpty else {
      return nil
    }
    do {
      return SurveyCondition(
        expression: try parseSurveyExpression(text), path: path, position: place.position)
    } catch {
      let problem = PointsProblem.expression(
        expected: error.expected, found: error.found, offset: error.offset, path: path)
      findings.append(Finding(.points(problem), at: place.position))
      return nil
    }
  }

  /// A text by language; `default` is the form's own language, and a plain text stands in every one.
  private mutating func texts(_ node: SourceNode?) -> [String: String] {
    guard let node else { return [:] }
    if let text = node.text { return ["*": text] }
    var texts: [String: String] = [:]
    for entry in node.entries ?? [] {
      let language = entry.key == "default" ? defaultLanguage : entry.key
      guard let text = entry.value.text?.trimmingSpace, !text.isEmpty else { continue }
      texts[language] = text
      if !languages.contains(language) { languages.append(language) }
    }
    return texts
  }

  /// Every property is read, known to change nothing that scores, or a finding.
  private mutating func check(_ node: SourceNode, read: [String], path: String) {
    for entry in node.entries ?? [] where !read.contains(entry.key) {
      if presentationProperties.contains(entry.key) {
        leftOut.append(
          SurveyRemark(
            kind: .presentation(entry.key), path: path.isEmpty ? entry.key : "\(path).\(entry.key)"))
      } else {
        unsupported("'\(entry.key)'", path: path.isEmpty ? "survey" : path, at: entry.keyPosition)
      }
    }
  }

  private mutating func unsupported(_ feature: String, path: String, at position: SourcePosition) {
    findings.append(Finding(.points(.unsupported(feature: feature, path: path)), at: position))
  }
}

/// Two texts one after the other, language by language.
private func both(_ first: [String: String], _ second: [String: String]) -> [String: String] {
  first.merging(second) { "\($0)\n\($1)" }
}

/// Properties about looks, order on the screen and convenience: none of them changes what is shown or scored.
private let presentationProperties: Set<String> = [
  "choicesOrder", "colCount", "completeText", "completedHtml", "description", "firstPageIsStarted",
  "goNextPageAutomatic", "hideNumber", "indent", "inputType", "isRequired", "logo", "maxLength",
  "maxWidth", "minWidth", "navigationButtonsVisibility", "pageNextText", "pagePrevText", "placeHolder",
  "placeholder", "questionErrorLocation", "questionStartIndex", "questionTitleLocation", "requiredErrorText",
  "requiredText", "rows", "showCompletedPage", "showNavigationButtons", "showPageNumbers", "showPageTitles",
  "showProgressBar", "showQuestionNumbers", "showTitle", "size", "startSurveyText", "startWithNewLine",
  "state",
  "titleLocation", "width", "widthMode",
]
