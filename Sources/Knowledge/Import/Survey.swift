/// A SurveyJS form as far as it can be imported: pages of questions, in the form's own names.
struct Survey {
  struct Page {
    var name: String
    var title: [String: String]
    var visibleIf: SurveyCondition?
    var elements: [Element]
  }

  /// A question with what surrounds it.
  struct Element {
    var name: String
    var kind: PointsQuestion.Kind
    var title: [String: String]
    var help: [String: String]
    var choices: [Choice]
    /// Its panels' conditions, outermost first, then its own.
    var conditions: [SurveyCondition]
    /// The panel it stands in directly.
    var panel: Panel?
    /// For findings: `pages[2].elements[0]`.
    var path: String
    var position: SourcePosition
  }

  struct Panel {
    var name: String
    var title: [String: String]
  }

  struct Choice {
    var value: String
    var text: [String: String]
  }

  var pages: [Page]
  var title: [String: String]
  /// What was not imported and cannot change a score, one line of path and feature each.
  var leftOut: [SurveyRemark]
  /// Every language some text stands in; the form's own default first.
  var languages: [String]
}

/// An expression with its place in the form.
struct SurveyCondition {
  var expression: SurveyExpression
  var path: String
  var position: SourcePosition
}

/// Something about a form that a person should know: what was left out, or what stands in for what.
public struct SurveyRemark: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Shown text that is no question.
    case displayText
    /// A property about looks or convenience.
    case presentation(String)
    /// A text without a translation; the default language's stands in.
    case untranslated(language: String)
    /// A text the form leaves out altogether; the name stands in.
    case noText
    /// A comparison with a value no option has: it never holds.
    case neverHolds(value: String)
  }

  public var kind: Kind
  /// The place in the form.
  public var path: String

  public init(kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }
}
