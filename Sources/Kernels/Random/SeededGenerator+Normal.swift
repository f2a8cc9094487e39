import Foundation

extension SeededGenerator {
  /// A number drawn from the normal distribution with the given mean and standard deviation.
  ///
  /// Box and Muller (1958); the second number of each pair is dropped, so that one call is one draw.
  public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
    let radius = (-2 * log(1 - uniform())).squareRoot()
    return mean + standardDeviation * radius * cos(2 * Double.pi * uniform())
  }
}
