import Kernels

extension SpeechCollection {
  public static let samples: [CollectionSample<SpeechCollection>] = [.spokenDigits, .oneVoice]
}

extension CollectionSample<SpeechCollection> {
  /// One to four digits said by somebody else in every recording.
  static let spokenDigits = CollectionSample(
    id: "spoken-digits", kind: .synthetic,
    title: BilingualText(en: "Synthetic spoken digits, many voices", zh: "合成的数字语音，多种嗓音"),
    process: BilingualText(
      en: "Synthetic: a seeded formant synthesiser says one to four English digits in each of 400 recordings,"
        + " at 16,000 samples a second, each time with another voice. Size of the vocal tract, pitch, speed,"
        + " sloppiness of the vowels, pauses, loudness and noise (5 to 25 decibels below the voice) differ."
        + " No real voice is in it, and real speech is far harder.",
      zh: "合成数据：由固定种子的共振峰合成器生成 400 段录音，每段说一到四个英文数字，每秒 16000 个采样，每段换一种嗓音；"
        + "声道大小、音高、语速、元音含糊程度、停顿、响度和噪声（比人声低 5 到 25 分贝）各不相同。"
        + "不含任何真实人声；真实语音要难得多。"),
    sourceID: "generator:spoken-digits"
  ) { sample, _, seed throws(DatasetError) in
    digits(sample, count: 400, longest: 4, seed: seed) { random in
      let speaker = DigitVoice.Speaker(anyone: &random)
      return (speaker, random.uniform(5, 25))
    }
  }

  /// One to three digits, always said by the same voice.
  static let oneVoice = CollectionSample(
    id: "one-voice-digits", kind: .synthetic,
    title: BilingualText(en: "Synthetic spoken digits, one voice", zh: "合成的数字语音，同一嗓音"),
    process: BilingualText(
      en: "Synthetic: a seeded formant synthesiser says one to three English digits in each of 300"
        + " recordings, always as the same careful speaker in a quiet room; lengths, resonances and pitch differ a little"
        + " from one recording to the next. No real voice is in it.",
      zh: "合成数据：由固定种子的共振峰合成器生成 300 段录音，每段说一到三个英文数字，始终是同一位吐字清楚的“说话人”，"
        + "房间安静；各段之间的音长、共振峰和音高略有不同。不含任何真实人声。"),
    sourceID: "generator:one-voice-digits"
  ) { sample, _, seed throws(DatasetError) in
    digits(sample, count: 300, longest: 3, seed: seed) { random in
      (DigitVoice.Speaker(reader: &random), 35)
    }
  }
}

/// Recordings of digits drawn by chance.
///
/// - Parameter speaker: gives the voice of a recording, and decibels from the voice down to the noise.
private func digits(
  _ sample: CollectionSample<SpeechCollection>, count: Int, longest: Int, seed: UInt64,
  speaker: (inout SeededGenerator) -> (DigitVoice.Speaker, Double)
) -> SpeechCollection {
  let utterances = (0..<count).map { place in
    var random = SeededGenerator(seed: seed, purpose: "\(sample.id) \(place)")
    let digits = (0...random.index(below: longest)).map { _ in
      random.index(below: DigitVoice.words.count)
    }
    let (voice, noise) = speaker(&random)
    return SpeechCollection.Utterance(
      samples: DigitVoice.say(digits, voice, noise: noise, &random),
      text: digits.map { DigitVoice.words[$0].name }.joined(separator: " "))
  }
  return SpeechCollection(
    facts: CollectionFacts(
      sample, modality: .audio, fingerprint: SpeechCollection.fingerprint(utterances)),
    rate: FormantVoice.rate, utterances: utterances)
}
