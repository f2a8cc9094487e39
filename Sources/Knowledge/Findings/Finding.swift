/// One fault in a file a person wrote: where, what, what was expected, and the nearest known name.
public struct Finding: Error, Hashable, Sendable {
  /// The facts; wording stands in `Finding+Wording.swift`.
  public enum Problem: Hashable, Sendable {
    /// The parser's own words.
    case syntax(String)
    case jsonSyntax(JSONFault)
    case emptyFile
    case keyNotText
    /// An alias (`*name`) of a value that has aliases itself.
    case nestedAlias(String)
    /// More than `limit` lists and mappings inside one another.
    case tooDeep(limit: Int)
    case duplicateKey(String)
    case unreadable(reason: String)
    /// A file that should be there; the path as shown.
    case missingFile
    case unknownKey(String, known: [String])
    case missingKey(String)
    /// Two keys of which only one may stand.
    case bothGiven(String, String)
    case expected(Expectation, found: String)
    /// A name that is not one of those known; `kind` is `question`, `option`, `criterion`, …
    case unknownName(kind: String, name: String, known: [String])
    case duplicateName(kind: String, name: String)
    case missingTranslation(language: Language)
    case outOfRange(name: String, value: Double, lower: Double, upper: Double)
    case weightsDoNotAddUp(what: String, sum: Double)
    case tooFew(what: String, count: Int, atLeast: Int)
    case missingBasis(what: String)
    case unreachableQuestion(String)
    case unreachableRule(String)
    case unusedQuestion(String)
    case unusedSource(String)
    case missingEntry(what: String, name: String)
    case optionsNotCovered(question: String, missing: [String])
    case wrongDemand(criterion: String, supply: String)
    case wrongPlace(expected: String, found: String)
    /// An answer to a question that is not in the file's scenario.
    case questionOfAnotherScenario(question: String, scenario: String)
    case notAllowed(what: String, question: String)
    case unknownCurrency(String, known: [String])
    /// A number with a currency or a percent sign where the question takes none.
    case unitNotTaken(question: String, found: String)
    case chosenTwice(option: String)
    /// A line longer than any answer sheet, in bytes.
    case lineTooLong(limit: Int)
    /// What is wrong with a questionnaire scored by points, or with the form it is imported from.
    case points(PointsProblem)
  }

  /// What kind of value stands expected.
  public enum Expectation: String, Hashable, Sendable {
    case text, number, wholeNumber, boolean, list, mapping, localizedText, money, scalar, date, day
    case identifier
  }

  public var problem: Problem
  public var position: SourcePosition

  public init(_ problem: Problem, at position: SourcePosition) {
    self.problem = problem
    self.position = position
  }
}

/// Several findings thrown together.
public struct Findings: Error, Sendable {
  public var list: [Finding]

  public init(_ list: [Finding]) {
    self.list = list
  }
}
