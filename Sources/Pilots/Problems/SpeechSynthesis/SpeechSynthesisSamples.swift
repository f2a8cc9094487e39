import Knowledge
import Recommendations

extension SpeechSynthesisProblem {
  /// Seconds of a recording that is played in a report, at most.
  private static let playedSeconds = 1.5

  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample] {
    let most = Int(Self.playedSeconds * Double(VoiceFrames.rate))
    let short = parts.test.filter { voice.samples[$0].count <= most && texts[$0].words.count > 1 }
    let shown = Array((short.isEmpty ? parts.test : short).prefix(2))
    let speakers = PilotCandidate.allCases.filter { $0 != .baseline && models[$0] != nil }
    let made = try speakers.compactMap { models[$0] }.map { try spoken(shown, by: $0) }
    var sounds: [SoundSample] = []
    var pictures: [PictureSample] = []
    for (row, place) in shown.enumerated() {
      let text = texts[place].text
      // As long as what is played, whatever the length of the recording.
      let frames = min(voice.count(place), 100 * most / VoiceFrames.rate) * VoiceFrames.bands
      let recorded = LocalizedText(en: "Recorded: \(text)", zh: "录音：\(text)")
      sounds.append(
        SoundSample(
          caption: recorded, rate: VoiceFrames.rate,
          samples: VoiceFrames.levelled(Array(voice.samples[place].prefix(most)))))
      sounds.append(
        sound(
          LocalizedText(en: "The same, rebuilt from its spectrum: \(text)", zh: "同一段，由其频谱重建：\(text)"),
          Array(voice.frames[place].prefix(frames))))
      pictures.append(picture(recorded, Array(voice.frames[place].prefix(frames))))
      for (speaker, frame) in zip(speakers, made) {
        let caption = caption(speaker, text)
        sounds.append(sound(caption, Array(frame[row].prefix(frames))))
        pictures.append(picture(caption, Array(frame[row].prefix(frames))))
      }
    }
    return [
      PilotSample(
        title: LocalizedText(
          en: "Test sentences, recorded and made from their texts", zh: "测试语句：录音与由文本合成的声音"),
        note: LocalizedText(
          en: "The length of the speech was given. Phases are found by the Griffin–Lim method, which makes"
            + " even a recording's own spectrum sound hollow: compare with the rebuilt one.",
          zh: "语音的总长度是给定的。相位由 Griffin–Lim 方法求得，连原录音自身的频谱重建后也会发闷，请与重建的那段比较。"),
        .sounds(sounds)),
      PilotSample(
        title: LocalizedText(en: "Their spectra", zh: "对应的频谱"),
        note: LocalizedText(
          en: "Time runs to the right, 10 ms a pixel; low tones are at the bottom; bright is loud.",
          zh: "时间向右，每像素 10 毫秒；下方为低音；越亮越响。"), .pictures(pictures)),
    ]
  }

  private func caption(_ speaker: PilotCandidate, _ text: String) -> LocalizedText {
    speaker == .smallNetwork
      ? LocalizedText(en: "Made by the network: \(text)", zh: "网络合成：\(text)")
      : LocalizedText(en: "Mean frames of letters: \(text)", zh: "字母平均帧：\(text)")
  }

  private func sound(_ caption: LocalizedText, _ frames: [Float]) -> SoundSample {
    SoundSample(caption: caption, rate: VoiceFrames.rate, samples: voice.sound(frames))
  }

  /// Frames as columns of grey, from two and a half standard deviations below the mean to as many above.
  private func picture(_ caption: LocalizedText, _ frames: [Float]) -> PictureSample {
    let (bands, width) = (VoiceFrames.bands, frames.count / VoiceFrames.bands)
    var values: [Float] = []
    for band in (0..<bands).reversed() {
      for frame in 0..<width { values.append((frames[frame * bands + band] + 2.5) / 5) }
    }
    return PictureSample(caption: caption, width: width, height: bands, values: values)
  }
}
