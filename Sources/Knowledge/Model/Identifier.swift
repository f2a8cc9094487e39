/// A stable name from the knowledge files; the type parameter says what it names.
///
/// Written and read as a plain string, also as a dictionary key.
public struct Identifier<Named>: Hashable, Sendable {
  public let name: String

  public init(_ name: String) {
    self.name = name
  }
}

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral name: String) {
    self.init(name)
  }
}

extension Identifier: CustomStringConvertible {
  public var description: String { name }
}

extension Identifier: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.name < right.name }
}

extension Identifier: Codable {
  public init(from decoder: any Decoder) throws {
    name = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

extension Identifier: CodingKeyRepresentable {
  public var codingKey: any CodingKey { NameKey(stringValue: name) }

  public init?<Key: CodingKey>(codingKey: Key) {
    name = codingKey.stringValue
  }
}

private struct NameKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

public typealias QuestionID = Identifier<Question>
public typealias SectionID = Identifier<QuestionSection>
public typealias OptionID = Identifier<QuestionOption>
public typealias ScenarioID = Identifier<Scenario>
public typealias RubricID = Identifier<Rubric>
/// `rubric.criterion`, for example `data.enough-labels`.
public typealias CriterionID = Identifier<Criterion>
/// `rubric.risk`, for example `data.proxy-label`.
public typealias RiskID = Identifier<Risk>
/// `rubric.veto`, for example `privacy.no-legal-basis`.
public typealias VetoID = Identifier<Veto>
/// Names the same safeguard in every risk it lowers.
public typealias MitigationID = Identifier<Mitigation>
public typealias ConflictID = Identifier<ConflictRule>
public typealias RegulationID = Identifier<Regulation>
public typealias CaseID = Identifier<DocumentedCase>
public typealias TermID = Identifier<GlossaryTerm>
public typealias SourceID = Identifier<Source>
/// One kind of measured fact, for example `gain-over-baseline`.
public typealias ObservationID = Identifier<Measurement>
public typealias ModelID = Identifier<BaseModel>
public typealias DeviceID = Identifier<Device>
