import Datasets
import Kernels
import Knowledge
import Recommendations

extension NoteGenerationProblem {
  /// Quarter notes a minute of melodies shown.
  private static let tempo = 110.0
  /// Low, so that slips of a small model are rare; 1 would draw notes as often as the model expects them.
  private static let temperature = 0.8
  /// Notes of a test melody that the network goes on from.
  private static let given = 16
  /// Notes of every melody shown: a report holds them as sound, some 9 kB a note.
  private static let shown = 40

  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample] {
    [try made(models), try continued(models)].compactMap { $0 }
  }

  /// Melodies from nothing, by every model.
  private func made(_ models: [PilotCandidate: Model]) throws -> PilotSample? {
    let makers: [(PilotCandidate, Int, LocalizedText)] = [
      (.baseline, 1, LocalizedText(en: "By how common notes are", zh: "只按音符出现的频率")),
      (.classical, 1, LocalizedText(en: "From the two notes before", zh: "根据前两个音")),
      (.smallNetwork, 2, LocalizedText(en: "By the network", zh: "由网络谱写")),
    ]
    var melodies: [MelodySample] = []
    for (candidate, times, caption) in makers {
      guard let model = models[candidate] else { continue }
      for turn in 0..<times {
        var generator = SeededGenerator(seed: UInt64(turn), purpose: "new melody")
        let sequence = try continuation(
          model, of: NoteSequence(), count: Self.shown, temperature: Self.temperature, using: &generator)
        melodies.append(melody(sequence, caption))
      }
    }
    guard !melodies.isEmpty else { return nil }
    return PilotSample(
      title: LocalizedText(en: "Melodies made", zh: "谱写的旋律"),
      note: LocalizedText(
        en: "Listen for motifs that come back and for endings; temperature 0.8.",
        zh: "留意动机是否再现、乐句是否收束；温度 0.8。"), .melodies(melodies))
  }

  /// Test melodies as they are, and as the network goes on from their beginning.
  private func continued(_ models: [PilotCandidate: Model]) throws -> PilotSample? {
    guard let network = models[.smallNetwork] else { return nil }
    var melodies: [MelodySample] = []
    let long = sequences(.test).filter { $0.symbols.count > Self.given }
    for (place, sequence) in long.prefix(2).enumerated() {
      var generator = SeededGenerator(seed: UInt64(place), purpose: "continued melody")
      let count = min(sequence.symbols.count, Self.shown) - Self.given
      let made = try continuation(
        network, of: sequence.prefix(Self.given), count: count, temperature: Self.temperature,
        using: &generator)
      melodies.append(melody(made, LocalizedText(en: "Gone on by the network", zh: "由网络续写")))
      melodies.append(
        melody(sequence.prefix(Self.shown), LocalizedText(en: "As it is in the data", zh: "数据中的原曲")))
    }
    guard !melodies.isEmpty else { return nil }
    return PilotSample(
      title: LocalizedText(en: "Melodies continued", zh: "续写的旋律"),
      note: LocalizedText(
        en: "The first 16 notes are those of a test melody.", zh: "前 16 个音取自测试旋律。"), .melodies(melodies))
  }

  private func melody(_ sequence: NoteSequence, _ caption: LocalizedText) -> MelodySample {
    MelodySample(
      caption: caption, tempo: Self.tempo,
      notes: vocabulary.notes(sequence.symbols))
  }
}
