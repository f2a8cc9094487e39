import Recommendations

/// One candidate's scores over the folds, with the settings they belong to.
struct Comparison {
  var candidate: PilotCandidate
  /// The penalty chosen for a linear model.
  var penalty: Double?
  /// One value a fold.
  var validation: [Double]
  var training: [Double]
  /// Epochs up to the best one, one value a fold; empty for models without epochs.
  var epochs: [Int] = []
  /// Losses of the first fold.
  var history: [PilotDiagnostics.EpochLoss] = []
  /// Seconds to train and encode one fold, on average.
  var secondsPerFold: Double = 0

  /// The middle one of the folds' best epochs, at least 1: how long to train on all rows.
  var middleEpoch: Int {
    let sorted = epochs.sorted()
    return sorted.isEmpty ? 1 : max(1, sorted[sorted.count / 2])
  }
}
