/// The naive baseline: class shares as probabilities, or the mean.
///
/// It predicts the commonest class for every row, and ranks all rows the same.
func fitBaseline(targets: [Float], task: PilotTask) -> FittedModel {
  let count = Double(max(targets.count, 1))
  switch task {
  case .regression:
    return .constant([Float(targets.reduce(0.0) { $0 + Double($1) } / count)])
  case .binary:
    return .constant([Float(targets.reduce(0.0) { $0 + Double($1) } / count)])
  case .multiclass(let classes):
    var shares = [Double](repeating: 0, count: classes)
    for target in targets { shares[Int(target)] += 1 / count }
    return .constant(shares.map { Float($0) })
  }
}
