import Foundation
import Kernels

/// A source-filter synthesiser for a handful of words, after Klatt (1980), cut down to what keywords need.
enum FormantVoice {
  /// Samples a second.
  static let rate = 16_000

  /// One stretch of a word: how long, how it is excited, where its resonances end up.
  struct Sound {
    var seconds: Double
    var voice: Double
    var noise: Double
    /// First to third resonance in hertz, for an average voice (Peterson and Barney, 1952).
    var formants: [Double]
  }

  struct Word {
    var name: String
    var sounds: [Sound]
  }

  private static let ah: [Double] = [640, 1190, 2390]
  private static let eh: [Double] = [530, 1840, 2480]
  private static let ee: [Double] = [280, 2250, 2890]
  private static let oh: [Double] = [500, 910, 2400]
  private static let oo: [Double] = [320, 870, 2240]
  private static let aa: [Double] = [730, 1100, 2440]
  private static let nasal: [Double] = [280, 1450, 2300]
  private static let hiss: [Double] = [2600, 4600, 6200]

  static let words: [Word] = [
    Word(
      name: "yes",
      sounds: [
        Sound(seconds: 0.07, voice: 0.7, noise: 0, formants: ee),
        Sound(seconds: 0.16, voice: 1, noise: 0, formants: eh),
        Sound(seconds: 0.17, voice: 0, noise: 0.5, formants: hiss),
      ]),
    Word(
      name: "no",
      sounds: [
        Sound(seconds: 0.08, voice: 0.5, noise: 0, formants: nasal),
        Sound(seconds: 0.15, voice: 1, noise: 0, formants: oh),
        Sound(seconds: 0.13, voice: 0.7, noise: 0, formants: oo),
      ]),
    Word(
      name: "up",
      sounds: [
        Sound(seconds: 0.19, voice: 1, noise: 0, formants: ah),
        Sound(seconds: 0.08, voice: 0, noise: 0, formants: [400, 900, 2200]),
        Sound(seconds: 0.04, voice: 0, noise: 0.35, formants: [500, 1000, 2200]),
      ]),
    Word(
      name: "down",
      sounds: [
        Sound(seconds: 0.03, voice: 0.2, noise: 0.4, formants: [350, 1700, 2700]),
        Sound(seconds: 0.14, voice: 1, noise: 0, formants: aa),
        Sound(seconds: 0.1, voice: 0.9, noise: 0, formants: oo),
        Sound(seconds: 0.11, voice: 0.5, noise: 0, formants: nasal),
      ]),
    Word(
      name: "go",
      sounds: [
        Sound(seconds: 0.04, voice: 0.2, noise: 0.4, formants: [300, 1500, 2000]),
        Sound(seconds: 0.17, voice: 1, noise: 0, formants: oh),
        Sound(seconds: 0.13, voice: 0.7, noise: 0, formants: oo),
      ]),
    Word(
      name: "stop",
      sounds: [
        Sound(seconds: 0.13, voice: 0, noise: 0.5, formants: hiss),
        Sound(seconds: 0.04, voice: 0, noise: 0.5, formants: [400, 1800, 2700]),
        Sound(seconds: 0.15, voice: 1, noise: 0, formants: aa),
        Sound(seconds: 0.08, voice: 0, noise: 0.05, formants: [400, 900, 2200]),
        Sound(seconds: 0.04, voice: 0, noise: 0.35, formants: [500, 1000, 2200]),
      ]),
  ]

