import Foundation

/// Turns a sound of any length into a fixed number of log-mel energies.
///
/// Frames of 25 ms every 10 ms, Hann window, 40 mel bands, natural logarithm; the sound between its
/// first and last loud frame is cut into equal segments, and each band is averaged over each segment.
/// The mean over the whole sound is taken off, so that loudness does not count.
struct SoundFeatures {
  static let bands = 40
  static let segments = 12

  let rate: Int
  private let spectrum: MelSpectrum

  init(rate: Int) {
    self.rate = rate
    spectrum = MelSpectrum(rate: rate, bands: Self.bands)
  }

  /// `band 3 at 5/12`, in the order of the features.
  static let names: [String] = (0..<segments).flatMap { segment in
    (0..<bands).map { band in "band \(band + 1) at \(segment + 1)/\(segments)" }
  }

  /// Shape [segments, bands]; `nil` for a sound without any energy.
  func features(_ signal: [Float]) -> [Float]? {
    let frames = spectrum.frames(signal)
    let loudness = frames.map { $0.max() ?? -.infinity }
    guard let loudest = loudness.max(), loudest > Self.silence else { return nil }
    // 40 dB below the loudest frame (a factor of 10^4 in energy) is taken for the room, not the sound.
    let threshold = loudest - log(1e4)
    let first = loudness.firstIndex { $0 >= threshold } ?? 0
    let last = loudness.lastIndex { $0 >= threshold } ?? frames.count - 1
    let length = Double(last - first + 1) / Double(Self.segments)
    var result: [Float] = []
    for segment in 0..<Self.segments {
      let low = first + Int(Double(segment) * length)
      let high = max(low, min(last, first + Int((Double(segment + 1) * length).rounded(.up)) - 1))
      for band in 0..<Self.bands {
        let sum = (low...high).reduce(0.0) { $0 + frames[$1][band] }
        result.append(Float(sum / Double(high - low + 1)))
      }
    }
    let mean = result.reduce(0, +) / Float(result.count)
    // Divided by ten, about the spread of log energies, to be of order one.
    return result.map { ($0 - mean) / 10 }
  }

  private static let silence = log(MelSpectrum.floor) + 0.7
}
