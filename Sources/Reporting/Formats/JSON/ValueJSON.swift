import Knowledge
import Recommendations

/// `value`: what it brings and what each approach costs; amounts in `currency`.
///
/// In a reach (`break-even`, `payback-months`, `gain-needed`) null for an end means never; null for the whole
/// of it, or for an amount, means that an answer is missing.
func valueJSON(_ worth: Worth) -> JSONValue {
  .object([
    "currency": .string(worth.currency),
    "answered-in": worth.answeredIn.map {
      .object(["currency": .string($0.code), "rate": .number($0.rate)])
    } ?? .null,
    "prices-date": .string(worth.pricesDate),
    "decisions-per-month": .optional(worth.cases),
    "monthly": .object([
      "low": .optional(worth.monthly?.low), "value": .optional(worth.monthly?.value),
      "high": .optional(worth.monthly?.high), "missing": .strings(worth.missing.map(\.name)),
    ]),
    "per-decision": .optional(worth.perCase),
    "parts": .array(worth.parts.map(json)),
    "score-is-share": .bool(!worth.scoreIsNoShare),
    "cheapest-sufficient": .optional(worth.cheapestSufficient?.rawValue),
    "cheapest-by-cost": .bool(worth.cheapestByCost),
    "approaches": .array(worth.approaches.map(json)),
  ])
}

private func json(_ approach: ApproachWorth) -> JSONValue {
  .object([
    "id": .string(approach.id.rawValue), "sufficient": .bool(approach.isSufficient),
    "shortfalls": .strings(approach.shortfalls.map(\.rawValue)),
    "score-from": .string(approach.scoreOrigin.rawValue),
    "once": json(approach.once), "monthly": json(approach.monthly), "first-year": json(approach.whole),
    "value": json(approach.monthlyValue), "break-even": json(approach.breakEven),
    "payback-months": json(approach.payback), "gain-needed": json(approach.gainNeeded),
    "gain-left": .optional(approach.gainLeft), "missing": .strings(approach.missing.map(\.name)),
    "items": .array(approach.items.map(json)),
  ])
}

private func json(_ part: ValuePart) -> JSONValue {
  .object([
    "kind": .string(part.kind.rawValue), "monthly": json(part.monthly), "how": localizedJSON(part.how),
    "caused-by": .strings(part.causedBy.map(\.name)), "missing": .strings(part.missing.map(\.name)),
  ])
}

private func json(_ item: CostItem) -> JSONValue {
  .object([
    "kind": .string(item.kind.rawValue), "paid": .string(item.kind.isOnce ? "once" : "monthly"),
    "amount": json(item.amount), "how": localizedJSON(item.how),
    "caused-by": .strings(item.causedBy.map(\.name)), "missing": .strings(item.missing.map(\.name)),
  ])
}

private func json(_ amount: AmountRange?) -> JSONValue {
  guard let amount else { return .null }
  return .object([
    "low": .number(amount.low), "value": .number(amount.value), "high": .number(amount.high),
  ])
}

private func json(_ reach: Reach?) -> JSONValue {
  guard let reach else { return .null }
  return .object([
    "low": .optional(reach.low), "value": .optional(reach.value), "high": .optional(reach.high),
  ])
}
