import Knowledge
import Recommendations
import Testing

import Pilots

struct RetrievalTests {
  private static let places = Array("东西南北春夏秋冬金木水火土日月星")

  /// 80 passages, each of two characters of its own side by side, and two questions with them.
  private var chinese: String {
    let names = Self.places.flatMap { first in Self.places.prefix(5).map { "\(first)\($0)" } }
    return "question,passage\n"
      + names.map { "\($0)馆几点开门？,本市的\($0)馆每天九点开放。\n\($0)馆在哪里？,本市的\($0)馆每天九点开放。\n" }.joined()
  }

  @Test func `neighbouring characters find Chinese passages`() throws {
    let problem = try problem(.retrieval, table: chinese)
    #expect(ProblemPart.allCases.map(problem.count) == [112, 16, 32])
    #expect(try trained(problem, .classical).score == 1)
    // Five of eighty are a sixteenth.
    #expect(try trained(problem, .baseline).score == 0.0625)
  }

  @Test func `all questions of a passage are in one part`() throws {
    // Three questions a passage: a passage in two parts would leave a part with a broken three.
    let table = "question,passage\n" + (0..<99).map { "word\($0 / 3) q\($0),text word\($0 / 3)\n" }.joined()
    let problem = try problem(.retrieval, table: table)
    #expect(ProblemPart.allCases.allSatisfy { problem.count($0) % 3 == 0 })
    #expect(ProblemPart.allCases.reduce(0) { $0 + problem.count($1) } == 99)
  }

  @Test func `case and signs do not keep words apart`() throws {
    let table =
      "question,passage\n" + (0..<40).map { "\"WHERE is Thing\($0)?\",(thing\($0)) stands here\n" }.joined()
    #expect(try trained(problem(.retrieval, table: table), .classical).score == 1)
  }

  @Test func `passages dealt out anew are not found`() throws {
    let problem = try problem(.retrieval, table: chinese, control: .shuffledLabels)
    #expect(ProblemPart.allCases.map(problem.count) == [112, 16, 32])
    #expect(try trained(problem, .classical).score < 0.3)
  }
}
