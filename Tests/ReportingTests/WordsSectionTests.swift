import Knowledge
import Reporting
import Testing

@Suite struct WordsSectionTests {
  private func term(_ id: TermID, _ en: String, _ zh: String) -> GlossaryTerm {
    GlossaryTerm(
      id: id, term: LocalizedText(en: en, zh: zh),
      meaning: LocalizedText(en: "It means \(en).", zh: "意思是\(zh)。"), basis: [.judgement])
  }

  @Test func `the report ends with the terms that occur in it, and no others`() throws {
    var fixture = try Fixture()
    let zebra = term("zebra", "zebra crossing", "斑马线")
    fixture.knowledge.glossary = [zebra]
    let without = report(for: fixture.assessment, knowledge: fixture.knowledge, language: .english)
    #expect(without.sections.last?.id == "record")
    fixture.knowledge.glossary = [zebra, term("verdict", "verdict", "结论")]
    for (language, word) in [(Language.english, "verdict"), (.chinese, "结论")] {
      let report = report(for: fixture.assessment, knowledge: fixture.knowledge, language: language)
      let words = try #require(report.sections.last)
      #expect(words.id == "words")
      guard case .table(let table)? = words.blocks.last else {
        Issue.record("no table of terms")
        continue
      }
      #expect(table.rows.map { $0.cells.first?.plain } == [word])
    }
  }
}
