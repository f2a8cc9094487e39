extension ReadingContext {
  /// - Parameter place: the id the file's place says.
  func documentedCase(_ node: SourceNode, place: String) -> Placed<DocumentedCase>? {
    guard
      let values = mapping(
        node,
        required: ["id", "title", "year", "answers", "approach", "outcome", "why", "basis"],
        optional: ["domain"]),
      let id = entryID(values["id"], place: place), let title = localized(values["title"]),
      let year = integer(values["year"]),
      let approach = name(values["approach"], kind: "approach", as: ApproachID.self),
      let outcome = name(values["outcome"], kind: "outcome", as: DocumentedCase.Outcome.self),
      let why = localized(values["why"])
    else { return nil }
    let entry = DocumentedCase(
      id: CaseID(id), title: title,
      domain: name(values["domain"], kind: "domain", as: Domain.self), year: year,
      answers: knownAnswers(values["answers"]),
      approach: approach, outcome: outcome, why: why,
      basis: basis(values["basis"], neededFor: "the case", at: node.position))
    return Placed(value: entry, position: values["id"]?.position ?? node.position)
  }

  private func knownAnswers(_ node: SourceNode?) -> [DocumentedCase.KnownAnswer] {
    guard let node else { return [] }
    guard let entries = node.entries else {
      report(.expected(.mapping, found: node.summary), at: node.position)
      return []
    }
    return entries.compactMap { entry in
      let value =
        entry.value.elements.map { $0.compactMap(\.text).joined(separator: ", ") } ?? entry.value.text
      guard let value, !value.isEmpty else {
        report(.expected(.scalar, found: entry.value.summary), at: entry.value.position)
        return nil
      }
      refer(.answer(value, to: QuestionID(entry.key)), at: entry.value.position)
      return DocumentedCase.KnownAnswer(question: QuestionID(entry.key), value: value)
    }
  }
}

extension String {
  /// The parts between commas, without the spaces around them.
  var commaSeparated: [String] { split(separator: ",").map { String($0).trimmingSpace } }
}
