/// A visibility expression of a SurveyJS form, read but not yet related to its questions.
indirect enum SurveyExpression: Hashable {
  case comparison(SurveyComparison)
  case all([SurveyExpression])
  case any([SurveyExpression])
  case not(SurveyExpression)
}

/// One question compared with values: `{fruit} contains ['apple', 'pear']`.
struct SurveyComparison: Hashable {
  enum Operator: String, CaseIterable, Hashable {
    case equal, notEqual, contains, notContains, anyOf, allOf, empty, notEmpty
    case greater, greaterOrEqual, less, lessOrEqual

    /// Whether a value follows.
    var takesValue: Bool { self != .empty && self != .notEmpty }
  }

  var question: String
  var comparison: Operator
  var values: [String]
  /// Whether the values stood in brackets.
  var isList: Bool
  /// Where it begins, in characters from 1.
  var offset: Int
}

extension SurveyComparison.Operator {
  /// The operator a sign or word stands for; words in any case.
  init?(written text: String) {
    switch text.lowercased() {
    case "=", "==", "equal": self = .equal
    case "<>", "!=", "notequal": self = .notEqual
    case "contains", "contain", "*=": self = .contains
    case "notcontains", "notcontain": self = .notContains
    case "anyof": self = .anyOf
    case "allof": self = .allOf
    case "empty": self = .empty
    case "notempty": self = .notEmpty
    case ">", "greater": self = .greater
    case ">=", "greaterorequal": self = .greaterOrEqual
    case "<", "less": self = .less
    case "<=", "lessorequal": self = .lessOrEqual
    default: return nil
    }
  }
}

/// Why an expression cannot be read.
struct SurveyExpressionFault: Error, Hashable {
  var expected: SurveyExpressionPart
  /// What stands there instead; empty at the end.
  var found: String
  /// In characters from 1.
  var offset: Int
}
