import Foundation

/// Triangular filters spaced evenly on the mel scale, 2595 · log10(1 + f / 700) (O'Shaughnessy, 1987).
package struct MelFilters: Sendable {
  /// The frequency each filter peaks at, in hertz.
  package let centres: [Double]
  private let filters: [(start: Int, weights: [Double])]

  /// Filters from `lowest` hertz to half the sampling rate, over the bins of a transform.
  package init(bands: Int, rate: Int, transformLength: Int, lowest: Double = 40) {
    let top = mel(Double(rate) / 2)
    let bottom = mel(lowest)
    let edges = (0..<bands + 2).map { hertz(bottom + (top - bottom) * Double($0) / Double(bands + 1)) }
    centres = Array(edges[1...bands])
    let binWidth = Double(rate) / Double(transformLength)
    filters = (0..<bands).map { band in
      // Narrow filters at the bottom may fall between two bins; each is at least a bin wide.
      let (low, peak, high) = (
        min(edges[band], edges[band + 1] - binWidth), edges[band + 1],
        max(edges[band + 2], edges[band + 1] + binWidth)
      )
      let start = max(0, Int((low / binWidth).rounded(.up)))
      let end = min(transformLength / 2, Int((high / binWidth).rounded(.down)))
      let weights = (start...max(start, end)).map { bin in
        let frequency = Double(bin) * binWidth
        return max(
          0, frequency <= peak ? (frequency - low) / (peak - low) : (high - frequency) / (high - peak))
      }
      return (start, weights)
    }
  }

  /// The energy in each band of a power spectrum.
  package func apply(_ power: [Double]) -> [Double] {
    filters.map { filter in
      var sum = 0.0
      for (offset, weight) in filter.weights.enumerated() where filter.start + offset < power.count {
        sum += weight * power[filter.start + offset]
      }
      return sum
    }
  }

  /// A power spectrum with about these band energies: each band's energy is spread evenly under its triangle.
  ///
  /// - Parameter bins: of the spectrum wanted, length / 2 + 1.
  package func spread(_ energies: [Double], bins: Int) -> [Double] {
    var power = [Double](repeating: 0, count: bins)
    for (filter, energy) in zip(filters, energies) {
      let area = filter.weights.reduce(0, +)
      guard area > 0 else { continue }
      for (offset, weight) in filter.weights.enumerated() where filter.start + offset < bins {
        power[filter.start + offset] += energy * weight / area
      }
    }
    return power
  }
}

private func mel(_ hertz: Double) -> Double { 2595 * log10(1 + hertz / 700) }

private func hertz(_ mel: Double) -> Double { 700 * (pow(10, mel / 2595) - 1) }
