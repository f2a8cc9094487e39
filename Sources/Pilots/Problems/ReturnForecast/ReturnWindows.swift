import Networks

/// What is known of a series before each period: the last returns, each as a multiple of their usual size.
struct ReturnWindows: Sendable {
  /// Returns in a window.
  static let length = 20

  /// In per cent, in the order of time.
  let returns: [Double]
  /// How much the size of moves usually is, in per cent, for windows without any.
  private let usual: Double

  /// - Parameter training: the periods whose spread is the usual one.
  init(_ returns: [Double], training: Range<Int>) {
    self.returns = returns
    usual = Self.size(returns[training.clamped(to: returns.indices)])
  }

  /// √ of the mean square.
  private static func size(_ returns: ArraySlice<Double>) -> Double {
    let squares = returns.reduce(0.0) { $0 + $1 * $1 }
    return returns.isEmpty ? 0 : (squares / Double(returns.count)).squareRoot()
  }

  /// How large moves were in the window before a period, in per cent; more than 0.
  ///
  /// A fifth of the usual size at least: after a standstill no return is a thousand times the usual one.
  func volatility(before period: Int) -> Double {
    max(Self.size(returns[period - Self.length..<period]), 0.2 * usual, 1e-9)
  }

  /// The returns of the window before a period, the oldest first, each over the window's volatility.
  func scaled(before period: Int) -> [Float] {
    let volatility = volatility(before: period)
    return returns[period - Self.length..<period].map { Float($0 / volatility) }
  }

  /// For the linear model: the last ten returns, their volatility and the mean of the window, as they are.
  func linear(before period: Int) -> [Float] {
    let window = returns[period - Self.length..<period]
    return window.suffix(10).map { Float($0) }
      + [Float(volatility(before: period)), Float(window.reduce(0, +) / Double(Self.length))]
  }

  func linearExamples(_ periods: Range<Int>) -> ExampleSet {
    let features = periods.flatMap { linear(before: $0) }
    return ExampleSet(
      rows: periods.count, columns: features.count / max(periods.count, 1), features: features,
      targets: periods.map { Float(returns[$0]) })
  }

  /// For the network: windows and next returns over the volatility before them.
  ///
  /// - Parameter weighted: whether a period counts by the square of its volatility, as the metric has it.
  func networkExamples(_ periods: Range<Int>, weighted: Bool) -> ExampleSet {
    ExampleSet(
      rows: periods.count, columns: Self.length, features: periods.flatMap { scaled(before: $0) },
      targets: periods.map { Float(returns[$0] / volatility(before: $0)) },
      weights: weighted
        ? periods.map { Float(volatility(before: $0) * volatility(before: $0)) } : nil)
  }
}
