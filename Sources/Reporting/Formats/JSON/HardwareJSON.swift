import Knowledge
import Recommendations

/// Devices for the target with their figures; null in records of earlier versions.
func hardwareJSON(_ options: [HardwareOption]?) -> JSONValue {
  guard let options else { return .null }
  return .array(
    options.map { option in
      .object([
        "device": .string(option.device.name), "name": localizedJSON(option.name),
        "count": .integer(option.count), "rented": .bool(option.isRented),
        "figures": .array(option.figures.map(json)), "caused-by": .strings(option.causedBy.map(\.name)),
      ])
    })
}

/// Devices that do not come into question.
func ruledOutJSON(_ ruledOut: [RuledOutHardware]?) -> JSONValue {
  guard let ruledOut else { return .null }
  return .array(
    ruledOut.map { entry in
      .object([
        "devices": .strings(entry.devices.map(\.name)), "what": localizedJSON(entry.what),
        "reason": localizedJSON(entry.reason), "caused-by": .strings(entry.causedBy.map(\.name)),
      ])
    })
}

func localizedJSON(_ text: LocalizedText) -> JSONValue {
  .object(["en": .string(text.en), "zh": .string(text.zh)])
}

private func json(_ figure: HardwareFigure) -> JSONValue {
  let estimate = figure.estimate
  return .object([
    "kind": .string(figure.kind.rawValue), "unit": .string(estimate.unit.rawValue),
    "low": .number(estimate.low), "likely": .number(estimate.likely), "high": .number(estimate.high),
    "how": localizedJSON(estimate.how), "command": .string(figure.command),
    "basis": .array(estimate.basis.map(json)),
  ])
}

private func json(_ basis: Basis) -> JSONValue {
  switch basis {
  case .judgement: .object(["source": .string("judgement")])
  case .source(let id, let place, let note):
    .object([
      "source": .string(id.name), "place": .optional(place), "note": .optional(note),
    ])
  }
}
