/// A SurveyJS form as a points catalog, with what a person should know about the way there.
public struct SurveyImport: Sendable {
  public var knowledge: PointsKnowledge
  public var remarks: [SurveyRemark]
  /// The catalog's files by path; they load to `knowledge`, which only lacks their fingerprint.
  public var files: [String: String]
}

/// Turns a scored SurveyJS form into a points catalog.
///
/// - Parameter file: the name findings show.
/// - Throws: every finding of the form, each with its line, column and path in the form.
public func importSurvey(
  _ text: String, file: String, rule: ImportRule
) throws(Findings) -> SurveyImport {
  let root: SourceNode
  do { root = try parseJSONSource(Array(text.utf8), file: file) } catch { throw Findings([error]) }
  var reader = SurveyReader()
  guard let survey = reader.survey(root), reader.findings.isEmpty else { throw Findings(reader.findings) }
  var builder = PointsBuilder(survey: survey, rule: rule, start: root.position)
  let knowledge = builder.knowledge()
  guard builder.findings.isEmpty, var knowledge else { throw Findings(inFileOrder(builder.findings)) }
  let files = pointsCatalogFiles(knowledge)
  let sections = Dictionary(uniqueKeysWithValues: knowledge.sections.map { ($0.id, $0) })
  knowledge.questions = knowledge.questions.map { question in
    sections[question.section].map(question.shown) ?? question
  }
  return SurveyImport(knowledge: knowledge, remarks: survey.leftOut + builder.remarks, files: files)
}

/// Gives a form's pages, questions and points their ids and puts them together.
private struct PointsBuilder {
  let survey: Survey
  let rule: ImportRule
  let start: SourcePosition
  var findings: [Finding] = []
  var remarks: [SurveyRemark] = []

  init(survey: Survey, rule: ImportRule, start: SourcePosition) {
    self.survey = survey
    self.rule = rule
    self.start = start
  }

  mutating func knowledge() -> PointsKnowledge? {
    var sectionIDs = UniqueIDs()
    var questionIDs = UniqueIDs()
    var sections: [PointsSection] = []
    var questions: [PointsQuestion] = []
    var elements: [Survey.Element] = []
    var areas: [PointsArea] = []
    for (index, page) in survey.pages.enumerated() where !page.elements.isEmpty {
      let title = translated(page.title, else: page.name, path: "pages[\(index)].title")
      let section = PointsSection(
        id: SectionID(sectionIDs.id(for: page.name)), title: title, order: sections.count + 1, visibleIf: nil)
      sections.append(section)
      let pageQuestions = page.elements.map { question($0, section: section.id, &questionIDs) }
      questions += pageQuestions
      elements += page.elements
      areas += self.areas(of: page, pageQuestions, title: title)
    }
    relate(&sections, &questions, elements)
    if areas.isEmpty { findings.append(Finding(.points(.nothingScored), at: start)) }
    let rubric = rubric(areas)
    return PointsKnowledge(
      languages: survey.languages, sections: sections, questions: questions, rubric: rubric,
      sources: rule.source.map { [$0] } ?? [], version: "")
  }

  private mutating func question(
    _ element: Survey.Element, section: SectionID, _ ids: inout UniqueIDs
  ) -> PointsQuestion {
    var optionIDs = UniqueIDs()
    let options = element.choices.enumerated().map { index, choice in
      let id = optionIDs.id(for: choice.value)
      return PointsOption(
        id: OptionID(id), alias: id == choice.value ? nil : choice.value,
        label: translated(choice.text, else: choice.value, path: "\(element.path).choices[\(index)]"))
    }
    let id = ids.id(for: element.name)
    return PointsQuestion(
      id: QuestionID(id), alias: id == element.name ? nil : element.name, section: section,
      kind: element.kind, text: translated(element.title, else: element.name, path: element.path),
      help: element.help.isEmpty
        ? nil : translated(element.help, else: "", path: "\(element.path).description"),
      options: options, visibleIf: nil)
  }

