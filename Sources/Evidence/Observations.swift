import Knowledge
import Pilots
import Recommendations
import Scoring

/// What a pilot measured, as facts that can stand in the place of claims.
///
/// Counts of the data are exact. Scores carry their interval: the gain and the score from the bootstrap on
/// the test rows, the gap from the folds. Times and memory were measured once, on this machine.
public func observations(from result: PilotResult) -> [Observation] {
  dataObservations(result) + modelObservations(result) + costObservations(result)
}

private func dataObservations(_ result: PilotResult) -> [Observation] {
  let profile = result.data.profile
  // Examples kept for testing count too, as the question says.
  let rows = result.data.rows + (result.testGiven ? result.testRows : 0)
  // Only of a table can missing and repeated values be counted.
  let isTable = result.data.isTable
  let exact: [(ObservationID, Double?)] = [
    ("rows", Double(rows)), ("rarest-class-share", profile.rarestClassShare),
    ("missing-share", isTable ? profile.missingShare : nil),
    ("duplicate-share", isTable ? profile.duplicateShare : nil),
  ]
  return exact.compactMap { id, value in
    value.map { Observation(id: id, exactly: $0, onUserData: result.isOnUserData) }
  }
}

/// Nothing of a control: what a model learns of outcomes dealt out by chance says nothing of the scenario.
private func modelObservations(_ result: PilotResult) -> [Observation] {
  guard result.data.control == nil else { return [] }
  let approach = PilotCandidate.usualApproaches[result.winner]
  func observation(_ id: ObservationID, _ score: MeasuredScore) -> Observation {
    Observation(
      id: id, value: score.value, low: score.low, high: score.high, onUserData: result.isOnUserData,
      approach: approach)
  }
  var found = [
    observation("train-validation-gap", result.trainValidationGap),
    observation("gain-over-baseline", result.relativeGain),
  ]
  // A target score is a share from 0 to 1; an error in target units cannot be compared with it, nor can what
  // has no upper end.
  if result.isShare { found.append(observation("pilot-score", result.score)) }
  return found
}

private func costObservations(_ result: PilotResult) -> [Observation] {
  let approach = PilotCandidate.usualApproaches[result.winner]
  let measured: [(ObservationID, Double)] = [
    ("training-seconds", result.cost.trainingSeconds),
    ("peak-memory-bytes", result.cost.peakMemoryBytes),
    ("prediction-seconds", result.cost.predictionSeconds),
  ]
  return measured.map { id, value in
    Observation(id: id, exactly: value, onUserData: result.isOnUserData, approach: approach)
  }
}

extension PilotResult {
  fileprivate var isOnUserData: Bool { data.origin == .user }
}

extension Observation {
  fileprivate init(
    id: ObservationID, exactly value: Double, onUserData: Bool, approach: ApproachID? = nil
  ) {
    self.init(id: id, value: value, low: value, high: value, onUserData: onUserData, approach: approach)
  }
}
