/// What can be wrong with a questionnaire scored by points, beyond what any knowledge file can get wrong.
public enum PointsProblem: Hashable, Sendable {
  case missingText(language: String)
  case maximumDiffers(area: String, stated: Double, found: Double)
  /// Questions whose conditions wait for one another.
  case circle([String])
  case boundsNotRising
  case scoredTwice(question: String)
  case textScored(question: String)
  case notOneRubric(count: Int)
  /// A feature of the imported form that has no counterpart; `path` is its place in that form.
  case unsupported(feature: String, path: String)
  /// A visibility expression that cannot be read; `offset` counts characters from 1.
  case expression(expected: SurveyExpressionPart, found: String, offset: Int, path: String)
  case nothingScored
}

/// What may stand at one place of a visibility expression.
public enum SurveyExpressionPart: String, Hashable, Sendable {
  case question, comparison, value, closingParenthesis, closingBracket, closingQuote, closingBrace
  case joinOrEnd, symbol
}

extension PointsProblem {
  var english: String {
    switch self {
    case .missingText(let language): "the text is missing in '\(language)'"
    case .maximumDiffers(let area, let stated, let found):
      "the maximum of '\(area)' is given as \(stated.shortest), but its questions add up to \(found.shortest)"
    case .circle(let names):
      "these questions are shown depending on one another: \(names.joined(separator: ", "))"
    case .boundsNotRising: "the bounds must rise"
    case .scoredTwice(let question): "the question '\(question)' is scored in two areas"
    case .textScored(let question): "the question '\(question)' is answered in words and cannot score"
    case .notOneRubric(let count): "\(count) rubrics; a points catalog has exactly one, of kind points"
    case .unsupported(let feature, let path): "\(path): \(feature) is not supported"
    case .expression(let part, let found, let offset, let path):
      "\(path): expected \(part.english) at character \(offset), found \(found.isEmpty ? "the end" : "'\(found)'")"
    case .nothingScored: "no question scores; the rule's suffixes name which ones do"
    }
  }

  var chinese: String {
    switch self {
    case .missingText(let language): "缺少“\(language)”文本"
    case .maximumDiffers(let area, let stated, let found):
      "“\(area)”写明的最高分是 \(stated.shortest)，但其问题合计为 \(found.shortest)"
    case .circle(let names): "这些问题的显示条件互相依赖：\(names.joined(separator: "、"))"
    case .boundsNotRising: "界限必须递增"
    case .scoredTwice(let question): "问题“\(question)”在两个领域中计分"
    case .textScored(let question): "问题“\(question)”以文字回答，不能计分"
    case .notOneRubric(let count): "有 \(count) 份评估准则；积分制知识库应恰好有一份，且类型为 points"
    case .unsupported(let feature, let path): "\(path)：不支持 \(feature)"
    case .expression(let part, let found, let offset, let path):
      "\(path)：第 \(offset) 个字符处应为\(part.chinese)，实际是\(found.isEmpty ? "结尾" : "“\(found)”")"
    case .nothingScored: "没有任何问题计分；规则中的后缀决定哪些问题计分"
    }
  }
}

extension SurveyExpressionPart {
  var english: String {
    switch self {
    case .question: "a question in braces, such as {name}"
    case .comparison: "a comparison such as =, <>, contains, anyof or notempty"
    case .value: "a value, such as 'item1' or ['item1', 'item2']"
    case .closingParenthesis: "')'"
    case .closingBracket: "',' or ']'"
    case .closingQuote: "the closing quotation mark"
    case .closingBrace: "'}'"
    case .joinOrEnd: "'and', 'or' or the end"
    case .symbol: "a question, a value or an operator"
    }
  }

  var chinese: String {
    switch self {
    case .question: "花括号中的问题，例如 {name}"
    case .comparison: "比较，例如 =、<>、contains、anyof 或 notempty"
    case .value: "一个值，例如 'item1' 或 ['item1', 'item2']"
    case .closingParenthesis: "“)”"
    case .closingBracket: "“,”或“]”"
    case .closingQuote: "右引号"
    case .closingBrace: "“}”"
    case .joinOrEnd: " and、or 或结尾"
    case .symbol: "问题、值或运算符"
    }
  }
}
