/// One application in a domain, with its facts, presets and target configurations.
public struct Scenario: Hashable, Codable, Sendable {
  public var id: ScenarioID
  public var domain: Domain
  public var title: LocalizedText
  public var summary: LocalizedText
  public var inputs: LocalizedText
  public var outputs: LocalizedText
  public var users: LocalizedText
  public var modality: Modality
  public var goodResult: GoodResult
  public var presets: [Preset]
  /// The scenario's own questions.
  public var questions: [Question]
  public var failureModes: [FailureMode]
  /// What to read, watch or use to learn more.
  public var learning: [LearningResource]
  /// The sample data set the pilot uses when a person brings none; nil for `<domain>/other`.
  public var sampleData: String?
  /// What kind of task the pilot trains.
  public var problem: ProblemKind
  public var pilot: PilotNote?
  public var targets: [ApproachID: TargetConfiguration]
}

extension ScenarioID {
  /// The domain its name begins with; nil for none of the six.
  public var domain: Domain? { Domain(rawValue: String(name.prefix { $0 != "/" })) }

  /// Whether it is a domain's entry for what the catalog does not know yet.
  public var isOther: Bool { name.hasSuffix("/other") }
}

/// What form the inputs have.
public enum Modality: String, Codable, CaseIterable, Hashable, Sendable {
  case tabular, text, image, audio
}

/// What a good result looks like, with published figures.
public struct GoodResult: Hashable, Codable, Sendable {
  public struct Figure: Hashable, Codable, Sendable {
    public var value: Double
    public var what: LocalizedText
    public var basis: [Basis]
  }

  /// The metric's id, for example `area-under-roc`.
  public var metric: String
  public var text: LocalizedText
  public var figures: [Figure]
}

/// An answer the scenario gives where a sheet says nothing.
public struct Preset: Hashable, Codable, Sendable {
  public var question: QuestionID
  /// As written in the file; read like an answer.
  public var value: String
  public var why: LocalizedText
  public var basis: [Basis]
}

public struct FailureMode: Hashable, Codable, Sendable {
  public var text: LocalizedText
  public var basis: [Basis]
}

/// What a pilot on the sample data stands for, and what it cannot show.
public struct PilotNote: Hashable, Codable, Sendable {
  /// The class whose probability counts; nil when the data decide.
  public var positive: String?
  /// The column that is kept out of the features and by which results are compared; nil for none.
  public var group: String?
  public var standsFor: LocalizedText
  public var doesNotShow: LocalizedText
}

/// The full-size configuration an approach means in a scenario.
public struct TargetConfiguration: Hashable, Codable, Sendable {
  /// A proper name such as BERT-base reads the same in every language.
  public var name: LocalizedText
  /// The catalog's model it starts from; nil where it names its own sizes.
  public var model: ModelID?
  /// That of `model` where one is named.
  public var architecture: Architecture
  /// Tokens, patches or frames an example; nil where that has no meaning.
  public var sequence: Int?
  public var batch: Int?
  public var epochs: Double?
  public var learningRate: Double?
  /// `full`, `lora` or `none`.
  public var method: String?
  public var advice: LocalizedText
  public var basis: [Basis]
}
