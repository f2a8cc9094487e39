import Knowledge
import Recommendations

/// The target configuration with the pilot that stands for it.
func configurationJSON(_ recommendation: Recommendation, includeTimes: Bool) -> JSONValue {
  let target = recommendation.target
  let estimates = target.estimates.filter { includeTimes || $0.kind != .trainingSecondsHere }
  return .object([
    "recommended": .string(recommendation.recommended.rawValue),
    "approach": .string(target.approach.rawValue), "name": .string(target.name.en),
    "architecture": architectureJSON(target.architecture), "lines": .array(target.lines.map(json)),
    "estimates": .array(estimates.map(json)),
    "base-model": .optional(target.baseModel?.name), "hardware": hardwareJSON(target.hardware),
    "ruled-out": ruledOutJSON(target.ruledOut),
    "pilot": json(recommendation.pilot),
    "stands-for": recommendation.standsFor.map(localizedJSON) ?? .null,
    "does-not-show": recommendation.doesNotShow.map(localizedJSON) ?? .null,
  ])
}

private func json(_ line: ConfigurationLine) -> JSONValue {
  .object([
    "key": .string(line.key), "label": localizedJSON(line.label), "value": localizedJSON(line.value),
    "caused-by": .strings(line.causedBy.map(\.name)),
  ])
}

private func json(_ estimate: ResourceEstimate) -> JSONValue {
  .object([
    "kind": .string(estimate.kind.rawValue), "unit": .string(estimate.unit.rawValue),
    "low": .number(estimate.low), "likely": .number(estimate.likely), "high": .number(estimate.high),
    "how": localizedJSON(estimate.how),
  ])
}

private func json(_ pilot: PilotConfiguration) -> JSONValue {
  var standsFor: [String: JSONValue] = [:]
  for (candidate, approach) in pilot.standsFor { standsFor[candidate.rawValue] = .string(approach.rawValue) }
  return .object([
    "metric": .optional(pilot.metric), "widths": .array(pilot.widths.map(JSONValue.integer)),
    "dropout": .number(pilot.dropout), "learning-rate": .number(pilot.learningRate),
    "batch-size": .integer(pilot.batchSize), "maximum-epochs": .integer(pilot.maximumEpochs),
    "patience": .integer(pilot.patience), "l2": .number(pilot.l2), "folds": .integer(pilot.folds),
    "held-out-share": .number(pilot.heldOutShare), "stands-for": .object(standsFor),
    "lines": .array(pilot.lines.map(json)),
  ])
}
