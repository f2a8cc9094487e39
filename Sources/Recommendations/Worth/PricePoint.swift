import Knowledge

/// The uncertain figures, each with its place among the draws.
enum UncertainFigure: Int, CaseIterable {
  case taskHour, reviewHour, reviewMinutes, engineerMonth, tokenInput, tokenOutput, tokensRead
  case tokensWritten, serverMonth, kilowattHour, machineWatts, machineHour, machinePeak, trainings
  case trainingSeconds, servingUse, label, build, upkeep, skillFactor, driftFactor, retrainings
  case reviewShare, score
}

/// One joint choice of all uncertain figures.
///
/// A figure is as likely to lie under its likely value as above it, evenly on either side. One point gives
/// every approach the same wage and the same price, so that differences between approaches are honest.
struct PricePoint {
  private let shares: [Double]

  /// Every figure at its likely value.
  static let likely = PricePoint(shares: Array(repeating: 0.5, count: UncertainFigure.allCases.count))

  /// The points of a Korobov lattice (Korobov, 1959).
  ///
  /// Each figure passes through evenly spaced values once, and any two of them fill their square evenly.
  /// No random numbers, so the same bytes every time.
  /// 509 is prime. Of all factors, 268 keeps the points of two figures farthest apart at their closest.
  static let draws: [PricePoint] = {
    let count = 509
    var factors = [1]
    for _ in 1..<UncertainFigure.allCases.count { factors.append(factors[factors.count - 1] * 268 % count) }
    return (0..<count).map { point in
      PricePoint(shares: factors.map { (Double(point * $0 % count) + 0.5) / Double(count) })
    }
  }()

  func callAsFunction(_ range: FigureRange, _ figure: UncertainFigure) -> Double {
    let share = shares[figure.rawValue]
    return share <= 0.5
      ? range.low + (range.likely - range.low) * 2 * share
      : range.likely + (range.high - range.likely) * (2 * share - 1)
  }
}

/// The value at the likely figures with the 5th and 95th percentile of the draws.
func spread(_ amount: (PricePoint) -> Double) -> AmountRange {
  let sorted = PricePoint.draws.map(amount).sorted()
  let value = amount(.likely)
  return AmountRange(
    low: min(value, sorted[percentile5]), value: value, high: max(value, sorted[percentile95]))
}

/// The same for what may never be reached, which counts as more than any number.
func reach(_ number: (PricePoint) -> Double?) -> Reach {
  let sorted = PricePoint.draws.map { number($0) ?? .infinity }.sorted()
  let value = number(.likely)
  func finite(_ number: Double) -> Double? { number.isFinite ? number : nil }
  return Reach(
    low: finite(min(value ?? .infinity, sorted[percentile5])), value: value.flatMap(finite),
    high: finite(max(value ?? .infinity, sorted[percentile95])))
}

private let percentile5 = PricePoint.draws.count / 20
private let percentile95 = PricePoint.draws.count - 1 - PricePoint.draws.count / 20
