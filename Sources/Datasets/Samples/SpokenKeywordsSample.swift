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
    for word in FormantVoice.words {
      for take in 0..<60 {
        var random = SeededGenerator(seed: seed, purpose: "\(word.name) \(take)")
        guard let features = extractor.features(FormantVoice.say(word, &random)) else { continue }
        grid.values.append(contentsOf: features)
        labels.append(word.name)
      }
    }
    return .grid(grid, labels: labels, modality: .audio)
  }
}
