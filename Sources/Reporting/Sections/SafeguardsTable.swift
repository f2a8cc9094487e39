import Knowledge
import Scoring

extension ReportContext {
  /// The catalog's safeguards that touch the judged approach's risks: which risk each lowers, by how much
  /// now and at most, and on what ground.
  func safeguardBlocks(_ scores: [RiskScore]) -> [Block] {
    let exposed = Set(scores.filter { $0.inherent.high > 0 }.map(\.id))
    let rows = knowledge.mitigations.compactMap { entry -> Table.Row? in
      let lowers = entry.lowers.filter { exposed.contains($0.risk) }
      guard !lowers.isEmpty else { return nil }
      let effects = lowers.map { effect(entry.id, $0, scores) }
      return Table.Row([
        Phrase.strong(say(entry.title)) + Phrase(say(Wording.colon) + say(entry.what)),
        Phrase(say(Wording.effort(entry.effort))), effects.joined(separator: say(Wording.listSeparator)),
      ])
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        Table(
          caption: say(RisksWording.safeguards), layout: .records,
          columns: [
            Table.Column(say(RisksWording.safeguard)), Table.Column(say(NextStepsWording.effort)),
            Table.Column(say(RisksWording.lowers)),
          ], rows: rows))
    ]
  }

  private func effect(
    _ mitigation: MitigationID, _ lowering: MitigationEntry.Lowering, _ scores: [RiskScore]
  ) -> Phrase {
    let credit = scores.first { $0.id == lowering.risk }?.mitigations.first { $0.id == mitigation }
    let shares = RisksWording.shares(
      now: numbers.percent(credit?.removed ?? 0), most: numbers.percent(lowering.removed.highestLevel))
    let risk = say(risks[lowering.risk.name]?.title, orID: lowering.risk.name)
    return Phrase(risk + say(Wording.colon) + say(shares) + say(Wording.comma)) + sources(of: lowering.basis)
  }
}
