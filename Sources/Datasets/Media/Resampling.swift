import Foundation

/// A signal at another sampling rate, by a Hann-windowed sinc with its cut-off below both Nyquist limits.
package func resampled(_ signal: [Float], from old: Int, to new: Int) -> [Float] {
  if old == new || signal.isEmpty { return signal }
  let ratio = Double(new) / Double(old)
  let cutoff = min(1, ratio) * 0.95
  let reach = 12 / cutoff
  // Output positions repeat their fractions after new / gcd steps, and so do the weights.
  let period = new / greatestDivisor(old, new)
  let count = Int(Double(signal.count) * ratio)
  let kernels = (0..<min(period, count)).map { phase -> (offset: Int, weights: [Float]) in
    let centre = Double(phase) / ratio
    let first = Int((centre - reach).rounded(.up))
    let last = Int((centre + reach).rounded(.down))
    let weights = (first...last).map { index -> Double in
      let distance = Double(index) - centre
      let angle = Double.pi * distance * cutoff
      let sinc = abs(angle) < 1e-9 ? 1 : sin(angle) / angle
      return sinc * (0.5 + 0.5 * cos(Double.pi * distance / reach))
    }
    let sum = weights.reduce(0, +)
    return (first, weights.map { Float($0 / sum) })
  }
  let stepPerPeriod = old / greatestDivisor(old, new)
  return (0..<count).map { index in
    let kernel = kernels[index % period]
    let start = index / period * stepPerPeriod + kernel.offset
    var sum: Float = 0
    for (offset, weight) in kernel.weights.enumerated() {
      let at = start + offset
      if at >= 0, at < signal.count { sum += weight * signal[at] }
    }
    return sum
  }
}

private func greatestDivisor(_ first: Int, _ second: Int) -> Int {
  second == 0 ? first : greatestDivisor(second, first % second)
}
