import Knowledge
import Recommendations
import Testing

import Pilots

struct TranslationTests {
  /// Sentences of a first, a second and a third word, six of each, each with a word of its own in the other
  /// language.
  private func table(_ order: ([Int]) -> [Int]) -> String {
    var random = Dice(state: 8)
    func word(_ letters: String, _ random: inout Dice) -> String {
      let letters = Array(letters)
      return String((0..<6).map { _ in letters[random.index(below: letters.count)] })
    }
    let words = (0..<18).map { _ in word("bdfgklmnprst", &random) }
    let others = (0..<18).map { _ in word("aeiouwyäöü", &random) }
    let rows = (0..<400).map { _ in
      let places = (0..<3).map { 6 * $0 + random.index(below: 6) }
      let source = places.map { words[$0] }.joined(separator: " ")
      return "\(source),\(order(places).map { others[$0] }.joined(separator: " "))\n"
    }
    return "source,target\n" + rows.joined()
  }

  @Test func `word for word is right where only words differ`() throws {
    let problem = try problem(.translation, table: table { $0 })
    let baseline = try trained(problem, .baseline)
    #expect(baseline.settings["model"] == "word-for-word")
    #expect(abs(baseline.score - 1) < 1e-9)
    #expect(try trained(problem, .classical).score > 0.95)
  }

  @Test func `phrases learn another word order, words do not`() throws {
    // The last word comes first in the other language.
    let problem = try problem(.translation, table: table { [$0[2], $0[0], $0[1]] })
    let (words, phrases) = (try trained(problem, .baseline), try trained(problem, .classical))
    #expect(phrases.score > words.score + 0.05)
  }

  @Test func `where nothing is to be learnt one sentence is said to everything`() throws {
    let problem = try problem(.translation, table: table { $0 }, control: .shuffledLabels)
    #expect(try trained(problem, .baseline).settings["model"] == "constant-sentence")
  }

  @Test func `translations of one source stay together`() throws {
    let rows = (0..<60).map { "one\($0 / 2) two,drei\($0)\n" }.joined()
    let problem = try problem(.translation, table: "source,target\n" + rows)
    #expect(ProblemPart.allCases.allSatisfy { problem.count($0) % 2 == 0 })
    #expect(ProblemPart.allCases.reduce(0) { $0 + problem.count($1) } == 60)
  }
}
