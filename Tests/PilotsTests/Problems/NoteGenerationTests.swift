import Knowledge
import Recommendations
import Testing

import Pilots

struct NoteGenerationTests {
  /// Forty melodies of so many bars, each bar made by `bar` from draws.
  private func table(_ bars: Int, _ bar: (inout Dice) -> String, again: Bool) -> String {
    var random = Dice(state: 4)
    let rows = (0..<40).map { _ in
      let first = bar(&random)
      return (0..<bars).map { _ in again ? first : bar(&random) }.joined(separator: " ") + "\n"
    }
    return "melody\n" + rows.joined()
  }

  private func note(_ random: inout Dice) -> String {
    let letters = Array("CDEFGAB")
    return "\(letters[random.index(below: letters.count)])4:1"
  }

  @Test func `two notes by turns are a bit each to the unigram and next to none to the trigram`() throws {
    let problem = try problem(.noteGeneration, table: table(16, { _ in "C4:1 D4:1" }, again: true))
    #expect(abs(try trained(problem, .baseline).score - 1) < 0.01)
    #expect(try trained(problem, .classical).score < 0.05)
  }

  @Test func `the network is told the distance at which melodies repeat`() throws {
    for (notes, period) in [(3, "3.0"), (4, "4.0"), (6, "6.0")] {
      let table = table(
        12, { random in (0..<notes).map { _ in note(&random) }.joined(separator: " ") }, again: true)
      let problem = try problem(.noteGeneration, table: table)
      #expect(try trained(problem, .smallNetwork).settings["period"] == period)
    }
  }

  @Test func `dealt out anew, what came before says nothing`() throws {
    let table = table(16, { _ in "C4:1 D4:1" }, again: true)
    let problem = try problem(.noteGeneration, table: table, control: .shuffledLabels)
    #expect(try trained(problem, .classical).score > 0.95)
  }
}
