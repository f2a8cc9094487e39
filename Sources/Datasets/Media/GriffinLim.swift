import Foundation

/// A sound from the energies of its mel bands alone, with phases that fit together (Griffin and Lim, 1984).
///
/// The magnitudes are kept, and the phases of the sound they give are taken over again and again.
package struct GriffinLim: Sendable {
  private let spectrum: MelSpectrum
  private let rounds: Int

  package init(_ spectrum: MelSpectrum, rounds: Int = 40) {
    self.spectrum = spectrum
    self.rounds = rounds
  }

  /// The samples of a sound with these natural logarithms of band energies, one array a frame.
  package func sound(_ frames: [[Double]]) -> [Float] {
    let bins = spectrum.transform.length / 2 + 1
    let magnitudes = frames.map { frame in
      spectrum.filters.spread(frame.map { max(exp($0) - MelSpectrum.floor, 0) }, bins: bins)
        .map { $0.squareRoot() }
    }
    // Phases that run on at each bin's frequency are near those of steady tones.
    let advance = 2 * Double.pi * Double(spectrum.hop) / Double(spectrum.transform.length)
    var phases = frames.indices.map { frame in
      (0..<bins).map { bin -> (Double, Double) in
        let angle = advance * Double(frame * bin)
        return (cos(angle), sin(angle))
      }
    }
    var signal: [Double] = []
    for round in 0...rounds {
      signal = overlapped(magnitudes, phases)
      if round == rounds { break }
      let samples = signal.map(Float.init)
      for frame in frames.indices {
        let (real, imaginary) = spectrum.transform.spectrum(
          spectrum.windowed(samples, at: frame * spectrum.hop))
        for bin in 0..<bins {
          let size = (real[bin] * real[bin] + imaginary[bin] * imaginary[bin]).squareRoot()
          if size > 1e-12 { phases[frame][bin] = (real[bin] / size, imaginary[bin] / size) }
        }
      }
    }
    return signal.map(Float.init)
  }

  /// The sound whose frames come nearest in the least-squares sense: Σ window · frame / Σ window².
  private func overlapped(_ magnitudes: [[Double]], _ phases: [[(Double, Double)]]) -> [Double] {
    let count = max(0, magnitudes.count - 1) * spectrum.hop + spectrum.frame
    var sum = [Double](repeating: 0, count: count)
    var weight = [Double](repeating: 0, count: count)
    for (frame, (sizes, angles)) in zip(magnitudes, phases).enumerated() {
      let part = spectrum.transform.signal(
        real: zip(sizes, angles).map { $0 * $1.0 }, imaginary: zip(sizes, angles).map { $0 * $1.1 })
      for (offset, window) in spectrum.window.enumerated() {
        sum[frame * spectrum.hop + offset] += window * part[offset]
        weight[frame * spectrum.hop + offset] += window * window
      }
    }
    // Where the first and last windows begin to rise hardly anything is known.
    return zip(sum, weight).map { $0 / max($1, 0.05) }
  }
}
