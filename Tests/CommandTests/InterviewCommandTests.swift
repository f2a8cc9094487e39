import Foundation
import Testing

@Suite struct InterviewCommandTests {
  @Test func aWholeInterviewThroughAPipe() throws {
    let program = try Program()
    // Enter takes what the scenario presets, and has nothing to take where it presets nothing.
    let lines = String(repeating: "\n", count: 8) + String(repeating: "u\n", count: 80)
    let outcome = try program.run("interview", "games/board-strategy", input: lines)
    #expect(outcome.code == 0)
    #expect(outcome.log.isEmpty)
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(outcome.output.contains("Type an answer, or u if it is unknown."))
    #expect(try program.contents("games-board-strategy.yaml").contains("source: \"preset\""))
    #expect(outcome.output.contains("That was the last question."))
    #expect(outcome.output.contains("Saved as games-board-strategy.yaml"))
    #expect(outcome.output.contains("surefoot assess games-board-strategy.yaml"))
    #expect(try program.files() == ["games-board-strategy.yaml"])
    // The sheet is complete and lawful, and no draft is left.
    #expect(try program.run("assess", "games-board-strategy.yaml", "--no-pilot", "--json").code == 0)
    #expect(!(try program.run().output.contains("Interview in progress")))
  }

  @Test func theEndOfTheInputSavesAndSaysHowToGoOn() throws {
    let program = try Program()
    let first = try program.run("interview", "medical/disease-classification", input: "table\n2\n?\nxyz\n")
    #expect(first.code == 0)
    #expect(first.output.contains("No option 'xyz'."))
    #expect(first.output.contains("How to find it:"))
    #expect(
      first.output.hasSuffix(
        "Everything is saved. Go on with: surefoot interview medical/disease-classification\n"))
    #expect(try program.run().output.contains("Interview in progress: surefoot interview medical/disease-"))
    let second = try program.run("interview", "medical/disease-classification", input: "b\n\nq\n")
    #expect(second.output.contains("Going on: 2 of "))
    #expect(second.output.contains("So far: A number"))
    #expect(try program.files().isEmpty)
  }

  @Test func theDecisiveOrderStopsWhenNothingCouldChangeTheVerdict() throws {
    let program = try Program()
    let sheet = """
      scenario: medical/other
      answers:
        privacy.personal-data: identified
      """
    try program.write(sheet, to: "a.yaml")
    let arguments = ["interview", "medical/other", "--answers", "a.yaml", "--decisive"]
    let left = try program.run(arguments, input: "q\n")
    #expect(left.output.contains("Still possible: go, pilot first, redesign, no go"))
    #expect(left.output.hasSuffix("surefoot interview medical/other --answers a.yaml --decisive\n"))
    try program.write(sheet + "\n  privacy.legal-basis: absent\n", to: "a.yaml")
    let settled = try program.run(arguments, input: "n\n")
    #expect(settled.code == 0)
    #expect(!settled.output.contains("Still possible"))
    #expect(settled.output.contains("Nothing left open can change the verdict"))
    #expect(settled.output.contains("what is usual here holds: no go"))
  }

  @Test func theLastLineNeedsNoLineFeed() throws {
    let program = try Program()
    _ = try program.run("interview", "games/other", "--answers", "a.yaml", input: "text")
    #expect(
      try program.contents("a.yaml") == "scenario: games/other\nanswers:\n  # The task\n  task.input: text\n")
  }

  @Test func chineseThroughout() throws {
    let program = try Program()
    let outcome = try program.run(
      "interview", "nlp/sentiment-analysis", "--answers", "答卷.yaml", "--language", "zh",
      input: "文本\n不存在\n?\n不知道\n返回\n退出\n")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("没有选项“不存在”。"))
    #expect(outcome.output.contains("如何得出答案："))
    #expect(
      outcome.output.hasSuffix(
        "继续请运行：surefoot interview nlp/sentiment-analysis --answers 答卷.yaml --language zh\n"))
    let sheet = try program.contents("答卷.yaml")
    #expect(sheet.contains("task.input: text\n"))
    #expect(sheet.contains("task.output: unknown\n"))
    // Without the names of files and commands, nothing English is left but ids and units.
    #expect(!outcome.output.contains("Enter"))
    #expect(!outcome.output.contains("answered"))
  }

  @Test func aScenarioIsPickedFromTheList() throws {
    let program = try Program()
    let outcome = try program.run("interview", input: "99\nfraud\ngames/board-strategi\n11\nq\n")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Type a number from 1 to "))
    #expect(outcome.output.contains("Did you mean 'games/board-strategy'?"))
    #expect(outcome.output.contains("surefoot interview games/board-strategy\n"))
    let none = try program.run("interview", input: "")
    #expect(none.code == 2)
    #expect(none.log == "surefoot: no scenario was picked; name one: surefoot interview SCENARIO\n")
  }

  @Test func anAnswersFileIsGoneOnWith() throws {
    let program = try Program()
    try program.write(
      "# Notes of May\n# second line\nscenario: games/other\ntitle: Chess clock\nanswers:\n  task.input: {value: text, note: from the club}\n",
      to: "a.yaml")
    let outcome = try program.run("interview", "--answers", "a.yaml", input: "label\n")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Going on: 1 of "))
    let sheet = try program.contents("a.yaml")
    #expect(sheet.hasPrefix("# Notes of May\n# second line\nscenario: games/other\n"))
    #expect(sheet.contains("title: \"Chess clock\""))
    #expect(sheet.contains("note: \"from the club\""))
    #expect(sheet.contains("task.output: label"))
    let other = try program.run("interview", "nlp/other", "--answers", "a.yaml")
    #expect(other.code == 2)
    #expect(other.log == "surefoot: a.yaml holds answers for games/other, not for nlp/other\n")
  }

  @Test func theEndOffersTheAssessment() throws {
    let program = try Program()
    let outcome = try program.run(
      "interview", "games/other", "--answers", "a.yaml", input: String(repeating: "s\n", count: 8) + "y\n")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Not answered, counted as unknown:"))
    #expect(outcome.output.contains("Assess it now? [Y/n] y"))
    #expect(outcome.output.contains("Verdict: "))
    #expect(outcome.log.contains("no pilot: games/other has no sample data"))
    #expect(try program.files().contains("out/a/report.html"))
  }
}
