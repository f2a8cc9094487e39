import Datasets
import Evidence
import Knowledge
import Pilots
import Questionnaires
import Recommendations
import Scoring

/// The straight line from answers to the record: score, recommend, pilot, measure, score again, ask how firm it is.
///
/// - Parameters:
///   - journal: where the pilot writes what it finished, so that a killed run goes on from there.
///   - dataLoaded: told what was read and inferred before anything is trained.
///   - testPredictions: told what the pilot's winner predicted for the test rows.
///   - progress: told where the pilot is; what it throws ends the run.
///   - isCancelled: asked between batches.
/// - Throws: `AssessmentError` for a scenario the catalog does not hold; `DatasetError` for data that
///   cannot be used; `PilotError` when the pilot gives no result; what the journal throws.
public func assess(
  _ request: AssessmentRequest, in surroundings: Surroundings, journal: any PilotJournal,
  dataLoaded: (Dataset) -> Void = { _ in },
  testPredictions: (TestPredictions) -> Void = { _ in },
  progress: @escaping (PilotProgress) throws -> Void = { _ in },
  isCancelled: @escaping () -> Bool = { false }
) throws -> Assessment {
  let scorer = surroundings.scorer
  let knowledge = scorer.knowledge
  guard let scenario = knowledge.scenario(request.sheet.scenario) else {
    throw AssessmentError.unknownScenario(request.sheet.scenario)
  }
  let before = scorer.scorecard(for: request.sheet)
  let planned = recommend(
    scorecard: before, sheet: request.sheet, knowledge: knowledge, machine: surroundings.machine)
  let data = try pilotData(request, scenario, surroundings)
  var assessment = Assessment(
    id: identity(of: request, knowledge, dataFingerprint: data?.fingerprint),
    scenario: scenario.id, sheet: request.sheet, before: before, after: nil,
    sensitivity: scorer.sensitivity(for: request.sheet, seed: request.seed),
    recommendation: planned, pilot: nil, evidence: [],
    versions: Versions(
      engine: surroundings.engineVersion, catalog: knowledge.catalogVersion,
      rubrics: knowledge.rubricsVersion, seed: request.seed,
      dataFingerprint: data?.fingerprint),
    createdAt: surroundings.now)
  guard let data else { return assessment }

  dataLoaded(data.training)
  let pilot = try runPilot(
    dataset: data.training, heldOut: data.heldOut, configuration: planned.pilot, seed: request.seed,
    budgetSeconds: request.budgetSeconds, clock: surroundings.monotonicSeconds,
    memory: surroundings.peakMemoryBytes, journal: journal,
    testPredictions: testPredictions, progress: progress, isCancelled: isCancelled)
  // Where times are left out, a measured time must not move a score either: the record would differ from
  // run to run.
  let measured = observations(from: pilot).filter { surroundings.now != nil || !$0.id.isOfThisMachine }
  let after = scorer.scorecard(for: request.sheet, observations: measured)
  assessment.pilot = pilot
  assessment.evidence = evidence(measured, sheet: request.sheet, knowledge: knowledge)
  assessment.after = after
  assessment.sensitivity = scorer.sensitivity(
    for: request.sheet, observations: measured, seed: request.seed)
  assessment.recommendation = recommend(
    scorecard: after, sheet: request.sheet, knowledge: knowledge, machine: surroundings.machine,
    rarestClassShare: pilot.data.profile.rarestClassShare)
  // The pilot that ran is the one planned before it, whatever the evidence would plan now.
  assessment.recommendation.pilot = planned.pilot
  return assessment
}

extension ObservationID {
  /// Whether the number depends on the machine and the moment, and not on data and seed alone.
  fileprivate var isOfThisMachine: Bool {
    ["training-seconds", "prediction-seconds", "peak-memory-bytes"].contains(name)
  }
}

private struct PilotDatasets {
  var training: Dataset
  var heldOut: Dataset?

  /// Of the training rows, and of the test rows where a file of their own brought them.
  var fingerprint: String {
    ([training] + (heldOut.map { [$0] } ?? [])).map(\.fingerprint).joined(separator: "+")
  }
}

private func pilotData(
  _ request: AssessmentRequest, _ scenario: Scenario, _ surroundings: Surroundings
) throws -> PilotDatasets? {
  switch request.pilot {
  case .none: return nil
  case .sample:
    guard let sample = scenario.sampleData else { return nil }
    let data = try SampleData.load(sample, root: surroundings.samples, seed: request.seed)
    return PilotDatasets(training: data)
  case .files(let files):
    let training = try load(files.data)
    let heldOut = try files.heldOut.map {
      try applyHeldOut($0, to: training, encoding: files.data.encoding)
    }
    return PilotDatasets(training: training, heldOut: heldOut)
  }
}

/// Why an assessment could not begin.
public enum AssessmentError: Error, Hashable, Sendable {
  case unknownScenario(ScenarioID)
}
