/// A measure of how well predictions match what happened.
///
/// Names tell which way is better: a score, a share or an area is better higher; an error or a loss is
/// better lower. `higherIsBetter` says it in code.
public enum Metric: String, Codable, CaseIterable, Sendable {
  /// The share of rows whose most probable class is the true one, 0 to 1.
  case accuracy
  /// The chance that a random row of class 1 scores above a random row of class 0, ties counting half
  /// (Mann and Whitney, 1947), 0 to 1, 0.5 for guessing; over more classes the mean of one against rest.
  case areaUnderROC = "area-under-roc"
  /// F1 averaged over the classes that occur, each counting the same, 0 to 1.
  case macroF1 = "macro-f1"
  /// The harmonic mean of precision and recall of class 1, 0 to 1.
  case f1
  /// The square root of the mean squared error, in target units, 0 or more.
  case rmse
  /// The mean of |predicted − actual|, in target units, 0 or more.
  case meanAbsoluteError = "mean-absolute-error"
  /// 1 − squared error / squared error of predicting the mean; 1 is perfect, 0 no better than the mean.
  case rSquared = "r-squared"
  /// The mean of −ln of the true class's probability, 0 or more; probabilities are held to at least 10⁻⁷.
  case logLoss = "log-loss"
  /// Average precision: precision at each threshold weighted by the recall it adds, 0 to 1.
  case areaUnderPR = "area-under-pr"
  /// The F score of character n-grams between translation and reference, recall counting twice as much,
  /// 0 to 1 (Popović, 2015).
  case chrF = "chr-f"
  /// The share of questions whose passage is among the first five found, 0 to 1.
  case recallAtFive = "recall-at-5"
  /// The mean of −log₂ of the true next character's probability, 0 or more.
  case bitsPerCharacter = "bits-per-character"
  /// The mean over classes of the average precision of boxes that overlap a true one by half, 0 to 1
  /// (Everingham and others, 2010).
  case meanAveragePrecision = "mean-average-precision"
  /// The Fréchet distance between normal distributions fitted to features of real and of made pictures, 0 or
  /// more (Heusel and others, 2017).
  case frechetDistance = "frechet-distance"
  /// Words put in, left out or replaced, per word spoken, 0 or more.
  case wordErrorRate = "word-error-rate"
  /// The mean over frames of the root mean squared difference of log spectra, in decibels, 0 or more.
  case logSpectralDistance = "log-spectral-distance"
  /// The mean of (predicted − actual)², in squared target units, 0 or more.
  case meanSquaredError = "mean-squared-error"
  /// Mean excess return divided by its standard deviation, a year (Sharpe, 1994).
  case sharpeRatio = "sharpe-ratio"
  /// The share of positions whose chosen move keeps the best result that can be forced, 0 to 1.
  case optimalMoveShare = "optimal-move-share"
  /// The mean sum of rewards of an episode.
  case meanReturn = "mean-return"
  /// The mean of −log₂ of the true next note's probability, 0 or more.
  case bitsPerNote = "bits-per-note"

  /// The stable kebab-case name.
  public var id: String { rawValue }

  /// Whether a larger value is a better one.
  public var higherIsBetter: Bool {
    switch self {
    case .accuracy, .areaUnderROC, .macroF1, .f1, .rSquared, .areaUnderPR, .chrF, .recallAtFive,
      .meanAveragePrecision, .sharpeRatio, .optimalMoveShare, .meanReturn:
      true
    case .rmse, .meanAbsoluteError, .logLoss, .bitsPerCharacter, .frechetDistance, .wordErrorRate,
      .logSpectralDistance, .meanSquaredError, .bitsPerNote:
      false
    }
  }

  /// Whether it has neither a lowest nor a highest value that means anything.
  public var isUnbounded: Bool { self == .sharpeRatio || self == .meanReturn }

  /// How much better `candidate` is than `baseline`: positive is better, whichever way the metric runs.
  public func gain(of candidate: Double, over baseline: Double) -> Double {
    higherIsBetter ? candidate - baseline : baseline - candidate
  }
}
