import Datasets
import Foundation
import Knowledge
import Recommendations

extension SpeechRecognitionProblem {
  /// Samples a second of what is played in a report, and seconds at most.
  private static let playedRate = 8_000
  private static let playedSeconds = 1.5

  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample] {
    let listeners = PilotCandidate.allCases.filter { $0 != .baseline && models[$0] != nil }
    let shown = Array(parts.test.prefix(12))
    let heard = try listeners.compactMap { models[$0] }.map { try recognised(shown, by: $0) }
    let names = listeners.map { listener in
      listener == .smallNetwork
        ? LocalizedText(en: "Network heard", zh: "网络听到") : LocalizedText(en: "Templates heard", zh: "模板听到")
    }
    let rows = shown.indices.map { row in
      [texts[shown[row]].text] + heard.map { $0[row].text.isEmpty ? "–" : $0[row].text }
    }
    return [
      sounds(shown, heard: heard, names: names),
      PilotSample(
        title: LocalizedText(en: "What was said and what was heard", zh: "说的内容与听到的内容"),
        note: LocalizedText(
          en: "Recordings of the test part, which no model learnt from.", zh: "测试部分的录音，没有模型从中学习过。"),
        .texts(TextSample(columns: [LocalizedText(en: "Said", zh: "所说内容")] + names, rows: rows))),
    ]
  }

  /// The first short ones of these recordings to listen to.
  private func sounds(_ shown: [Int], heard: [[SpokenText]], names: [LocalizedText]) -> PilotSample {
    let short = shown.indices.filter {
      Double(collection.utterances[shown[$0]].samples.count) <= Self.playedSeconds * Double(collection.rate)
    }
    let sounds = (short.isEmpty ? [0] : short).prefix(4).map { row in
      let utterance = collection.utterances[shown[row]]
      let cut = utterance.samples.prefix(Int(Self.playedSeconds * Double(collection.rate)))
      var caption = LocalizedText(en: "Said: \(texts[shown[row]].text)", zh: "所说内容：\(texts[shown[row]].text)")
      for (name, texts) in zip(names, heard) {
        let text = texts[row].text.isEmpty ? "–" : texts[row].text
        caption.en += "; \(name.en.prefix(1).lowercased() + name.en.dropFirst()): \(text)"
        caption.zh += "；\(name.zh)：\(text)"
      }
      return SoundSample(
        caption: caption, rate: Self.playedRate,
        samples: resampled(Array(cut), from: collection.rate, to: Self.playedRate))
    }
    return PilotSample(
      title: LocalizedText(en: "Recordings of the test part", zh: "测试部分的录音"), .sounds(Array(sounds)))
  }
}
