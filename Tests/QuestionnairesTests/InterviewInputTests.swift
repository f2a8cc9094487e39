import Knowledge
import Questionnaires
import Testing

@Suite struct InterviewInputTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var question: QuestionID
    var typed: String
    var meant: InterviewInput
    var testDescription: String { "\(question): '\(typed)'" }
    init(_ question: QuestionID, _ typed: String, _ meant: InterviewInput) {
      (self.question, self.typed, self.meant) = (question, typed, meant)
    }
  }

  static let understood = [
    Row("task.output", "", .takeSuggestion),
    Row("task.output", " ? ", .help),
    Row("task.output", "？", .help),
    Row("task.output", "B", .back),
    Row("task.output", "上一题", .back),
    Row("task.output", "q", .quit),
    Row("task.output", "s", .skipSection(to: nil)),
    Row("task.output", "S data", .skipSection(to: "data")),
    Row("task.output", "u", .answer(.unknown)),
    Row("task.output", "不知道", .answer(.unknown)),
    Row("task.output", "2", .answer(.option("number"))),
    Row("task.output", "label", .answer(.option("label"))),
    Row("task.output", "FREE", .answer(.option("free-text"))),
    Row("task.output", "a num", .answer(.option("number"))),
    Row("task.output", "自由", .answer(.option("free-text"))),
    // "n" begins "number" where "not applicable" is not offered.
    Row("task.output", "n", .answer(.option("number"))),
    Row("task.checked", "n", .answer(.notApplicable)),
    Row("task.checked", "no", .answer(.option("no"))),
    Row("task.checked", "不适用", .answer(.notApplicable)),
    Row("data.places", "1,3", .answer(.options(["eu", "uk"]))),
    Row("data.places", "3 1", .answer(.options(["eu", "uk"]))),
    Row("data.places", "美国、欧盟", .answer(.options(["eu", "us"]))),
    Row("data.places", "united states", .answer(.options(["us"]))),
    Row("data.examples", "1200", .answer(.number(1200))),
    Row("data.examples", "1,200", .answer(.number(1200))),
    Row("data.examples", "12 000", .answer(.number(12000))),
    Row("data.examples", "12'000 examples", .answer(.number(12000))),
    Row("data.examples", "5k", .answer(.number(5000))),
    Row("data.examples", "0.12 million", .answer(.number(120_000))),
    Row("data.examples", "3万", .answer(.number(30000))),
    Row("data.examples", "１２００条", .answer(.number(1200))),
    Row("data.minutes", "-2.5", .answer(.number(-2.5))),
    Row("data.budget", "5000 EUR", .answer(.money(5000, currency: "EUR"))),
    Row("data.budget", "eur 5k", .answer(.money(5000, currency: "EUR"))),
    Row("data.budget", "€1.2m", .answer(.money(1_200_000, currency: "EUR"))),
    Row("data.budget", "4.35m$", .answer(.money(4_350_000, currency: "USD"))),
    Row("data.budget", "20万元", .answer(.money(200_000, currency: "CNY"))),
    Row("task.target", "85%", .answer(.number(0.85))),
    Row("task.target", "0.85", .answer(.number(0.85))),
  ]

  @Test(arguments: understood) func isUnderstood(_ row: Row) throws {
    let question = try MiniCatalog.question(row.question)
    #expect(try readInput(row.typed, for: question, currencies: MiniCatalog.knowledge.currencies) == row.meant)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    var question: QuestionID
    var typed: String
    var said: String
    var testDescription: String { "\(question): '\(typed)'" }
    init(_ question: QuestionID, _ typed: String, _ said: String) {
      (self.question, self.typed, self.said) = (question, typed, said)
    }
  }

  static let refused = [
    Refusal("task.output", "numbr", "No option 'numbr'. Did you mean 'number'?"),
    Refusal(
      "task.output", "xyz", "No option 'xyz'. Type its number or the beginning of its name; ? for help."),
    Refusal("task.output", "4", "There is no option 4; choose 1 to 3."),
    Refusal("task.output", "0", "There is no option 0; choose 1 to 3."),
    Refusal("task.output", "a ", "'a' could be label or number; type more of it."),
    Refusal("task.output", "n/a", "This question always applies; type u if the answer is unknown."),
    Refusal("data.places", "eu, zz", "No option 'zz'. Type its number or the beginning of its name; ? for help."),
    Refusal("data.places", ",", "No option ','. Type its number or the beginning of its name; ? for help."),
    Refusal("data.examples", "many", "'many' is not a number. Write it like 1200, 1,200, 1.2k or 3m."),
    Refusal("data.examples", "1,20", "'1,20' is not a number. Write it like 1200, 1,200, 1.2k or 3m."),
    Refusal("data.examples", "1.5", "1.5 is not a whole number."),
    Refusal("data.examples", "-1", "-1 is outside 0 to 1000000."),
    Refusal("data.examples", "50%", "A plain number is asked for here, not '50%'."),
    Refusal("data.budget", "5000", "Which currency? Write for example 5000 EUR."),
    Refusal("data.budget", "5000 EUX", "Unknown currency 'EUX'; did you mean EUR? Known: CNY, EUR, USD."),
    Refusal("data.budget", "¥5000", "Unknown currency '¥'. Known: CNY, EUR, USD."),
    Refusal("data.budget", "much", "'much' is not an amount. Write it like 5000 EUR or 1.2m USD."),
    Refusal("task.target", "85", "85 is outside 0 to 1."),
  ]

  @Test(arguments: refused) func isRefused(_ row: Refusal) throws {
    let question = try MiniCatalog.question(row.question)
    do throws(InputProblem) {
      _ = try readInput(row.typed, for: question, currencies: MiniCatalog.knowledge.currencies)
      Issue.record("'\(row.typed)' was accepted")
    } catch {
      #expect(error.text(in: .english) == row.said)
      #expect(error.text(in: .chinese).unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }
  }
}
