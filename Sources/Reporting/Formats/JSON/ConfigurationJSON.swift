import Knowledge
import Recommendations

/// The target configuration with the pilot that stands for it.
func configurationJSON(_ recommendation: Recommendation, includeTimes: Bool) -> JSONValue {
  let target = recommendation.target
  let estimates = target.estimates.filter { includeTimes || $0.kind != .trainingSecondsHere }
  return .object([
    "recommended": .string(recommendation.recommended.rawValue),
    "approach": .string(target.approach.rawValue), "name": .string(target.name.en),
    "architecture": json(target.architecture), "lines": .array(target.lines.map(json)),
    "estimates": .array(estimates.map(json)),
    "pilot": json(recommendation.pilot),
    "stands-for": recommendation.standsFor.map(json) ?? .null,
    "does-not-show": recommendation.doesNotShow.map(json) ?? .null,
  ])
}

func json(_ text: LocalizedText) -> JSONValue {
  .object(["en": .string(text.en), "zh": .string(text.zh)])
}

private func json(_ line: ConfigurationLine) -> JSONValue {
  .object([
    "key": .string(line.key), "label": json(line.label), "value": json(line.value),
    "caused-by": .strings(line.causedBy.map(\.name)),
  ])
}

private func json(_ estimate: ResourceEstimate) -> JSONValue {
  .object([
    "kind": .string(estimate.kind.rawValue), "unit": .string(estimate.unit.rawValue),
    "low": .number(estimate.low), "likely": .number(estimate.likely), "high": .number(estimate.high),
    "how": json(estimate.how),
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

private func json(_ architecture: Architecture) -> JSONValue {
  var members: [String: JSONValue] = [:]
  func set(_ family: String, _ sizes: [String: JSONValue]) {
    members = sizes
    members["family"] = .string(family)
  }
  switch architecture {
  case .rules: set("rules", [:])
  case .linear(let inputs, let outputs):
    set("linear", ["inputs": .integer(inputs), "outputs": .integer(outputs)])
  case .dense(let inputs, let widths, let outputs):
    set(
      "dense",
      [
        "inputs": .integer(inputs), "widths": .array(widths.map(JSONValue.integer)),
        "outputs": .integer(outputs),
      ])
  case .encoder(let sizes):
    set(
      "encoder",
      [
        "layers": .integer(sizes.layers), "width": .integer(sizes.width),
        "feed-forward": .integer(sizes.feedForward), "heads": .integer(sizes.heads),
        "vocabulary": .integer(sizes.vocabulary), "positions": .integer(sizes.positions),
        "token-types": .integer(sizes.tokenTypes), "pooler": .bool(sizes.pooler),
      ])
  case .decoder(let sizes):
    set(
      "decoder",
      [
        "layers": .integer(sizes.layers), "width": .integer(sizes.width),
        "feed-forward": .integer(sizes.feedForward), "heads": .integer(sizes.heads),
        "kv-heads": .integer(sizes.kvHeads), "vocabulary": .integer(sizes.vocabulary),
        "positions": .integer(sizes.positions), "tied": .bool(sizes.tied), "gated": .bool(sizes.gated),
      ])
  case .convolutional(let parameters, let forwardFLOPs):
    set(
      "convolutional", ["parameters": .number(parameters), "forward-flops": .number(forwardFLOPs)])
  case .hosted: set("hosted", [:])
  }
  return .object(members)
}
