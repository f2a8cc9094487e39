import Foundation
import Kernels

/// Spoken digits by the formant synthesiser: words put together from the sounds of English.
enum DigitVoice {
  /// How one person speaks.
  struct Speaker {
    /// The length of the vocal tract as a factor on the resonances, 1 for an average man.
    var tract: Double
    /// Pulses a second at the beginning of an utterance.
    var pitch: Double
    /// A factor on all lengths.
    var slowness: Double
    /// How far vowels shrink towards the neutral one, from 0 to 1.
    var sloppiness: Double
    /// The spread of lengths and resonances from one sound to the next.
    var unsteadiness: Double

    /// Anybody: a child or a large man, hasty or slow.
    init(anyone random: inout SeededGenerator) {
      tract = random.uniform(0.85, 1.2)
      pitch = 125 * tract * exp(random.normal(mean: 0, standardDeviation: 0.2))
      slowness = random.uniform(0.8, 1.25)
      sloppiness = random.uniform(0, 0.4)
      unsteadiness = 1
    }

    /// One and the same careful speaker, on slightly different days.
    init(reader random: inout SeededGenerator) {
      tract = 1 + random.uniform(-0.01, 0.01)
      pitch = 110 + random.uniform(-2, 2)
      slowness = 1.1 + random.uniform(-0.05, 0.05)
      sloppiness = 0.05
      unsteadiness = 0.3
    }
  }

  /// The digits from zero to nine with the sounds they are made of.
  static let words: [(name: String, sounds: [String])] = [
    ("zero", ["z", "ih", "r", "oh", "oo"]), ("one", ["w", "ah", "n"]), ("two", ["t-", "t", "uw"]),
    ("three", ["th", "r", "ee"]), ("four", ["f", "ao", "r"]), ("five", ["f", "aa", "ih", "v"]),
    ("six", ["s", "ih", "k-", "k", "s"]), ("seven", ["s", "eh", "v", "ax", "n"]),
    ("eight", ["eh", "ee", "t-", "t"]), ("nine", ["n", "aa", "ih", "n"]),
  ]

  /// Lengths and excitation by judgement, vowel resonances after Peterson and Barney (1952); a hyphen marks
  /// the silence before a burst.
  private static let sounds: [String: FormantVoice.Sound] = [
    "aa": .init(seconds: 0.12, voice: 1, noise: 0, formants: [730, 1100, 2440]),
    "ah": .init(seconds: 0.13, voice: 1, noise: 0, formants: [640, 1190, 2390]),
    "ao": .init(seconds: 0.13, voice: 1, noise: 0, formants: [570, 840, 2410]),
    "ax": .init(seconds: 0.06, voice: 0.8, noise: 0, formants: [500, 1500, 2500]),
    "ee": .init(seconds: 0.13, voice: 0.9, noise: 0, formants: [280, 2250, 2890]),
    "eh": .init(seconds: 0.1, voice: 1, noise: 0, formants: [530, 1840, 2480]),
    "ih": .init(seconds: 0.09, voice: 0.9, noise: 0, formants: [390, 1990, 2550]),
    "oh": .init(seconds: 0.1, voice: 1, noise: 0, formants: [500, 910, 2400]),
    "oo": .init(seconds: 0.09, voice: 0.7, noise: 0, formants: [320, 870, 2240]),
    "uw": .init(seconds: 0.15, voice: 0.9, noise: 0, formants: [300, 870, 2240]),
    "r": .init(seconds: 0.08, voice: 0.7, noise: 0, formants: [420, 1250, 1650]),
    "w": .init(seconds: 0.07, voice: 0.6, noise: 0, formants: [290, 610, 2150]),
    "n": .init(seconds: 0.08, voice: 0.5, noise: 0, formants: [280, 1450, 2300]),
    "s": .init(seconds: 0.11, voice: 0, noise: 0.5, formants: [2600, 4600, 6200]),
    "z": .init(seconds: 0.08, voice: 0.3, noise: 0.4, formants: [2400, 4500, 6200]),
    "f": .init(seconds: 0.09, voice: 0, noise: 0.3, formants: [1100, 2100, 4600]),
    "th": .init(seconds: 0.08, voice: 0, noise: 0.2, formants: [1400, 2700, 5200]),
    "v": .init(seconds: 0.07, voice: 0.4, noise: 0.15, formants: [350, 1150, 2200]),
    "t-": .init(seconds: 0.04, voice: 0, noise: 0, formants: [400, 1800, 2700]),
    "t": .init(seconds: 0.04, voice: 0, noise: 0.5, formants: [400, 1800, 2700]),
    "k-": .init(seconds: 0.04, voice: 0, noise: 0, formants: [400, 1900, 2200]),
    "k": .init(seconds: 0.04, voice: 0, noise: 0.4, formants: [400, 1900, 2200]),
  ]

  /// The digits said by a speaker before some noise, so many decibels below the voice; within ±1.
  static func say(
    _ digits: [Int], _ speaker: Speaker, noise: Double, _ random: inout SeededGenerator
  ) -> [Float] {
    let neutral = [500.0, 1500, 2500]
    var spoken: [FormantVoice.Sound] = []
    for (place, digit) in digits.enumerated() {
      if place > 0 {
        spoken.append(.init(seconds: random.uniform(0.01, 0.09), voice: 0, noise: 0, formants: neutral))
      }
      for sound in words[digit].sounds.compactMap({ sounds[$0] }) {
        let spread = speaker.unsteadiness
        let formants = zip(sound.formants, neutral).map { target, middle in
          let mixed = sound.voice > 0.5 ? target + (middle - target) * speaker.sloppiness : target
          return mixed * speaker.tract * exp(random.normal(mean: 0, standardDeviation: 0.04 * spread))
        }
        spoken.append(
          .init(
            seconds: sound.seconds * speaker.slowness
              * exp(random.normal(mean: 0, standardDeviation: 0.12 * spread)),
            voice: sound.voice * (1 + 0.2 * spread * random.uniform(-1, 1)),
            noise: sound.noise * (1 + 0.4 * spread * random.uniform(-1, 1)), formants: formants))
      }
    }
    let voice = FormantVoice.synthesise(spoken, pitch: speaker.pitch, &random)
    let rate = Double(FormantVoice.rate)
    let (before, after) = (Int(random.uniform(0.05, 0.15) * rate), Int(random.uniform(0.08, 0.18) * rate))
    var signal = FormantVoice.background(before + voice.count + after, &random)
    let background = FormantVoice.rootMeanSquare(signal) * pow(10, noise / 20)
    let level = FormantVoice.rootMeanSquare(voice)
    let gain = 0.1 * (1 + 0.5 * speaker.unsteadiness * random.uniform(-1, 1))
    for index in signal.indices {
      let at = index - before
      let value = at >= 0 && at < voice.count ? voice[at] / max(level, 1e-9) : 0
      signal[index] = (value + signal[index] / max(background, 1e-9)) * gain
    }
    return signal.map { Float(min(max($0, -1), 1)) }
  }
}
