import Assessments
import Datasets
import Knowledge
import Pilots
import Recommendations

/// What a project will hold, checked once before anything is written.
struct ExportPlan {
  let request: ExportRequest
  let configuration: ModelConfiguration
  let settings: TrainingSettings
  let program: TargetProgram
  let split: PilotSplit

  init(_ request: ExportRequest) throws {
    let assessment = request.assessment
    self.request = request
    configuration = try Self.configuration(request)
    program = try Self.program(configuration, request)
    guard let scenario = request.knowledge.scenario(assessment.scenario),
      let settings = TrainingSettings(
        approach: configuration.approach, scenario: scenario, sheet: assessment.sheet,
        knowledge: request.knowledge, rarestClassShare: Self.rarestShare(request))
    else { throw ExportError.noTarget(configuration.approach, assessment.scenario) }
    self.settings = settings
    if let pilot = assessment.pilot, pilot.data.fingerprint != request.data.fingerprint {
      throw ExportError.otherData(
        expected: "\(pilot.data.name), \(pilot.data.rows)", rows: request.data.training.rows)
    }
    split = try PilotSplit(
      dataset: request.data.training, heldOut: request.data.heldOut,
      configuration: assessment.recommendation.pilot, seed: Self.seed(assessment))
    try Self.check(program, configuration.approach, request.data.training)
  }

  var assessment: Assessment { request.assessment }
  var seed: UInt64 { Self.seed(assessment) }
  var dataset: Dataset { request.data.training }
  var language: Language { request.language }

  /// What the pilot's candidate scored on the same test rows; nil where it did not run.
  func measured(_ candidate: PilotCandidate) -> CandidateResult? {
    assessment.pilot?.candidates.first { $0.candidate == candidate }
  }

  private static func seed(_ assessment: Assessment) -> UInt64 {
    assessment.pilot?.seed ?? assessment.versions.seed
  }

  private static func rarestShare(_ request: ExportRequest) -> Double? {
    (request.assessment.pilot?.data.profile ?? profile(request.data.training)).rarestClassShare
  }

  /// The record's own configuration for the recommended approach; one drawn up anew for another.
  private static func configuration(_ request: ExportRequest) throws -> ModelConfiguration {
    let recommendation = request.assessment.recommendation
    let approach = request.approach ?? recommendation.recommended
    if approach == recommendation.recommended { return recommendation.target }
    guard let drawn = configuration(of: approach, request) else {
      throw ExportError.noTarget(approach, request.assessment.scenario)
    }
    return drawn
  }

  private static func configuration(of approach: ApproachID, _ request: ExportRequest)
    -> ModelConfiguration?
  {
    targetConfiguration(
      of: approach, in: request.assessment.scenario, sheet: request.assessment.sheet,
      knowledge: request.knowledge, rarestClassShare: rarestShare(request))
  }

  private static func program(
    _ configuration: ModelConfiguration, _ request: ExportRequest
  ) throws -> TargetProgram {
    if let program = TargetProgram.find(configuration) { return program }
    let instead = request.assessment.recommendation.ranked.map(\.id).first { id in
      guard id != configuration.approach, let other = Self.configuration(of: id, request),
        let program = TargetProgram.find(other)
      else { return false }
      return (try? check(program, id, request.data.training)) != nil
    }
    throw configuration.approach == .noAI
      ? ExportError.nothingToTrain(instead: instead)
      : ExportError.noProgram(configuration.approach, name: configuration.name, instead: instead)
  }

  /// Whether the program can read the rows and answer their task.
  private static func check(_ program: TargetProgram, _ approach: ApproachID, _ dataset: Dataset) throws {
    let found = dataset.modality.rawValue
    if let reads = program.reads, reads.rawValue != found, !(reads == .text && hasTexts(dataset)) {
      throw ExportError.otherInput(reads: reads, found: found)
    }
    guard case .prompt = program else { return }
    if case .grid = dataset.plainRows { throw ExportError.otherInput(reads: .text, found: found) }
    if dataset.task == .regression { throw ExportError.classesOnly(approach) }
  }

  private static func hasTexts(_ dataset: Dataset) -> Bool {
    guard case .columns(let columns) = dataset.plainRows else { return false }
    return columns.contains { $0.kind == .text }
  }
}
