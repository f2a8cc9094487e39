import Foundation
import Knowledge
import TestSupport
import Testing

private let glossary = """
  terms:
    - id: fine-tuning
      term: {en: fine-tuning, zh: 微调}
      also: {en: [fine-tune, fine-tuned]}
      meaning: {en: text, zh: 文本}
      basis: judgement
    - id: learning-rate
      term: {en: learning rate, zh: 学习率}
      meaning: {en: text, zh: 文本}
      basis: judgement
    - id: rate
      term: {en: rate, zh: 率}
      also: {en: [rates], zh: [GPU]}
      meaning: {en: text, zh: 文本}
      basis: {source: handbook}
  """

struct GlossaryTests {
  private func files(_ glossary: String) -> [String: String] {
    miniatureFiles().merging(["catalog/glossary.yaml": glossary]) { _, new in new }
  }

  private func findings(_ glossary: String) throws -> [String] {
    let root = try write(files(glossary))
    defer { try? FileManager.default.removeItem(at: root) }
    return checkKnowledge(at: root).map(\.description)
  }

  private func terms(in text: String, _ language: Language) throws -> [TermID] {
    let root = try write(files(glossary))
    defer { try? FileManager.default.removeItem(at: root) }
    return try KnowledgeBase.load(from: root).terms(in: text, language: language).map(\.id)
  }

  @Test func `a term has its spellings, its meaning and its basis`() throws {
    #expect(try findings(glossary) == [])
    let root = try write(files(glossary))
    defer { try? FileManager.default.removeItem(at: root) }
    let term = try #require(KnowledgeBase.load(from: root).glossary.last)
    #expect(term.spellings(in: .english) == ["rate", "rates"])
    #expect(term.basis == [.source("handbook", place: nil, note: nil)])
  }

  @Test(arguments: [
    ("id: rate", "id: learning-rate", "11:5: the term 'learning-rate' is defined twice"),
    ("also: {en: [rates]", "also: {en: [Fine-Tune]", "11:5: the spelling 'Fine-Tune' is defined twice"),
    ("also: {en: [rates]", "also: {fr: [taux]", "13:12: unknown key 'fr'"),
    ("zh: 学习率}", "zh: \"\"}", "8:11: the text is missing in 'zh'"),
    ("source: handbook", "source: handbok", "no source named 'handbok'. Did you mean 'handbook'?"),
    ("also: {en: [fine-tune, fine-tuned]}", "allso: {}", "4:5: unknown key 'allso'. Did you mean 'also'?"),
  ])
  func `a fault is found where it stands`(_ replace: String, _ with: String, _ finding: String) throws {
    try #require(glossary.contains(replace))
    let found = try findings(glossary.replacingOccurrences(of: replace, with: with))
    #expect(found.contains { $0.contains(finding) }, "\(found)")
  }

  @Test(
    arguments: [
      ("", []),
      ("A Fine-tuned model", ["fine-tuning"]),
      ("fine\ntune it", ["fine-tuning"]),
      ("the learning rate", ["learning-rate"]),
      ("the rate of learning; the learning rate", ["learning-rate", "rate"]),
      ("Rates, corporate and separate", ["rate"]),
      ("corporate, separate, rated", []),
    ] as [(String, [TermID])])
  func `English words stand on their own, and the longest counts`(_ text: String, _ found: [TermID]) throws {
    #expect(try terms(in: text, .english) == found)
  }

  @Test(
    arguments: [
      ("请微调模型的学习率", ["fine-tuning", "learning-rate"]),
      ("准确率", ["rate"]),
      ("用GPU训练", ["rate"]),
      ("用 GPUs 训练", []),
    ] as [(String, [TermID])])
  func `Chinese words stand anywhere, Latin ones on their own`(_ text: String, _ found: [TermID]) throws {
    #expect(try terms(in: text, .chinese) == found)
  }
}
