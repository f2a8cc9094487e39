import Kernels

extension SampleData {
  /// Six synthetic keywords, sixty takes each, turned into features by the code that reads recordings.
  static let spokenKeywords = SampleData(
    id: "spoken-keywords", kind: .synthetic,
    title: BilingualText(en: "Six synthetic spoken keywords", zh: "六个合成的语音关键词"),
    process: BilingualText(
      en: "Synthetic: a seeded formant synthesiser says yes, no, up, down, go and stop sixty times each, at"
        + " 16,000 samples a second. A pulse train and noise pass through three resonators that follow the"
        + " vowels and consonants; pitch, speed, size of the vocal tract, sloppiness of the vowels, loudness,"
        + " start and background noise differ from take to take. No real voice is in it.",
      zh: "合成数据：由固定种子的共振峰合成器以每秒 16000 个采样“说出”yes、no、up、down、go、stop，每词六十遍。"
        + "脉冲序列和噪声通过三个随元音、辅音变化的共振器；每一遍的音高、语速、声道大小、元音含糊程度、响度、起始位置和背景噪声各不相同。"
        + "不含任何真实人声。"),
    sourceID: "generator:spoken-keywords"
  ) { _, seed throws(DatasetError) in
    let extractor = SoundFeatures(rate: FormantVoice.rate)
    var grid = FeatureGrid(
      names: SoundFeatures.names, values: [], shape: .sound(rate: FormantVoice.rate))
    var labels: [String] = []
    for recording in spokenKeywordRecordings(seed: seed) {
      guard let features = extractor.features(recording.samples) else { continue }
      grid.values.append(contentsOf: features)
      labels.append(recording.label)
    }
    return .grid(grid, labels: labels, modality: .audio)
  }
}

/// One sound of a sample, as it was before it became features.
public struct SampleRecording: Sendable {
  public let label: String
  /// Samples a second.
  public let rate: Int
  /// One channel, about −1 to 1.
  public let samples: [Float]
}

extension SampleData {
  /// The sounds behind a sample with this id and seed, one a row and in the rows' order; none where a
  /// sample holds no sounds.
  public static func recordings(_ id: String, seed: UInt64) -> [SampleRecording] {
    guard id == spokenKeywords.id else { return [] }
    let extractor = SoundFeatures(rate: FormantVoice.rate)
    return spokenKeywordRecordings(seed: seed).filter { extractor.features($0.samples) != nil }
  }
}

/// Sixty takes of each word.
private func spokenKeywordRecordings(seed: UInt64) -> [SampleRecording] {
  FormantVoice.words.flatMap { word in
    (0..<60).map { take in
      var random = SeededGenerator(seed: seed, purpose: "\(word.name) \(take)")
      return SampleRecording(
        label: word.name, rate: FormantVoice.rate, samples: FormantVoice.say(word, &random))
    }
  }
}
