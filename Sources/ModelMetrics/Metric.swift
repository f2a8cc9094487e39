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

  /// The stable kebab-case name.
  public var id: String { rawValue }

  /// Whether a larger value is a better one.
  public var higherIsBetter: Bool {
    switch self {
    case .accuracy, .areaUnderROC, .macroF1, .f1, .rSquared, .areaUnderPR: true
    case .rmse, .meanAbsoluteError, .logLoss: false
    }
  }

  /// How much better `candidate` is than `baseline`: positive is better, whichever way the metric runs.
  public func gain(of candidate: Double, over baseline: Double) -> Double {
    higherIsBetter ? candidate - baseline : baseline - candidate
  }
}
