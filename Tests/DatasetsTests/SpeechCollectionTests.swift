import Datasets
import Foundation
import Testing

@Suite struct SpeechCollectionTests {
  /// Tones with a table of what they would say, `text` for row i.
  private func recordings(
    _ count: Int, rate: Int = 8_000, header: String = "file,text", text: (Int) -> String = { "tone \($0)" }
  ) throws -> Scratch {
    let scratch = try Scratch()
    for index in 0..<count {
      let signal = tone(300 + 10 * Double(index), seconds: 0.1, rate: rate).map(Float.init)
      try scratch.write([UInt8](wavData(signal, rate: rate)), "tone\(index).wav")
    }
    let rows = (0..<count).map { "tone\($0).wav,\(text($0))\n" }.joined()
    try scratch.write("\(header)\n\(rows)", "transcripts.csv")
    return scratch
  }

  private func load(_ location: URL) throws -> SpeechCollection {
    try SpeechCollection.load(DatasetRequest(location: location))
  }

  @Test func `a WAV file as its standard has it`() {
    let bytes = [UInt8](wavData([0, 1, -1, 2, 0.5], rate: 8_000))
    #expect(bytes.count == 44 + 10)
    #expect(Array(bytes[0..<4]) == Array("RIFF".utf8) && Array(bytes[8..<16]) == Array("WAVEfmt ".utf8))
    // 36 + 10 bytes follow; 8,000 is 0x1F40, and two bytes each make 16,000 a second, 0x3E80.
    #expect(Array(bytes[4..<8]) == [46, 0, 0, 0])
    #expect(Array(bytes[24..<36]) == [0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0])
    // 0, 32,767, −32,767, 32,767 (cut off), 16,384 (0.5 · 32,767 rounded).
    #expect(Array(bytes[44...]) == [0, 0, 0xFF, 0x7F, 1, 0x80, 0xFF, 0x7F, 0, 0x40])
    #expect(wavData([], rate: 8_000).count == 44)
  }

  @Test func `recordings are read back as they were written`() throws {
    let scratch = try recordings(30)
    for location in [scratch.folder, scratch.folder.appendingPathComponent("transcripts.csv")] {
      let collection = try load(location)
      #expect(collection.rate == 8_000 && collection.utterances.count == 30)
      #expect(collection.utterances[7].text == "tone 7")
      let expected = tone(370, seconds: 0.1, rate: 8_000)
      let read = collection.utterances[7].samples
      #expect(read.count == expected.count)
      // Half of the step of 16-bit numbers, and what the reader divides by 32,768 instead of 32,767.
      #expect(zip(read, expected).allSatisfy { abs(Double($0) - $1) < 1 / 16_000 })
      #expect(collection.facts.modality == .audio && collection.facts.origin == .user)
    }
  }

  @Test func `what cannot be used is named`() throws {
    let scratch = try recordings(34) { $0 == 3 ? "" : "word" }
    try scratch.write("RIFFnonsense", "tone5.wav")
    try scratch.write([UInt8](wavData([Float](repeating: 0, count: 800), rate: 8_000)), "tone6.wav")
    let long = tone(300, seconds: 15.5, rate: 8_000).map(Float.init)
    try scratch.write([UInt8](wavData(long, rate: 8_000)), "tone7.wav")
    let collection = try load(scratch.folder)
    #expect(collection.utterances.count == 30)
    #expect(collection.facts.notes.contains(.rowsWithoutTarget(1)))
    #expect(collection.facts.notes.contains(.filesSkipped(3)))
    #expect(collection.facts.skipped.map(\.path) == ["tone5.wav", "tone6.wav", "tone7.wav"])
    #expect(collection.facts.skipped[2].text(in: "en") == "tone7.wav: longer than 15 seconds")
    #expect(collection.facts.skipped[2].reason == .tooLong(seconds: 15))
  }

  @Test func `tables that name no recordings are refused`() throws {
    #expect(
      error { _ = try load(URL(fileURLWithPath: "/nowhere/at/all")) } == .notFound(path: "/nowhere/at/all"))
    let empty = try Scratch()
    #expect(error { _ = try load(empty.folder) } == .noTranscripts(path: empty.folder.path))
    let few = try recordings(29)
    #expect(error { _ = try load(few.folder) } == .tooFewRows(rows: 29, least: 30))
    let other = try recordings(30, header: "file,txt")
    #expect(
      error { _ = try load(other.folder) }
        == .unknownColumn(name: "text", nearest: "txt", columns: ["file", "txt"]))
    let wrong = try recordings(30)
    try FileManager.default.removeItem(at: wrong.folder.appendingPathComponent("tone4.wav"))
    let missing = error { _ = try load(wrong.folder) }
    let table = wrong.folder.appendingPathComponent("transcripts.csv").path
    #expect(
      missing?.message(in: "en")
        == "\(table): row 5: no file 'tone4.wav' in the folder of the table; did you mean 'tone0.wav'?")
    #expect(missing?.message(in: "zh").contains("第 5 行") == true)
  }

  @Test func `a table reaches no file outside of its folder`() throws {
    let scratch = try recordings(30)
    let inner = scratch.folder.appendingPathComponent("inner")
    try scratch.write(
      "file,text\n" + (0..<30).map { "../tone\($0).wav,a\n" }.joined(), "inner/transcripts.csv")
    guard case .missingRecording(_, 1, "../tone0.wav", _) = error({ _ = try load(inner) }) else {
      Issue.record("a file of the outer folder was read")
      return
    }
  }

  @Test(arguments: SpeechCollection.samples.map(\.id))
  func `samples are the same under the same seed`(_ id: String) throws {
    let sample = try CollectionSample.find(id, among: SpeechCollection.samples)
    let one = try sample.content(root: repositoryRoot, seed: 5)
    #expect(try sample.content(root: repositoryRoot, seed: 5).facts == one.facts)
    #expect(try sample.content(root: repositoryRoot, seed: 6).facts.fingerprint != one.facts.fingerprint)
    #expect(one.utterances.count == (id == "spoken-digits" ? 400 : 300))
    let digits = Set("zero one two three four five six seven eight nine".split(separator: " "))
    let most = id == "spoken-digits" ? 4 : 3
    for utterance in one.utterances {
      let words = utterance.text.split(separator: " ")
      #expect((1...most).contains(words.count) && words.allSatisfy(digits.contains))
      let seconds = Double(utterance.samples.count) / Double(one.rate)
      #expect(seconds > 0.3 * Double(words.count) && seconds < 0.7 * Double(words.count) + 0.4)
      #expect(utterance.samples.allSatisfy { abs($0) <= 1 })
    }
    #expect(sample.process.en.hasSuffix(".") && sample.process.zh.hasSuffix("。"))
  }
}
