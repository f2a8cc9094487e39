import Datasets
import Foundation
import Testing

struct TextPairTests {
  private func rows(_ count: Int, _ row: (Int) -> String) -> String { (0..<count).map(row).joined() }

  @Test func `passages that come again are one, and empty cells are left out and counted`() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      "Question,topic,PASSAGE\n" + rows(70) { "q\($0),t,passage \($0 % 35)\n" } + "alone,t,\n")
    let read = try PassageCollection.load(DatasetRequest(location: file))
    #expect(read.passages == (0..<35).map { "passage \($0)" })
    #expect(read.questions.count == 70)
    #expect(read.questions[36] == PassageCollection.Question(text: "q36", passage: 1))
    #expect(read.facts.notes.contains(.rowsIncomplete(1)))
  }

  @Test func `a pair that comes again is read once`() throws {
    let scratch = try Scratch()
    let file = try scratch.write("source,target\n" + rows(80) { "s\($0 % 40),t\($0 % 40 + $0 / 60)\n" })
    let read = try TranslationCollection.load(DatasetRequest(location: file))
    #expect(read.pairs.count == 60)
    #expect(read.pairs[0] == TranslationCollection.Pair(source: "s0", target: "t0"))
    #expect(read.pairs.filter { $0.source == "s25" }.map(\.target) == ["t25", "t26"])
  }

  @Test func `more rows than are used are drawn by seed`() throws {
    let scratch = try Scratch()
    let file = try scratch.write("source,target\n" + rows(4_100) { "s\($0),t\($0)\n" })
    let draws = try [1, 1, 2].map {
      try TranslationCollection.load(DatasetRequest(location: file, seed: $0))
    }
    #expect(draws[0].pairs.count == 4_000)
    #expect(draws[0].facts.notes.contains(.rowsDrawn(kept: 4_000, of: 4_100)))
    #expect(draws[0].pairs == draws[1].pairs && draws[0].pairs != draws[2].pairs)
  }

  struct Refused: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let error: DatasetError
  }

  static let refused = [
    Refused(
      testDescription: "a misspelt column", text: "question,pasage\na,b\n",
      error: .unknownColumn(name: "passage", nearest: "pasage", columns: ["question", "pasage"])),
    Refused(
      testDescription: "few rows", text: "question,passage\na,b\nc,d\n",
      error: .tooFewRows(rows: 2, least: 30)),
    Refused(
      testDescription: "few passages",
      text: "question,passage\n" + (0..<40).map { "q\($0),p\($0 % 3)\n" }.joined(),
      error: .tooFewDifferent(column: "passage", distinct: 3, least: 30)),
  ]

  @Test(arguments: refused) func `what cannot be searched is refused`(_ row: Refused) throws {
    let scratch = try Scratch()
    let file = try scratch.write(row.text)
    #expect(throws: row.error) { try PassageCollection.load(DatasetRequest(location: file)) }
  }

  @Test func `too few different sources are refused in both languages`() throws {
    let scratch = try Scratch()
    let file = try scratch.write("source,target\n" + rows(40) { "same,t\($0)\n" })
    let thrown = error { _ = try TranslationCollection.load(DatasetRequest(location: file)) }
    #expect(
      thrown?.message(in: "en")
        == "column 'source': 1 different value; at least 30 needed to train, to choose and to test")
    #expect(thrown?.message(in: "zh") == "列“source”只有 1 种不同的值；训练、选择和测试至少需要 30 种")
  }

  @Test func `samples are the same for one seed and others for another`() throws {
    let handbook = try #require(PassageCollection.samples.first)
    let books = try [1, 1, 2].map { try handbook.content(root: repositoryRoot, seed: $0) }
    #expect(books[0].questions == books[1].questions && books[0].questions != books[2].questions)
    #expect(books[0].passages.count == 324 && books[0].questions.count == 1_500)
    #expect(Set(books[0].questions.map(\.passage)).count == 324)
    let pairs = try #require(TranslationCollection.samples.first)
    let sentences = try pairs.content(root: repositoryRoot, seed: 1).pairs
    #expect(Set(sentences.map(\.source)).count == 3_000)
    // A number takes the noun's measure word, a question ends in its particle, the past is marked.
    let cats = sentences.filter { $0.source.contains("two cats") }
    #expect(!cats.isEmpty && cats.allSatisfy { $0.target.contains("两只") })
    #expect(sentences.allSatisfy { $0.source.hasSuffix("?") == $0.target.hasSuffix("吗？") })
    let past = sentences.filter { $0.source.hasSuffix("yesterday.") && !$0.source.contains("not") }
    #expect(!past.isEmpty && past.allSatisfy { $0.target.contains("了") })
  }
}
