import Pilots
import Testing

struct SpeechTests {
  @Test(arguments: [
    ("Hello,  World!", ["hello", "world"], "hello world"), ("don’t stop", ["don't", "stop"], "don't stop"),
    ("'Tis 42.", ["tis", "42"], "tis 42"), ("今天 天气很好。", ["今", "天", "天", "气", "很", "好"], "今天天气很好"),
    ("打开WiFi吧", ["打", "开", "wifi", "吧"], "打开 wifi 吧"), ("", [], ""), (" – ", [], ""),
  ])
  func `texts are counted by words`(text: String, words: [String], written: String) {
    #expect(SpokenText(text).words == words)
    #expect(SpokenText(text).text == written)
    #expect(SpokenText(written).words == words)
  }

  @Test func `the best constant needs the fewest corrections`() {
    func best(_ texts: [String]) -> String { SpokenText.bestConstant(for: texts.map { SpokenText($0) }).text }
    #expect(best(["a b c", "a b c", "x"]) == "a b c")
    // Each is one word away from "a b c", which nobody said, and two away from the others.
    #expect(best(["a b x", "a y c", "z b c"]) == "a b c")
    // Of equally good ones the first text; nothing at all would cost four.
    #expect(best(["a b", "c d"]) == "a b")
    // Most recordings hold no words: saying none is best.
    #expect(best(["", "", "a"]) == "")
    #expect(best([]) == "")
  }

  private func frames(_ values: [Float]) -> [SIMD16<Float>] {
    values.map { value in
      var vector = SIMD16<Float>(repeating: 0)
      vector[0] = value
      return vector
    }
  }

  @Test func `words are chained from templates`() {
    let low = SpeechTemplates.Template(words: ["low"], frames: frames([1, 2, 3]))
    let high = SpeechTemplates.Template(words: ["high"], frames: frames([9, 8, 7]))
    let silence = SpeechTemplates.Template(words: [], frames: frames([0]))
    var templates = SpeechTemplates(templates: [low, high, silence], isConnected: true, penalty: 1)
    #expect(templates.words(frames([1, 2, 3])) == ["low"])
    #expect(templates.words(frames([0, 1, 1, 2, 2, 3, 3, 0, 9, 8, 8, 7])) == ["low", "high"])
    // Twice as fast: the middle frame is passed over.
    #expect(templates.words(frames([9, 7, 1, 3])) == ["high", "low"])
    #expect(templates.words(frames([0, 0])) == [])
    #expect(templates.words(frames([1, 2, 3, 1, 2, 3])) == ["low", "low"])
    // A second word costs more than a bad fit.
    templates.penalty = 100
    #expect(templates.words(frames([1, 2, 3, 1, 2, 3])) == ["low"])
    let whole = SpeechTemplates(templates: [low, high], isConnected: false)
    #expect(whole.words(frames([1, 1, 2, 3, 3])) == ["low"])
    #expect(whole.words(frames([8, 8, 8, 7])) == ["high"])
    // One frame cannot hold a template of three.
    #expect(whole.words(frames([1])) == [])
  }

  @Test func `letter times are found without being told`() {
    // Unit 0 sounds like 1 and lasts 6 frames, unit 1 like −1 and lasts 2.
    let (long, short) = ([Float](repeating: 1, count: 6), [Float](repeating: -1, count: 2))
    let recordings = [long + short, short + long, long + short + long]
    let times = LetterTimes(recordings, [[0, 1], [1, 0], [0, 1, 0]], unitCount: 3, bands: 1)
    // Unit 2 was never heard: the mean of all letters, (4 · 6 + 3 · 2) / 7.
    #expect(times.durations == [6, 2, Float(30) / 7])
    let places = times.places([0, 1], frames: 16)
    // Twice as slow: 12 and 4 frames, each counted at its middle.
    #expect(places.map(\.letter) == Array(repeating: 0, count: 12) + Array(repeating: 1, count: 4))
    #expect(abs(places[0].share - 0.5 / 12) < 1e-6 && abs(places[15].share - 3.5 / 4) < 1e-6)
    #expect(times.places([], frames: 4).map(\.letter) == [0, 0, 0, 0])
    #expect(times.places([1, 1, 1], frames: 1).count == 1)
  }

  @Test func `the average recording keeps its length and its ends`() {
    // Forty recordings of 30 frames that begin with 4 and are 0 elsewhere: 40 · 4 / (40 + 5).
    let recording: [Float] = [4] + Array(repeating: 0, count: 29)
    let voice = AverageVoice(Array(repeating: recording, count: 40), bands: 1)
    let frames = voice.frames(12)
    #expect(frames.count == 12)
    #expect(abs(frames[0] - Float(160) / 45) < 1e-5 && frames.dropFirst().allSatisfy { $0 == 0 })
    #expect(AverageVoice([], bands: 1).frames(3) == [0, 0, 0])
    #expect(voice.frames(0).isEmpty)
  }

  @Test func `lengths have averages of their own`() {
    let brief = [Float](repeating: 1, count: 20)
    let lengthy = [Float](repeating: -1, count: 60)
    let recordings = Array(repeating: brief, count: 25) + Array(repeating: lengthy, count: 25)
    let voice = AverageVoice(recordings, bands: 1)
    #expect(voice.frames(18).allSatisfy { $0 > 0.8 } && voice.frames(70).allSatisfy { $0 < -0.8 })
  }
}
