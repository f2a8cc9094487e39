/// Reads a visibility expression: `or` binds loosest, then `and`, then `not`, then comparisons.
func parseSurveyExpression(_ text: String) throws(SurveyExpressionFault) -> SurveyExpression {
  var parser = Parser(tokens: try surveyTokens(text))
  let expression = try parser.disjunction()
  guard parser.next.kind == .end else { throw parser.fault(.joinOrEnd) }
  return expression
}

private struct Parser {
  let tokens: [SurveyToken]
  var place = 0

  init(tokens: [SurveyToken]) {
    self.tokens = tokens
  }

  var next: SurveyToken { tokens[place] }

  func fault(_ part: SurveyExpressionPart) -> SurveyExpressionFault {
    SurveyExpressionFault(expected: part, found: next.text, offset: next.offset)
  }

  mutating func disjunction() throws(SurveyExpressionFault) -> SurveyExpression {
    var parts = [try conjunction()]
    while take("or", "||") { parts.append(try conjunction()) }
    return parts.count > 1 ? .any(parts) : parts[0]
  }

  private mutating func conjunction() throws(SurveyExpressionFault) -> SurveyExpression {
    var parts = [try negation()]
    while take("and", "&&") { parts.append(try negation()) }
    return parts.count > 1 ? .all(parts) : parts[0]
  }

  private mutating func negation() throws(SurveyExpressionFault) -> SurveyExpression {
    if take("not", "!") || take("negate") { return .not(try negation()) }
    guard take("(") else { return .comparison(try comparison()) }
    let inner = try disjunction()
    guard take(")") else { throw fault(.closingParenthesis) }
    return inner
  }

  private mutating func comparison() throws(SurveyExpressionFault) -> SurveyComparison {
    guard next.kind == .question else { throw fault(.question) }
    let question = next
    place += 1
    guard next.kind == .sign || next.kind == .word,
      let comparison = SurveyComparison.Operator(written: next.text)
    else { throw fault(.comparison) }
    place += 1
    var values: [String] = []
    let isList = comparison.takesValue && next.kind == .sign && next.text == "["
    if isList {
      values = try list()
    } else if comparison.takesValue {
      values = [try value()]
    }
    return SurveyComparison(
      question: question.text, comparison: comparison, values: values, isList: isList,
      offset: question.offset)
  }

  private mutating func list() throws(SurveyExpressionFault) -> [String] {
    place += 1
    var values = [try value()]
    while take(",") { values.append(try value()) }
    guard take("]") else { throw fault(.closingBracket) }
    return values
  }

  private mutating func value() throws(SurveyExpressionFault) -> String {
    guard next.kind == .text || next.kind == .word else { throw fault(.value) }
    place += 1
    return tokens[place - 1].text
  }

  /// Steps over a sign or word when one of these stands here; a quoted text is neither.
  private mutating func take(_ written: String...) -> Bool {
    guard next.kind == .sign || next.kind == .word, written.contains(next.text.lowercased()) else {
      return false
    }
    place += 1
    return true
  }
}
