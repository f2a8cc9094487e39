import Datasets
import Evidence
import Foundation
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
  dataLoaded: (PilotInput) -> Void = { _ in },
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
  let data = try PilotInput(request, scenario, samples: surroundings.samples)
  var assessment = Assessment(
    id: identity(of: request, knowledge, dataFingerprint: data?.fingerprint),
    scenario: scenario.id, sheet: request.sheet, before: before, after: nil,
    sensitivity: request.wantsSensitivity && data == nil
      ? scorer.sensitivity(for: request.sheet, seed: request.seed) : nil,
    recommendation: planned, pilot: nil, evidence: [],
    versions: Versions(
      engine: surroundings.engineVersion, catalog: knowledge.catalogVersion,
      rubrics: knowledge.rubricsVersion, seed: request.seed,
      dataFingerprint: data?.fingerprint),
    conflicts: scorer.questionnaire(for: scenario.id).conflicts(
      in: request.sheet, among: knowledge.conflicts),
    rules: triggeredRules(for: request.sheet, knowledge: knowledge),
    cases: nearestCases(to: request.sheet, knowledge: knowledge),
    createdAt: surroundings.now)
  guard let data else { return assessment }

  dataLoaded(data)
  var pilot =
    switch data {
    case .labelled(let data):
      try runPilot(
        dataset: data.training, heldOut: data.heldOut, configuration: planned.pilot, seed: request.seed,
        budgetSeconds: request.budgetSeconds, clock: surroundings.monotonicSeconds,
        memory: surroundings.peakMemoryBytes, journal: journal, testPredictions: testPredictions,
        progress: progress, isCancelled: isCancelled)
    case .problem(let problem):
      try runPilot(
        problem, configuration: planned.pilot, seed: request.seed, budgetSeconds: request.budgetSeconds,
        clock: surroundings.monotonicSeconds, memory: surroundings.peakMemoryBytes, journal: journal,
        progress: progress, isCancelled: isCancelled)
    }
  pilot.data.control = request.control
  // Where times are left out, a measured time must not move a score either: the record would differ from
  // run to run.
  let measured = observations(from: pilot).filter { surroundings.now != nil || !$0.id.isOfThisMachine }
  let after = scorer.scorecard(for: request.sheet, observations: measured)
  assessment.pilot = pilot
  assessment.evidence = evidence(measured, sheet: request.sheet, knowledge: knowledge)
  assessment.after = after
  if request.wantsSensitivity {
    assessment.sensitivity = scorer.sensitivity(
      for: request.sheet, observations: measured, seed: request.seed)
  }
  assessment.recommendation = recommend(
    scorecard: after, sheet: request.sheet, knowledge: knowledge, machine: surroundings.machine,
    rarestClassShare: pilot.data.profile.rarestClassShare, measured: measuredShares(pilot))
  // The pilot that ran is the one planned before it, whatever the evidence would plan now.
  assessment.recommendation.pilot = planned.pilot
  return assessment
}

/// The scores of the candidates on the person's own test rows, by the approach each stands for.
///
/// The naive baseline stands for no rule that anybody would use; an error in target units is no share.
private func measuredShares(_ pilot: PilotResult) -> [ApproachID: MeasuredShare] {
  guard pilot.data.origin == .user, pilot.isShare else { return [:] }
  var shares: [ApproachID: MeasuredShare] = [:]
  // Of two candidates for one approach the one that did better in validation speaks for it.
  let ordered = pilot.candidates.sorted { $0.validation.value < $1.validation.value }
  for result in ordered where result.candidate != .baseline {
    guard let approach = PilotCandidate.usualApproaches[result.candidate] else { continue }
    shares[approach] = MeasuredShare(
      low: result.test.low, value: result.test.value, high: result.test.high)
  }
  return shares
}

extension ObservationID {
  /// Whether the number depends on the machine and the moment, and not on data and seed alone.
  fileprivate var isOfThisMachine: Bool {
    ["training-seconds", "prediction-seconds", "peak-memory-bytes"].contains(name)
  }
}

/// Why an assessment could not begin.
public enum AssessmentError: Error, Hashable, Sendable {
  case unknownScenario(ScenarioID)
  /// Test data of their own were given for a task that splits its examples itself.
  case testDataNotTaken(ScenarioID)
}
