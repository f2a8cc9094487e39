/// One piece of a visibility expression.
struct SurveyToken: Hashable {
  enum Kind: Hashable {
    /// `{name}`, without the braces.
    case question
    /// A quoted text, without the quotation marks.
    case text
    /// A bare word or number.
    case word
    /// `(`, `)`, `[`, `]`, `,` or an operator.
    case sign
    case end
  }

  var kind: Kind
  var text: String
  /// Where it begins, in characters from 1.
  var offset: Int
}

/// Cuts an expression into tokens; the last one is of kind `end`.
func surveyTokens(_ expression: String) throws(SurveyExpressionFault) -> [SurveyToken] {
  let characters = Array(expression)
  var tokens: [SurveyToken] = []
  var place = 0
  while place < characters.count {
    let character = characters[place]
    let start = place
    switch character {
    case _ where character.isWhitespace: place += 1
    case "{":
      let end = try closing("}", .closingBrace, characters, from: place + 1)
      let name = String(characters[(place + 1)..<end].drop { $0 == " " })
      tokens.append(SurveyToken(kind: .question, text: name.trimmingSpace, offset: start + 1))
      place = end + 1
    case "'", "\"":
      let end = try closing(character, .closingQuote, characters, from: place + 1)
      tokens.append(
        SurveyToken(kind: .text, text: String(characters[(place + 1)..<end]), offset: start + 1))
      place = end + 1
    case _ where isWordCharacter(character):
      while place < characters.count, isWordCharacter(characters[place]) { place += 1 }
      tokens.append(SurveyToken(kind: .word, text: String(characters[start..<place]), offset: start + 1))
    default:
      let sign = try longestSign(characters, at: place)
      tokens.append(SurveyToken(kind: .sign, text: sign, offset: start + 1))
      place += sign.count
    }
  }
  tokens.append(SurveyToken(kind: .end, text: "", offset: characters.count + 1))
  return tokens
}

private let signs = [
  "&&", "||", "==", "<>", "!=", ">=", "<=", "*=", "=", "<", ">", "!", "(", ")", "[", "]", ",",
]

private func longestSign(_ characters: [Character], at place: Int) throws(SurveyExpressionFault) -> String {
  let rest = String(characters[place..<min(place + 2, characters.count)])
  if let sign = signs.first(where: { rest.hasPrefix($0) }) { return sign }
  throw SurveyExpressionFault(expected: .symbol, found: String(characters[place]), offset: place + 1)
}

private func closing(
  _ mark: Character, _ part: SurveyExpressionPart, _ characters: [Character], from start: Int
) throws(SurveyExpressionFault) -> Int {
  if let end = characters[start...].firstIndex(of: mark) { return end }
  throw SurveyExpressionFault(expected: part, found: "", offset: characters.count + 1)
}

private func isWordCharacter(_ character: Character) -> Bool {
  character.isLetter || character.isNumber || "_-.#$".contains(character)
}
