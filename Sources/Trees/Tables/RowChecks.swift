/// Throws if there is nothing to learn from, or more than row numbers can count.
func requireRows(_ rows: Int, columns: Int) throws(TreeError) {
  guard rows > 0 else { throw .noRows }
  guard columns > 0 else { throw .noColumns }
  try TreeError.require(rows <= TreeError.mostRows, "rows", "≤ \(TreeError.mostRows)", rows)
}

/// Throws for the first weight that is negative or no number, and if all are 0.
func requireWeights(_ weights: [Float]?) throws(TreeError) {
  guard let weights else { return }
  if let bad = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
    throw .weightOutOfRange(row: bad, value: weights[bad])
  }
  guard weights.contains(where: { $0 > 0 }) else { throw .noWeight }
}

/// Throws for the first target that is no finite number within ±10³⁰.
///
/// The bound keeps the difference of two targets within a float.
func requireNumbers(_ targets: [Float]) throws(TreeError) {
  if let bad = targets.firstIndex(where: { !(abs($0) <= 1e30) }) {
    throw .targetOutOfRange(row: bad, value: targets[bad], legalRange: "−10³⁰ ≤ target ≤ 10³⁰")
  }
}

/// Throws for the first target that is not a whole number below `classes`.
func requireClasses(_ targets: [Float], _ classes: Int) throws(TreeError) {
  let bad = targets.firstIndex { !($0 >= 0 && $0 < Float(classes) && $0 == $0.rounded()) }
  if let bad {
    let range = classes == 2 ? "0, 1" : "0, 1, …, \(classes - 1)"
    throw .targetOutOfRange(row: bad, value: targets[bad], legalRange: range)
  }
}

/// The weights divided by their mean, so that they average 1; nil counts every row once.
func scaledToMeanOne(_ weights: [Float]?) -> [Float]? {
  guard let weights else { return nil }
  let mean = weights.reduce(0.0) { $0 + Double($1) } / Double(max(weights.count, 1))
  return weights.map { Float(Double($0) / mean) }
}
