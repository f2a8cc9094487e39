/// One law or supervisory text, and what in it a set of answers triggers.
public struct Regulation: Hashable, Codable, Sendable {
  public var id: RegulationID
  public var title: LocalizedText
  /// The option of `regulation.jurisdictions` under which it applies at all.
  public var jurisdiction: OptionID
  public var source: SourceID
  /// Date of the text that was read: year, year-month or full date.
  public var date: String
  public var rules: [RegulationRule]

  /// The question whose options are the jurisdictions.
  public static let jurisdictionQuestion: QuestionID = "regulation.jurisdictions"
}

/// One provision: when it is triggered, and the duties that follow.
public struct RegulationRule: Hashable, Codable, Sendable {
  public var id: String
  public var article: String
  /// First day it applies, where the text applies in phases; nil when it applies already.
  public var appliesFrom: String?
  /// Nil when the jurisdiction alone triggers it.
  public var when: Condition?
  /// A fact the questionnaire does not ask; while it stands, the rule never applies for certain.
  public var alsoDependsOn: LocalizedText?
  /// What is triggered.
  public var what: LocalizedText
  public var duties: [Duty]
}

/// One thing to do, with who does it and when.
public struct Duty: Hashable, Codable, Sendable {
  public enum Owner: String, Codable, CaseIterable, Hashable, Sendable {
    case provider, deployer, developer
    case productOwner = "product-owner"
    case complianceOfficer = "compliance-officer"
    case dataProtectionOfficer = "data-protection-officer"
  }

  /// When in the life of a system it is due, earliest first.
  public enum Due: String, Codable, CaseIterable, Hashable, Sendable {
    case beforeData = "before-data"
    case beforeLaunch = "before-launch"
    case inOperation = "in-operation"
    case onRequest = "on-request"
    case afterIncident = "after-incident"
  }

  public var id: String
  public var owner: Owner
  public var due: Due
  public var article: String
  public var text: LocalizedText
}
