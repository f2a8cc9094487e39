import Assessments
import Knowledge

/// The report on an assessment: format-free, in one language, verdict first.
///
/// - Parameter includeTimes: false leaves out what differs between two runs of the same inputs (when it was
///   made, seconds and memory measured on this machine), so that the text is the same each time.
public func report(
  for assessment: Assessment, knowledge: KnowledgeBase, language: Language, includeTimes: Bool = true
) -> Report {
  let context = ReportContext(assessment, knowledge, language, includesTimes: includeTimes)
  var sections = [
    context.verdictSection(), context.changesSection(), context.approachesSection(),
    context.contributionsSection(), context.evidenceSection(), context.configurationSection(),
    context.valueSection(), context.pilotSection(), context.nextStepsSection(), context.risksSection(),
    context.rulesSection(), context.casesSection(), context.answersSection(), context.recordSection(),
  ]
  if let words = context.wordsSection(after: sections) { sections.append(words) }
  return Report(
    language: language,
    title: context.say(context.scenario?.title, orID: assessment.scenario.name),
    kind: context.say(Wording.kind), facts: context.headFacts(), sections: sections,
    disclaimer: context.say(Wording.disclaimer))
}

extension ReportContext {
  /// What belongs on the first page beside the title.
  func headFacts() -> [Report.Fact] {
    var facts = [
      Report.Fact(name: say(RecordWording.scenario), value: .code(assessment.scenario.name)),
      Report.Fact(name: say(RecordWording.id), value: .code(assessment.id)),
    ]
    if includesTimes, let made = assessment.createdAt {
      facts.append(Report.Fact(name: say(RecordWording.made), value: Phrase(made)))
    }
    facts.append(Report.Fact(name: say(RecordWording.engine), value: .code(assessment.versions.engine)))
    facts.append(Report.Fact(name: say(RecordWording.rubrics), value: .code(assessment.versions.rubrics)))
    return facts
  }
}
