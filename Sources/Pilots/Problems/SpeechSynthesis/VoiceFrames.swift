import Datasets
import Foundation
import Networks

/// The spoken stretches of recordings as log-mel frames every 10 ms, standardised, and the way back to sound.
struct VoiceFrames: Sendable {
  static let bands = 40
  /// Samples a second: enough for words to be understood, and small in a report.
  static let rate = 8_000

  /// Row-major [frames][bands] of each recording, in standard deviations from the mean of each band.
  let frames: [[Float]]
  /// The stretch the frames were taken from.
  let samples: [[Float]]
  private let spectrum = MelSpectrum(rate: VoiceFrames.rate, bands: VoiceFrames.bands)
  private let scale: Standardiser

  init(_ collection: SpeechCollection, training: [Int]) {
    var samples: [[Float]] = []
    var raw: [[Float]] = []
    for utterance in collection.utterances {
      let signal = resampled(utterance.samples, from: collection.rate, to: Self.rate)
      let all = spectrum.frames(signal)
      let span = speechSpan(all)
      raw.append(all[span].flatMap { $0.map(Float.init) })
      let end = min(signal.count, (span.upperBound - 1) * spectrum.hop + spectrum.frame)
      samples.append(Array(signal[span.lowerBound * spectrum.hop..<end]))
    }
    let values = training.flatMap { raw[$0] }
    let scale = Standardiser(fitting: values, rows: values.count / Self.bands, columns: Self.bands)
    self.samples = samples
    self.scale = scale
    frames = raw.map { values in
      values.enumerated().map { place, value in
        let deviation = scale.deviations[place % Self.bands]
        return (value - scale.means[place % Self.bands]) / (deviation > 0 ? deviation : 1)
      }
    }
  }

  /// Frames of a recording.
  func count(_ place: Int) -> Int { frames[place].count / Self.bands }

  /// Natural logarithms of the band energies that standardised frames stand for.
  func logarithms(_ frames: [Float]) -> [Double] {
    frames.enumerated().map { place, value in
      let deviation = scale.deviations[place % Self.bands]
      return Double(value * (deviation > 0 ? deviation : 1) + scale.means[place % Self.bands])
    }
  }

  /// A sound with these standardised frames, its loudest sample at one half.
  func sound(_ frames: [Float]) -> [Float] {
    let values = logarithms(frames)
    let rows = stride(from: 0, to: values.count, by: Self.bands).map { Array(values[$0..<$0 + Self.bands]) }
    return Self.levelled(GriffinLim(spectrum).sound(rows))
  }

  static func levelled(_ samples: [Float]) -> [Float] {
    let loudest = samples.reduce(0) { max($0, abs($1)) }
    return loudest > 0 ? samples.map { $0 / (2 * loudest) } : samples
  }
}
