import Datasets
import Foundation
import Networks

/// The recordings of a collection as frames, prepared for a network and for templates.
struct SpeechFrames: Sendable {
  static let bands = 40

  /// For a network: log-mel bands every 10 ms, row-major [frames][bands], the mean of each band over the
  /// recording taken off, in standard deviations over the training recordings.
  let spectra: [[Float]]
  /// For templates: thirteen cepstra every 20 ms (Davis and Mermelstein, 1980), in standard deviations, of the
  /// stretch in which somebody speaks.
  let cepstra: [[SIMD16<Float>]]
  /// The mean of the cepstra outside of that stretch.
  let silence: SIMD16<Float>
  /// Frames of the longest recording.
  let longest: Int

  init(_ collection: SpeechCollection, training: [Int]) {
    let spectrum = MelSpectrum(rate: collection.rate, bands: Self.bands)
    var spans: [Range<Int>] = []
    var centred: [[Float]] = []
    for utterance in collection.utterances {
      let frames = spectrum.frames(utterance.samples)
      spans.append(speechSpan(frames))
      let means = (0..<Self.bands).map { band in
        frames.reduce(0.0) { $0 + $1[band] } / Double(frames.count)
      }
      centred.append(frames.flatMap { frame in zip(frame, means).map { Float($0 - $1) } })
    }
    let deviations = spread(training.map { centred[$0] }, width: Self.bands)
    spectra = centred.map { values in
      values.enumerated().map { $1 / deviations[$0 % Self.bands] }
    }
    longest = spectra.map { $0.count / Self.bands }.max() ?? 0
    let raw = centred.map(cepstra(of:))
    let scales = spread(training.map { raw[$0].flatMap { vector in (0..<16).map { vector[$0] } } }, width: 16)
    var scale = SIMD16<Float>(repeating: 0)
    for place in 0..<cepstraKept { scale[place] = 1 / scales[place] }
    let all = raw.map { $0.map { $0 * scale } }
    cepstra = zip(all, spans).map { frames, span in
      let part = frames.prefix((span.upperBound + 1) / 2).dropFirst(span.lowerBound / 2)
      return part.isEmpty ? frames : Array(part)
    }
    let quiet = training.flatMap { place in
      all[place].enumerated().filter { !spans[place].contains(2 * $0.offset) }.map(\.element)
    }
    silence = quiet.reduce(SIMD16<Float>(repeating: 0), +) / Float(max(1, quiet.count))
  }
}

private let cepstraKept = 13

/// The standard deviation of each column over all rows; a column without spread counts as 1.
private func spread(_ parts: [[Float]], width: Int) -> [Float] {
  let values = parts.flatMap { $0 }
  if values.isEmpty { return Array(repeating: 1, count: width) }
  return Standardiser(fitting: values, rows: values.count / width, columns: width).deviations.map {
    $0 > 0 ? $0 : 1
  }
}

/// Cosine sums over the bands, from the energy on, of the mean of every two frames.
private func cepstra(of values: [Float]) -> [SIMD16<Float>] {
  let bands = SpeechFrames.bands
  let frames = values.count / bands
  return stride(from: 0, to: frames, by: 2).map { first in
    let second = min(first + 1, frames - 1)
    var result = SIMD16<Float>(repeating: 0)
    for band in 0..<bands {
      result += (values[first * bands + band] + values[second * bands + band]) / 2 * cosines[band]
    }
    return result
  }
}

/// cos(π k (b + ½) / bands) for k = 0 … 12, one vector a band.
private let cosines: [SIMD16<Float>] = (0..<SpeechFrames.bands).map { band in
  var vector = SIMD16<Float>(repeating: 0)
  for order in 0..<cepstraKept {
    vector[order] = Float(
      cos(Double.pi * Double(order) * (Double(band) + 0.5) / Double(SpeechFrames.bands)))
  }
  return vector
}
