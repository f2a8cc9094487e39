import Knowledge
import Recommendations

extension ReportContext {
  /// Which provisions the answers trigger, and the duties that follow as a to-do list by owner.
  func rulesSection() -> ReportSection {
    let rules = assessment.rules ?? []
    var blocks: [Block] = []
    if assessment.rules == nil {
      blocks.append(.paragraph(Phrase(say(Wording.notKept))))
    } else if rules.isEmpty {
      blocks.append(.paragraph(Phrase(say(RulesWording.none))))
    } else {
      let certain = rules.filter(\.isCertain)
      blocks.append(.paragraph(Phrase(say(RulesWording.introduction(ruleCounts(rules))))))
      blocks.append(.table(table(certain + rules.filter { !$0.isCertain })))
      blocks += todo(certain)
      if certain.count < rules.count { blocks.append(.paragraph(Phrase(say(RulesWording.openDuties)))) }
    }
    return ReportSection(id: "rules", title: say(RulesWording.title), blocks: blocks)
  }

  /// "4 apply, 2 may apply; 17 duties", for report and screen.
  func ruleCounts(_ rules: [TriggeredRule]) -> LocalizedText {
    let certain = rules.filter(\.isCertain)
    return RulesWording.counts(
      applying: numbers.count(certain.count), open: numbers.count(rules.count - certain.count),
      duties: numbers.count(certain.reduce(0) { $0 + $1.duties.count }))
  }

  private func table(_ rules: [TriggeredRule]) -> Table {
    Table(
      caption: say(RulesWording.caption), layout: .records,
      columns: [
        Table.Column(say(RulesWording.rule)), Table.Column(say(RulesWording.triggered)),
        Table.Column(say(RulesWording.applies)), Table.Column(say(RulesWording.because)),
        Table.Column(say(RulesWording.text)),
      ],
      rows: rules.map { rule in
        Table.Row([
          Phrase.strong(say(rule.title)) + Phrase(say(Wording.comma) + rule.article), Phrase(say(rule.what)),
          standing(of: rule), references(rule.causes), source(of: rule),
        ])
      })
  }

  /// Whether a rule applies, from when, and what is still open.
  private func standing(of rule: TriggeredRule) -> Phrase {
    var phrase = Phrase.strong(say(rule.isCertain ? RulesWording.doesApply : RulesWording.mayApply))
    if let day = rule.appliesFrom { phrase = phrase + Phrase(say(RulesWording.from(day))) }
    var open = rule.open.map(reference)
    if let fact = rule.alsoDependsOn { open.append(Phrase(say(fact))) }
    guard !open.isEmpty else { return phrase }
    return phrase + Phrase(say(RulesWording.dependsOn)) + open.joined(separator: say(Wording.listSeparator))
  }

  private func source(of rule: TriggeredRule) -> Phrase {
    let source = knowledge.source(rule.source)
    let title = source?.title ?? rule.source.name
    let link = source?.url.map { Phrase([.link(title, url: $0)]) } ?? Phrase(title)
    return link + Phrase(say(Wording.comma) + rule.textDate)
  }

  /// Duties of the rules that certainly apply: one table an owner, in the order they are due.
  private func todo(_ rules: [TriggeredRule]) -> [Block] {
    let duties = rules.flatMap { rule in rule.duties.map { (rule: rule, duty: $0) } }
    return Duty.Owner.allCases.flatMap { owner -> [Block] in
      let own = Duty.Due.allCases.flatMap { due in
        duties.filter { $0.duty.owner == owner && $0.duty.due == due }
      }
      guard !own.isEmpty else { return [] }
      let rows = own.map { item in
        Table.Row([
          Phrase(say(item.duty.text)), Phrase(say(RulesWording.due(item.duty.due))),
          Phrase(say(item.rule.title) + say(Wording.comma) + item.duty.article),
        ])
      }
      return [
        .table(
          Table(
            caption: say(RulesWording.todo(say(RulesWording.owner(owner)))), layout: .records,
            columns: [
              Table.Column(say(RulesWording.duty)), Table.Column(say(RulesWording.when)),
              Table.Column(say(RulesWording.rule)),
            ], rows: rows))
      ]
    }
  }
}
