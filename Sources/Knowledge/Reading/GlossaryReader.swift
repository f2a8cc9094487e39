extension ReadingContext {
  /// The terms of `catalog/glossary.yaml` in the order of the file.
  func glossary(_ node: SourceNode) -> [GlossaryTerm] {
    guard let values = mapping(node, required: ["terms"]) else { return [] }
    var ids: Set<String> = []
    var spellings: [Language: Set<String>] = [:]
    return (list(values["terms"]) ?? []).compactMap { element in
      guard let term = glossaryTerm(element) else { return nil }
      guard ids.insert(term.id.name).inserted else {
        report(.duplicateName(kind: "term", name: term.id.name), at: element.position)
        return nil
      }
      for language in Language.allCases {
        for spelling in term.spellings(in: language)
        where !spellings[language, default: []].insert(spelling.lowercased()).inserted {
          report(.duplicateName(kind: "spelling", name: spelling), at: element.position)
        }
      }
      return term
    }
  }

  private func glossaryTerm(_ node: SourceNode) -> GlossaryTerm? {
    guard
      let values = mapping(node, required: ["id", "term", "meaning", "basis"], optional: ["also"]),
      let id = text(values["id"]), let term = localized(values["term"]),
      let meaning = localized(values["meaning"])
    else { return nil }
    let also = values["also"].flatMap {
      mapping($0, required: [], optional: Language.allCases.map(\.rawValue))
    }
    func others(_ language: Language) -> [String] {
      (list(also?[language.rawValue]) ?? []).compactMap { text($0) }
    }
    return GlossaryTerm(
      id: TermID(id), term: term, also: .init(en: others(.english), zh: others(.chinese)), meaning: meaning,
      basis: basis(values["basis"], neededFor: "the term", at: node.position))
  }
}
