/// Shift and scale that give training values mean 0 and standard deviation 1.
struct Standardised: Sendable {
  let mean: Double
  /// 1 / standard deviation; 0 when the training values do not vary.
  let scale: Double

  /// The largest distance from the mean, in standard deviations, that an encoded value keeps: one
  /// wild cell must not throw a network off.
  static let limit = 10.0

  /// Population mean and standard deviation of the values, `nan` left out.
  init(_ values: some Sequence<Double>) {
    // Welford (1962): one pass, no cancellation.
    var count = 0.0
    var mean = 0.0
    var squares = 0.0
    for value in values where !value.isNaN {
      count += 1
      let gap = value - mean
      mean += gap / count
      squares += gap * (value - mean)
    }
    self.mean = mean
    let deviation = count > 0 ? (squares / count).squareRoot() : 0
    scale = deviation > 1e-12 * max(1, abs(mean)) ? 1 / deviation : 0
  }

  var varies: Bool { scale > 0 }

  func callAsFunction(_ value: Double) -> Float {
    Float(min(max((value - mean) * scale, -Self.limit), Self.limit))
  }
}
