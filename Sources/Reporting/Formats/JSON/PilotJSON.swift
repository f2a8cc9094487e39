import Pilots

/// What the pilot measured; `pilot --json` prints the same.
///
/// - Parameter includeTimes: false leaves out seconds and memory.
public func pilotText(_ pilot: PilotResult, includeTimes: Bool = true) -> String {
  pilotJSON(pilot, includeTimes: includeTimes).prettyText
}

func pilotJSON(_ pilot: PilotResult, includeTimes: Bool) -> JSONValue {
  var members: [String: JSONValue] = [
    "metric": .string(pilot.metric), "higher-is-better": .bool(pilot.higherIsBetter),
    "value": .number(pilot.score.value), "low": .number(pilot.score.low), "high": .number(pilot.score.high),
    "baseline": json(pilot.baseline), "gain": json(pilot.gain), "relative-gain": json(pilot.relativeGain),
    "gain-is-real": .bool(pilot.gainIsReal), "winner": .string(pilot.winner.rawValue),
    "candidates": .array(pilot.candidates.map(json)),
    "train-validation-gap": json(pilot.trainValidationGap),
    "rows": .integer(pilot.data.rows), "training-rows": .integer(pilot.trainingRows),
    "test-rows": .integer(pilot.testRows), "test-given": .bool(pilot.testGiven),
    "folds": .integer(pilot.folds), "seed": .unsigned(pilot.seed), "data": json(pilot.data),
    "diagnostics": json(pilot.diagnostics),
    "remarks": .array(
      pilot.notes.map { .object(["kind": .string($0.kind), "detail": .string($0.detail)]) }),
  ]
  if let samples = pilot.samples {
    members["samples"] = .array(
      samples.map { .object(["title": .string($0.title.en), "kind": .string($0.kind)]) })
  }
  if includeTimes {
    members["seconds"] = .number(pilot.cost.seconds)
    members["budget-seconds"] = .number(pilot.cost.budgetSeconds)
    members["budget-exhausted"] = .bool(pilot.cost.budgetExhausted)
    members["training-seconds"] = .number(pilot.cost.trainingSeconds)
    members["prediction-seconds"] = .number(pilot.cost.predictionSeconds)
    members["peak-memory-bytes"] = .number(pilot.cost.peakMemoryBytes)
  }
  return .object(members)
}

private func json(_ score: MeasuredScore) -> JSONValue {
  .object(["value": .number(score.value), "low": .number(score.low), "high": .number(score.high)])
}

private func json(_ result: CandidateResult) -> JSONValue {
  .object([
    "id": .string(result.candidate.rawValue), "validation": json(result.validation),
    "fold-scores": .array(result.foldScores.map(JSONValue.number)), "training": .number(result.training),
    "test": json(result.test), "parameters": .integer(result.parameters),
    "settings": .object(result.settings.mapValues(JSONValue.string)),
  ])
}

extension PilotSample {
  fileprivate var kind: String {
    switch content {
    case .texts: "texts"
    case .pictures: "pictures"
    case .sounds: "sounds"
    case .melodies: "melodies"
    case .curves: "curves"
    case .table: "table"
    }
  }
}

private func json(_ data: PilotData) -> JSONValue {
  let profile = data.profile
  return .object([
    "control": .optional(data.control?.rawValue),
    "name": .string(data.name), "target": .string(data.target), "origin": .string(data.origin.rawValue),
    "modality": .string(data.modality), "task": .string(data.task), "classes": .strings(data.classes),
    "features": .integer(data.features), "fingerprint": .string(data.fingerprint),
    "columns": .integer(profile.columns),
    "class-counts": .object(profile.classCounts.mapValues(JSONValue.integer)),
    "rarest-class-share": .optional(profile.rarestClassShare),
    "missing-share": .number(profile.missingShare), "duplicate-share": .number(profile.duplicateShare),
    "constant-columns": .strings(profile.constantColumns),
    "identifier-columns": .strings(profile.identifierColumns),
    "suspect-leaks": .array(
      profile.suspectLeaks.map { .object(["column": .string($0.column), "score": .number($0.share)]) }),
  ])
}

private func json(_ diagnostics: PilotDiagnostics) -> JSONValue {
  func points(_ points: [PilotDiagnostics.CurvePoint]) -> JSONValue {
    .array(points.map { .array([.number($0.x), .number($0.y)]) })
  }
  return .object([
    "losses": .array(
      diagnostics.losses.map {
        .object([
          "epoch": .integer($0.epoch), "training": .number($0.training),
          "validation": .optional($0.validation),
        ])
      }),
    "roc": points(diagnostics.roc), "calibration": points(diagnostics.calibration),
    "confusion": .array(diagnostics.confusion.map { .array($0.map(JSONValue.integer)) }),
    "predictions": points(diagnostics.predictions),
  ])
}
