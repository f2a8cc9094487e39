/// Rounds parts so that their rounded values add up to the rounded total.
///
/// Each part is rounded down to the step; the steps still missing go to the parts that lost most, and of
/// equals to the earlier. So a printed sum can be checked with pencil and paper.
/// - Parameter step: the unit of rounding, for example 0.1.
/// - Returns: one value a part, each within one step of the part as long as the parts do add up to `total`.
func roundedParts(_ parts: [Double], total: Double, step: Double = 0.1) -> [Double] {
  guard !parts.isEmpty else { return [] }
  let floors = parts.map { ($0 / step).rounded(.down) }
  let missing = Int((total / step).rounded() - floors.reduce(0, +))
  let order = parts.indices.sorted { left, right in
    let first = parts[left] / step - floors[left]
    let second = parts[right] / step - floors[right]
    return first == second ? left < right : first > second
  }
  var units = floors
  if missing >= 0 {
    for place in 0..<missing { units[order[place % order.count]] += 1 }
  } else {
    for place in 0..<(-missing) { units[order[order.count - 1 - place % order.count]] -= 1 }
  }
  return units.map { $0 * step }
}
