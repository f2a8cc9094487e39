/// A measured value with the range it would fall in if other rows had been drawn.
public struct MetricInterval: Hashable, Codable, Sendable {
  /// The value over all rows, each once.
  public let value: Double
  /// The ends of the interval; usually, not always, either side of `value`.
  public let low: Double
  public let high: Double
  /// The share of resamples inside, for example 0.95.
  public let level: Double
  /// Resamples that gave a value; those with one class only give none for a ranking metric.
  public let resamples: Int

  public init(value: Double, low: Double, high: Double, level: Double, resamples: Int) {
    self.value = value
    self.low = low
    self.high = high
    self.level = level
    self.resamples = resamples
  }

  /// Whether the whole interval lies above zero: for a gain, more than noise.
  public var isClearlyPositive: Bool { low > 0 }
}
