import Kernels
import ModelMetrics

/// The naive baseline: class shares as probabilities, or the mean.
///
/// It predicts the commonest class for every row, and ranks all rows the same. Where F1 is what counts, that
/// would be no honest guess, because any spread of guesses over the classes beats it: then it draws classes by
/// their shares, or for the F1 of one class always names that class.
func fitBaseline(targets: [Float], task: PilotTask, metric: Metric, seed: UInt64) -> FittedModel {
  let count = Double(max(targets.count, 1))
  switch (task, metric) {
  case (.regression, _):
    return .constant([Float(targets.reduce(0.0) { $0 + Double($1) } / count)])
  case (.binary, .f1):
    return .constant([1])
  case (.binary, let metric):
    let share = Float(targets.reduce(0.0) { $0 + Double($1) } / count)
    return metric == .macroF1 ? .drawn(shares: [1 - share, share], seed: seed) : .constant([share])
  case (.multiclass(let classes), let metric):
    var shares = [Double](repeating: 0, count: classes)
    for target in targets { shares[Int(target)] += 1 / count }
    let rounded = shares.map { Float($0) }
    return metric == .macroF1 ? .drawn(shares: rounded, seed: seed) : .constant(rounded)
  }
}

/// A class for every row, drawn by the shares: its probability is 1, that of the others 0.
///
/// - Returns: row-major [rows][classes], of two classes the second one's probability alone.
func drawnClasses(_ shares: [Float], rows: Int, seed: UInt64) -> [Float] {
  var generator = SeededGenerator(seed: seed, purpose: "drawn classes")
  return (0..<rows).flatMap { _ -> [Float] in
    var left = Float(generator.uniform())
    let drawn = shares.firstIndex { share in
      left -= share
      return left < 0
    }
    let place = drawn ?? shares.count - 1
    return shares.count == 2 ? [Float(place)] : shares.indices.map { $0 == place ? 1 : 0 }
  }
}
