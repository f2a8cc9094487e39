import Datasets
import Foundation
import Testing

@Suite struct SpectrumTests {
  @Test func `a transform and back is the same signal`() {
    let transform = FourierTransform(length: 32)
    let signal = (0..<32).map { sin(Double($0 * $0)) + 0.3 }
    let (real, imaginary) = transform.spectrum(signal)
    // X(0) is the sum, and X(32 − k) is the conjugate of X(k).
    #expect(abs(real[0] - signal.reduce(0, +)) < 1e-12)
    #expect(abs(real[5] - real[27]) < 1e-12 && abs(imaginary[5] + imaginary[27]) < 1e-12)
    let back = transform.signal(real: Array(real.prefix(17)), imaginary: Array(imaginary.prefix(17)))
    for (value, expected) in zip(back, signal) { #expect(abs(value - expected) < 1e-12) }
    // An impulse one sample late turns by −2πk / 32.
    let late = transform.spectrum([0, 1])
    #expect(abs(late.real[4] - cos(Double.pi / 4)) < 1e-12)
    #expect(abs(late.imaginary[4] + sin(Double.pi / 4)) < 1e-12)
  }

  @Test func `an even spectrum comes back from its bands`() {
    let filters = MelFilters(bands: 40, rate: 8_000, transformLength: 256)
    let even = [Double](repeating: 3, count: 129)
    let spread = filters.spread(filters.apply(even), bins: 129)
    // Between the first and the last peak the triangles add up to one.
    let inside = (0..<129).filter {
      Double($0) * 31.25 > filters.centres[6] && Double($0) * 31.25 < filters.centres[39]
    }
    for bin in inside { #expect(abs(spread[bin] - 3) < 0.35) }
  }

  @Test func `a tone is rebuilt from its spectrum`() {
    let spectrum = MelSpectrum(rate: 8_000, bands: 40)
    #expect(spectrum.frame == 200 && spectrum.hop == 80)
    let signal = tone(700, seconds: 0.4, rate: 8_000).map(Float.init)
    let frames = spectrum.frames(signal)
    // (3,200 − 200) / 80 + 1.
    #expect(frames.count == 38)
    let rebuilt = GriffinLim(spectrum).sound(frames)
    #expect(rebuilt.count == 37 * 80 + 200)
    func loudest(_ frame: [Double]) -> Int { frame.indices.max { frame[$0] < frame[$1] } ?? 0 }
    let again = spectrum.frames(rebuilt)
    for index in 4..<34 {
      #expect(loudest(again[index]) == loudest(frames[index]))
      // Within 3 dB (a factor of two in energy) of the band that holds the tone.
      let band = loudest(frames[index])
      #expect(abs(again[index][band] - frames[index][band]) < log(2))
    }
  }

  @Test func `speech is found between quiet ends`() {
    let quiet = [Double](repeating: -8, count: 5)
    let loud = [Double](repeating: 0, count: 5)
    func frames(_ before: Int, _ speech: Int, _ after: Int) -> [[Double]] {
      Array(repeating: quiet, count: before) + Array(repeating: loud, count: speech)
        + Array(repeating: quiet, count: after)
    }
    #expect(speechSpan(frames(10, 20, 10)) == 8..<32)
    #expect(speechSpan(frames(1, 20, 10)) == 0..<23)
    #expect(speechSpan(frames(0, 20, 0)) == 0..<20)
    #expect(speechSpan([quiet]) == 0..<1)
  }
}
