/// Everything the assessment knows, checked and ready to use.
public struct KnowledgeBase: Sendable {
  /// In the order they are asked.
  public var sections: [QuestionSection]
  /// The core questions in the order they are asked.
  public var questions: [Question]
  public var scenarios: [Scenario]
  /// In the order of their cost.
  public var approaches: [Approach]
  public var rubrics: [Rubric]
  public var policy: Policy
  public var sources: [Source]
  /// Published models by id.
  public var models: [BaseModel]
  /// Computers and accelerators by id.
  public var devices: [Device]
  /// Base units for one unit of each currency.
  public var currencies: [String: Double]
  public var baseCurrency: String
  /// What work and machines cost; nil where the catalog has no prices, and then nothing is priced.
  public var prices: Prices?
  /// Fingerprint of the catalog's files.
  public var catalogVersion: String
  /// The policy's version and a fingerprint of the rubric files.
  public var rubricsVersion: String
  public var conflicts: [ConflictRule] = []
  public var regulations: [Regulation] = []
  public var mitigations: [MitigationEntry] = []
  public var cases: [DocumentedCase] = []
  /// In the order of the file.
  public var glossary: [GlossaryTerm] = []

  public init(
    sections: [QuestionSection], questions: [Question], scenarios: [Scenario], approaches: [Approach],
    rubrics: [Rubric], policy: Policy, sources: [Source], currencies: [String: Double],
    baseCurrency: String, catalogVersion: String, rubricsVersion: String, models: [BaseModel] = [],
    devices: [Device] = [], prices: Prices? = nil
  ) {
    self.sections = sections
    self.questions = questions
    self.scenarios = scenarios
    self.approaches = approaches
    self.rubrics = rubrics
    self.policy = policy
    self.sources = sources
    self.models = models
    self.devices = devices
    self.currencies = currencies
    self.baseCurrency = baseCurrency
    self.catalogVersion = catalogVersion
    self.rubricsVersion = rubricsVersion
    self.prices = prices
  }

  public func scenario(_ id: ScenarioID) -> Scenario? {
    scenarios.first { $0.id == id }
  }

  public func approach(_ id: ApproachID) -> Approach? {
    approaches.first { $0.id == id }
  }

  public func rubric(_ id: RubricID) -> Rubric? {
    rubrics.first { $0.id == id }
  }

  public func model(_ id: ModelID) -> BaseModel? {
    models.first { $0.id == id }
  }

  public func device(_ id: DeviceID) -> Device? {
    devices.first { $0.id == id }
  }

  public func source(_ id: SourceID) -> Source? {
    sources.first { $0.id == id }
  }

  /// A core question, or one of the scenario's own.
  public func question(_ id: QuestionID, in scenario: ScenarioID? = nil) -> Question? {
    if let question = questions.first(where: { $0.id == id }) { return question }
    guard let scenario else { return nil }
    return self.scenario(scenario)?.questions.first { $0.id == id }
  }
}