  /// One take of a word with its own speaker, manner and noise: 0.6 to 0.8 s, samples within ±1.
  static func say(_ word: Word, _ random: inout SeededGenerator) -> [Float] {
    let speed = random.uniform(0.8, 1.35)
    let tract = random.uniform(0.82, 1.2)
    let pitch = 130 * tract * exp(random.normal(mean: 0, standardDeviation: 0.25))
    // A sloppy speaker's vowels shrink towards the neutral one.
    let sloppiness = random.uniform(0, 0.55)
    let neutral = [500.0, 1500, 2500]
    let sounds = word.sounds.map { sound in
      Sound(
        seconds: sound.seconds * speed * exp(random.normal(mean: 0, standardDeviation: 0.15)),
        voice: sound.voice * random.uniform(0.6, 1.1), noise: sound.noise * random.uniform(0.3, 1.2),
        formants: zip(sound.formants, neutral).map { target, middle in
          let mixed = sound.voice > 0.3 ? target + (middle - target) * sloppiness : target
          return mixed * tract * exp(random.normal(mean: 0, standardDeviation: 0.05))
        })
    }
    let length = Int(random.uniform(0.6, 0.8) * Double(rate))
    let start = Int(random.uniform(0.02, 0.14) * Double(rate))
    let spoken = synthesise(sounds, pitch: pitch, &random)
    var signal = background(length, &random)
    let noiseLevel = rootMeanSquare(signal)
    let level = rootMeanSquare(spoken)
    // From barely above the background to clear, in decibels.
    let ratio = pow(10, random.uniform(-1, 18) / 20)
    let gain = random.uniform(0.05, 0.2)
    for index in signal.indices {
      let at = index - start
      let voice = at >= 0 && at < spoken.count ? spoken[at] / max(level, 1e-9) : 0
      signal[index] = (voice + signal[index] / max(noiseLevel, 1e-9) / ratio) * gain
    }
    return signal.map { Float(min(max($0, -1), 1)) }
  }

  /// Sounds one after another, without background.
  static func synthesise(
    _ sounds: [Sound], pitch: Double, _ random: inout SeededGenerator
  ) -> [Double] {
    var output: [Double] = []
    var resonators = [Resonator](repeating: Resonator(), count: 3)
    var phase = 0.0
    var voice = 0.0
    var noise = 0.0
    var formants = sounds.first?.formants ?? [500, 1500, 2500]
    let total = sounds.map(\.seconds).reduce(0, +)
    for sound in sounds {
      for _ in 0..<Int(sound.seconds * Double(rate)) {
        // Everything glides to its target within about 20 ms, as a mouth does.
        let glide = 1 / (0.02 * Double(rate))
        voice += (sound.voice - voice) * glide
        noise += (sound.noise - noise) * glide
        for index in 0..<3 { formants[index] += (sound.formants[index] - formants[index]) * glide }
        let progress = Double(output.count) / (total * Double(rate))
        phase += pitch * (1.08 - 0.2 * progress) / Double(rate)
        var pulse = -0.08
        if phase >= 1 {
          phase -= 1
          pulse = 1
        }
        var value = voice * pulse + noise * random.uniform(-0.2, 0.2)
        for index in 0..<3 {
          // Resonances move slowly: setting them a thousand times a second is enough.
          if output.count % 16 == 0 {
            let width = 60 + 50 * Double(index) + (noise > 0.1 ? 250 : 0)
            resonators[index].tune(frequency: min(formants[index], 7_200), width: width)
          }
          value = resonators[index].pass(value)
        }
        output.append(value)
      }
    }
    return output
  }

  /// Noise with more low than high tones, like a room.
  static func background(_ length: Int, _ random: inout SeededGenerator) -> [Double] {
    var low = 0.0
    return (0..<length).map { _ in
      let white = random.uniform(-1, 1)
      low += (white - low) * 0.15
      return low + 0.15 * white
    }
  }

  static func rootMeanSquare(_ signal: [Double]) -> Double {
    (signal.reduce(0) { $0 + $1 * $1 } / Double(max(1, signal.count))).squareRoot()
  }
}

/// A digital resonator of second order: y(n) = a·x(n) + b·y(n−1) + c·y(n−2), gain 1 at 0 Hz.
private struct Resonator {
  private var last = 0.0
  private var beforeLast = 0.0

  private var b = 0.0
  private var c = 0.0

  /// Sets the resonance and its width, both in hertz.
  mutating func tune(frequency: Double, width: Double) {
    let step = 1 / Double(FormantVoice.rate)
    c = -exp(-2 * Double.pi * width * step)
    b = 2 * exp(-Double.pi * width * step) * cos(2 * Double.pi * frequency * step)
  }

  mutating func pass(_ value: Double) -> Double {
    let output = (1 - b - c) * value + b * last + c * beforeLast
    beforeLast = last
    last = output
    return output
  }
}
