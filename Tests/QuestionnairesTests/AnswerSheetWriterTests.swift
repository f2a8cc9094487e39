import Knowledge
import Questionnaires
import Testing

@Suite struct AnswerSheetWriterTests {
  @Test func answersStandInTheOrderTheyAreAsked() {
    let sheet = AnswerSheet(
      scenario: "nlp/letters", title: "Letters",
      answers: [
        "letters.language": Answer(.option("one")),
        "data.places": Answer(.options(["eu", "us"])),
        "data.budget": Answer(.money(5000, currency: "EUR")),
        "task.output": Answer(.option("label"), note: "said \"so\"\nin May", by: "J. Doe"),
        "task.target": Answer(.number(0.85)),
      ])
    #expect(
      writeAnswerSheet(sheet, knowledge: MiniCatalog.knowledge) == #"""
        scenario: nlp/letters
        title: "Letters"
        answers:
          # Task
          task.output:
            value: label
            note: "said \"so\"\nin May"
            by: "J. Doe"
          task.target: 0.85
          # Data
          data.budget: 5000 EUR
          data.places: [eu, us]
          # letters
          letters.language: one

        """#)
  }

  /// Numbers and texts of every odd kind come back unchanged.
  @Test func whatIsWrittenReadsBackTheSame() throws {
    let texts = [
      "plain", " spaces around ", "# hash: colon", "'single' \"double\" \\", "line\nline\r\n\ttab", "中文，标点。",
      "\u{85}\u{2028}\u{feff}\u{7f}\u{1}", "emoji 👩‍🔬", "- dash", "{brace", "null", "~", "%", "@", "a\u{301}",
    ]
    let numbers = [0, 1, 999_999, 0.1, 0.1 + 0.2, -2.5, 1e-12, 99.999_999_999_999]
    for (index, text) in texts.enumerated() {
      let number = numbers[index % numbers.count]
      let sheet = AnswerSheet(
        scenario: "nlp/letters", title: text,
        answers: [
          "data.minutes": Answer(.number(min(number, 100)), note: text, source: text, by: text),
          "data.budget": Answer(.money(abs(number), currency: "CNY")),
          "task.checked": Answer(.notApplicable, note: text),
          "data.delay": Answer(.unknown),
        ])
      let written = writeAnswerSheet(sheet, knowledge: MiniCatalog.knowledge)
      #expect(try readAnswerSheet(written, file: "a", knowledge: MiniCatalog.knowledge) == sheet)
    }
  }

  @Test func anEmptySheetReadsBack() throws {
    let sheet = AnswerSheet(scenario: "vision/pictures", answers: [:])
    let written = writeAnswerSheet(sheet, knowledge: MiniCatalog.knowledge)
    #expect(written == "scenario: vision/pictures\nanswers: {}\n")
    #expect(try readAnswerSheet(written, file: "a", knowledge: MiniCatalog.knowledge) == sheet)
  }
}
