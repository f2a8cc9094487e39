import Knowledge

/// A sheet as the scoring reads it: every question of its scenario with what it was answered, by index.
public struct ResolvedSheet: Hashable, Sendable {
  /// What its line calls it.
  public var id: String?
  public var scenario: ScenarioID
  /// In the questionnaire's order, after conditions have hidden what they hide.
  public var answers: [ResolvedAnswer]

  public init(id: String? = nil, scenario: ScenarioID, answers: [ResolvedAnswer]) {
    self.id = id
    self.scenario = scenario
    self.answers = answers
  }
}

/// Reads many sheets for scoring: plainly written JSON the quick way, all else through `AnswerSheetReader`.
///
/// The thorough reader says what an answer means and what is wrong with a sheet. The quick one takes only
/// sheets that the other finds nothing wrong with, and comes to the same answers.
public struct ResolvedSheetReader: Sendable {
  private let plain: PlainSheetReader
  private let thorough: AnswerSheetReader
  private let questionnaires: [ScenarioID: Questionnaire]
  private let core: Questionnaire

  public init(knowledge: KnowledgeBase, questionnaires: [ScenarioID: Questionnaire]) {
    core = Questionnaire(knowledge: knowledge, scenario: nil)
    plain = PlainSheetReader(questionnaires: questionnaires.values, core: core)
    thorough = AnswerSheetReader(knowledge: knowledge)
    self.questionnaires = questionnaires
  }

  /// The sheet in a line or file of JSON.
  ///
  /// - Throws: every finding, in the order of the text.
  public func read(
    json bytes: [UInt8], file: String, firstLine: Int = 1
  ) throws(Findings) -> ResolvedSheet {
    if let sheet = readPlainly(bytes) { return sheet }
    let node: SourceNode
    do { node = try parseJSONSource(bytes, file: file, firstLine: firstLine) } catch {
      throw Findings([error])
    }
    return try read(node)
  }

  /// The sheet in a parsed file.
  public func read(_ node: SourceNode) throws(Findings) -> ResolvedSheet {
    let named = try thorough.read(node)
    let questionnaire = questionnaires[named.sheet.scenario] ?? core
    return ResolvedSheet(
      id: named.id, scenario: named.sheet.scenario, answers: questionnaire.resolve(named.sheet))
  }

  /// The sheet by the quick way alone; nil where that does not take it, lawful or not.
  public func readPlainly(_ bytes: [UInt8]) -> ResolvedSheet? { plain.read(bytes) }
}
