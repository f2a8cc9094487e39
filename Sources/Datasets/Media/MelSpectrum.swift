import Foundation

/// The log-mel spectrum of a sound: frames of 25 ms every 10 ms, Hann window, natural logarithm of the energy
/// in each mel band.
package struct MelSpectrum: Sendable {
  package let rate: Int
  package let bands: Int
  /// Samples of a frame, and from one frame to the next.
  package let frame: Int
  package let hop: Int
  package let window: [Double]
  package let transform: FourierTransform
  package let filters: MelFilters

  /// Energies below this are the rounding noise of 16-bit samples.
  package static let floor = 1e-6

  package init(rate: Int, bands: Int) {
    self.rate = rate
    self.bands = bands
    let frame = max(2, rate * 25 / 1000)
    self.frame = frame
    hop = max(1, rate / 100)
    var length = 2
    while length < frame { length *= 2 }
    transform = FourierTransform(length: length)
    filters = MelFilters(bands: bands, rate: rate, transformLength: length)
    window = (0..<frame).map { 0.5 - 0.5 * cos(2 * Double.pi * (Double($0) + 0.5) / Double(frame)) }
  }

  /// One array of band energies a frame; at least one frame, which a short sound fills with zeros.
  package func frames(_ signal: [Float]) -> [[Double]] {
    let count = max(1, (signal.count - frame) / hop + 1)
    return (0..<count).map { index in
      filters.apply(transform.power(windowed(signal, at: index * hop))).map { log($0 + Self.floor) }
    }
  }

  /// The samples of the frame that starts at a sample, under the window.
  package func windowed(_ signal: [Float], at start: Int) -> [Double] {
    (0..<frame).map { offset in
      start + offset < signal.count ? Double(signal[start + offset]) * window[offset] : 0
    }
  }
}
