import Knowledge

/// What each plain way to answer one question means.
///
/// The meanings come from `AnswerReader`, asked once for every text, and from the functions it reads numbers with.
final class PlainQuestion: Sendable {
  private let texts: ByteTable<ResolvedAnswer>
  /// Of a number question.
  private let form: NumberForm?
  private let takesSeveral: Bool
  private let unknown: ResolvedAnswer
  private let currencies: PlainCurrencies

  init(_ index: Int, in questionnaire: Questionnaire, _ currencies: PlainCurrencies) {
    let question = questionnaire.questions[index]
    let reader = AnswerReader(currencies: questionnaire.rates)
    let nowhere = SourcePosition(file: "", line: 1, column: 1)
    texts = ByteTable(
      (["unknown", "not-applicable"] + question.options.map(\.id.name)).compactMap { text in
        var findings: [Finding] = []
        let node = SourceNode(content: .scalar(text, quoted: true), position: nowhere)
        let answer = reader.answer(node, to: question, &findings)
        return answer.map { (text, questionnaire.resolved($0.value, of: index, origin: .answered)) }
      })
    form = if case .number(let form) = question.kind { form } else { nil }
    takesSeveral = if case .choices = question.kind { true } else { false }
    unknown = questionnaire.unknowns[index]
    self.currencies = currencies
  }

  /// The answer at the cursor; nil where it is not plain.
  func answer(_ json: inout PlainJSON) -> ResolvedAnswer? {
    switch json.next() {
    case UInt8(ascii: "\""):
      guard let text = json.text() else { return nil }
      if let answer = texts.value(of: text, in: json.bytes) { return answer }
      guard form?.kind == .money else { return nil }
      return currencies.amount(text, in: json.bytes).flatMap(number)
    case UInt8(ascii: "["): return takesSeveral ? several(&json) : nil
    case UInt8(ascii: "{"): return noted(&json)
    default: return json.number().flatMap { number(Quantity(number: $0, mark: nil)) }
    }
  }

  private func number(_ quantity: Quantity) -> ResolvedAnswer? {
    guard let form,
      let value = try? readNumber(quantity, writtenAs: "", form: form, currencies: currencies.rates)
    else { return nil }
    return readAnswer(value, options: [], unknown: unknown, origin: .answered, rates: currencies.rates)
  }

  private func several(_ json: inout PlainJSON) -> ResolvedAnswer? {
    var chosen = ResolvedAnswer(origin: .answered)
    guard json.take(UInt8(ascii: "[")) else { return nil }
    repeat {
      guard let text = json.text(), let option = texts.value(of: text, in: json.bytes),
        option.origin == .answered, chosen.options & option.options == 0
      else { return nil }
      chosen.options |= option.options
    } while json.take(UInt8(ascii: ","))
    return json.take(UInt8(ascii: "]")) ? chosen : nil
  }

  /// `{"value": …, "note": …, "source": …, "by": …, "at": …}`: only the value is kept.
  private func noted(_ json: inout PlainJSON) -> ResolvedAnswer? {
    var answer: ResolvedAnswer?
    var seen: Set<Int> = []
    guard json.take(UInt8(ascii: "{")) else { return nil }
    repeat {
      guard let name = json.text(), let key = noteKeys.value(of: name, in: json.bytes),
        seen.insert(key).inserted, json.take(UInt8(ascii: ":"))
      else { return nil }
      if key == 0 {
        guard json.next() != UInt8(ascii: "{"), let value = self.answer(&json) else { return nil }
        answer = value
      } else {
        guard let words = json.words(), key != 4 || isDay(words) else { return nil }
      }
    } while json.take(UInt8(ascii: ","))
    return json.take(UInt8(ascii: "}")) ? answer : nil
  }
}

private let noteKeys = ByteTable<Int>([("value", 0), ("note", 1), ("source", 2), ("by", 3), ("at", 4)])