  /// The text in every language; where one is missing the form's default stands in, and a remark says so.
  private mutating func translated(
    _ texts: [String: String], else name: String, path: String
  ) -> TranslatedText {
    if texts.isEmpty { remarks.append(SurveyRemark(kind: .noText, path: path)) }
    var result: [String: String] = [:]
    let standIn = texts["*"] ?? texts[survey.languages[0]] ?? texts.min { $0.key < $1.key }?.value ?? name
    for language in survey.languages {
      if texts[language] == nil, texts["*"] == nil, !texts.isEmpty {
        remarks.append(SurveyRemark(kind: .untranslated(language: language), path: path))
      }
      result[language] = texts[language] ?? standIn
    }
    return TranslatedText(result)
  }

  private mutating func relate(
    _ sections: inout [PointsSection], _ questions: inout [PointsQuestion], _ elements: [Survey.Element]
  ) {
    var named: [String: PointsQuestion] = [:]
    for (question, element) in zip(questions, elements)
    where named.updateValue(question, forKey: element.name) != nil {
      findings.append(Finding(.duplicateName(kind: "question", name: element.name), at: element.position))
    }
    var conditions = SurveyConditions(questions: named)
    for (index, page) in survey.pages.filter({ !$0.elements.isEmpty }).enumerated() {
      sections[index].visibleIf = page.visibleIf.flatMap { conditions.condition($0) }
    }
    for (index, element) in elements.enumerated() {
      questions[index].visibleIf = joined(element.conditions.compactMap { conditions.condition($0) })
    }
    findings += conditions.findings
    remarks += conditions.remarks
  }

  private func side(of element: Survey.Element) -> PointsArea.Side? {
    func side(_ name: String) -> PointsArea.Side? {
      if name.hasSuffix(rule.impactSuffix) { return .impact }
      return rule.mitigationSuffix.map { name.hasSuffix($0) } == true ? .mitigation : nil
    }
    if let suffix = rule.unscoredSuffix, element.name.hasSuffix(suffix) { return nil }
    return element.kind == .text ? nil : side(element.name) ?? element.panel.flatMap { side($0.name) }
  }

  /// One area a page and side: its title is the panel's where that has one.
  private mutating func areas(
    of page: Survey.Page, _ questions: [PointsQuestion], title: TranslatedText
  ) -> [PointsArea] {
    let scored = zip(questions, page.elements).compactMap { question, element in
      side(of: element).map { (question: question, element: element, side: $0) }
    }
    let sides = PointsArea.Side.allCases.filter { side in scored.contains { $0.side == side } }
    return sides.map { side in
      let inside = scored.filter { $0.side == side }
      let named = rule.areas[page.name]
      let id = named?.id ?? slug(page.name)
      let titles = [named?.title, inside[0].element.panel?.title].compactMap { $0 }.first { !$0.isEmpty }
      var points: [QuestionID: [OptionID: Double]] = [:]
      for (question, _, _) in inside {
        points[question.id] = Dictionary(
          uniqueKeysWithValues: question.options.map { ($0.id, self.points(of: $0.name)) })
      }
      return PointsArea(
        id: sides.count > 1 && side == .mitigation ? "\(id)-mitigation" : id,
        title: titles.map { translated($0, else: page.name, path: page.name) } ?? title, side: side,
        maximum: inside.reduce(0) { $0 + $1.question.maximum(points[$1.question.id] ?? [:]) },
        points: points, basis: basis)
    }
  }

  private func points(of value: String) -> Double {
    var rest = value[...]
    var written: Substring?
    while let mark = rest.firstRange(of: rule.pointsAfter) {
      rest = rest[mark.upperBound...]
      written = rest
    }
    guard let points = Double(String(written ?? value[...])), points.isFinite else { return 0 }
    return points
  }

  private var basis: [Basis] {
    rule.source.map { [.source($0.id, place: nil, note: nil)] } ?? [.judgement]
  }

  private mutating func rubric(_ areas: [PointsArea]) -> PointsRubric {
    let title = rule.title.isEmpty ? survey.title : rule.title
    var rubric = PointsRubric(
      id: RubricID(rule.id), title: translated(title, else: rule.id, path: "title"), unanswered: .zero,
      unknownOptions: rule.unknownOptions, areas: areas, levelBounds: rule.levelBounds, mitigation: nil,
      basis: basis)
    rubric.mitigation = rule.mitigation.map {
      PointsMitigation(
        needs: $0.needs, of: $0.ofMaximum * rubric.maximum(.mitigation), reduction: $0.reduction,
        rounding: $0.rounding, basis: basis)
    }
    return rubric
  }
}
