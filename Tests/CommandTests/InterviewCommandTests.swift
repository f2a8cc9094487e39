import Foundation
import Testing

@Suite struct InterviewCommandTests {
  @Test func aWholeInterviewThroughAPipe() throws {
    let program = try Program()
    // Enter takes what the scenario presets, and has nothing to take where it presets nothing.
    let lines = String(repeating: "\n", count: 8) + String(repeating: "u\n", count: 80)
    let outcome = try program.run(
      "interview", "games/board-strategy", "--order", "sections", input: lines)
    #expect(outcome.code == 0)
    #expect(outcome.log.isEmpty)
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(outcome.output.contains("Type an answer, or u if it is unknown."))
    #expect(try program.contents("games-board-strategy.yaml").contains("source: \"preset\""))
    #expect(outcome.output.contains("The interview is finished."))
    #expect(outcome.output.contains("Saved as games-board-strategy.yaml"))
    #expect(outcome.output.contains("surefoot assess games-board-strategy.yaml"))
    #expect(try program.files() == ["games-board-strategy.yaml"])
    // The sheet is complete and lawful, and no draft is left.
    #expect(try program.run("assess", "games-board-strategy.yaml", "--no-pilot", "--json").code == 0)
    #expect(!(try program.run().output.contains("Interview in progress")))
  }

  @Test func theEndOfTheInputSavesAndSaysHowToGoOn() throws {
    let program = try Program()
    let first = try program.run(
      "interview", "medical/disease-classification", "--order", "sections", input: "table\n2\n?\nxyz\n")
    #expect(first.code == 0)
    #expect(first.output.contains("No option 'xyz'."))
    #expect(first.output.contains("How to find it:"))
    #expect(
      first.output.hasSuffix(
        "Everything is saved. Go on with: surefoot interview medical/disease-classification --order sections\n"
      ))
    #expect(try program.run().output.contains("Interview in progress: surefoot interview medical/disease-"))
    let second = try program.run(
      "interview", "medical/disease-classification", "--order", "sections", input: "b\n\nq\n")
    #expect(second.output.contains("Going on: 2 of "))
    #expect(second.output.contains("So far: A number"))
    #expect(try program.files().isEmpty)
  }

  @Test func theLastLineNeedsNoLineFeed() throws {
    let program = try Program()
    _ = try program.run(
      "interview", "games/other", "--answers", "a.yaml", "--order", "sections", "--no-times",
      input: "text")
    #expect(
      try program.contents("a.yaml") == "scenario: games/other\nanswers:\n  # The task\n  task.input: text\n")
  }

  @Test func chineseThroughout() throws {
    let program = try Program()
    let outcome = try program.run(
      "interview", "nlp/sentiment-analysis", "--answers", "答卷.yaml", "--language", "zh", "--order",
      "sections", "--no-times",
      input: "文本\n不存在\n?\n不知道\n返回\n退出\n")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("没有选项“不存在”。"))
    #expect(outcome.output.contains("如何得出答案："))
    #expect(
      outcome.output.hasSuffix(
        "继续请运行：surefoot interview nlp/sentiment-analysis --answers 答卷.yaml --no-times --language zh --order sections\n"
      ))
    let sheet = try program.contents("答卷.yaml")
    #expect(sheet.contains("task.input: text\n"))
    #expect(sheet.contains("task.output: unknown\n"))
    // Without the names of files and commands, nothing English is left but ids and units.
    #expect(!outcome.output.contains("Enter"))
    #expect(!outcome.output.contains("answered"))
  }

  @Test func aScenarioIsPickedFromTheList() throws {
    let program = try Program()
    let listed = try program.run("catalog", "list").output.split(separator: "\n")
    let place = try #require(listed.firstIndex { $0.hasPrefix("games/board-strategy ") })
    let outcome = try program.run(
      "interview", input: "99\nfraud\ngames/board-strategi\n\(place + 1)\nq\n")
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
    let outcome = try program.run(
      "interview", "--answers", "a.yaml", "--order", "sections", "--no-times", input: "label\n")
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
      "interview", "games/other", "--answers", "a.yaml", "--order", "sections",
      input: String(repeating: "s\n", count: 8) + "y\n")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Not answered, counted as unknown:"))
    #expect(outcome.output.contains("Assess it now? [Y/n] y"))
    #expect(outcome.output.contains("Verdict: "))
    #expect(outcome.log.contains("no pilot: games/other has no sample data"))
    #expect(try program.files().contains("out/a/report.html"))
  }

  @Test func `what narrows the verdict most is asked first, and a settled verdict is told`() throws {
    let program = try Program()
    try program.write(
      "scenario: medical/other\nanswers: {privacy.personal-data: identified, privacy.legal-basis: absent}\n",
      to: "a.yaml")
    let outcome = try program.run("interview", "medical/other", "--answers", "a.yaml", input: "q\n")
    #expect(outcome.output.contains("However the rest is answered, the verdict will be: no go."))
    let finished = try program.run("interview", "games/other", "--answers", "b.yaml", input: "f\nn\n")
    #expect(finished.output.contains("The interview is finished."))
  }

  @Test func whoAnsweredAndWhenIsNoted() throws {
    let program = try Program()
    _ = try program.run(
      "interview", "games/other", "--answers", "a.yaml", "--order", "sections", input: "text\n")
    let plain = try program.contents("a.yaml")
    #expect(plain.firstMatch(of: /task.input: {value: text, at: 20\d\d-\d\d-\d\d}\n/) != nil)
    let left = try program.run(
      "interview", "games/other", "--answers", "b.yaml", "--by", "Li Na", "--order", "sections",
      input: "text\nq\n")
    #expect(left.output.hasSuffix("--answers b.yaml --order sections --by 'Li Na'\n"))
    let signed = try program.contents("b.yaml")
    #expect(signed.firstMatch(of: /by: "Li Na"\n    at: 20\d\d-\d\d-\d\d\n/) != nil)
  }
}
