import Datasets
import Foundation
import Testing

@Suite struct FolderLoadingTests {
  /// Six bright and six dark pictures.
  private func pictures(_ scratch: Scratch) throws {
    for index in 0..<6 {
      try scratch.write(
        png(width: 30, height: 20) { x, _, _ in UInt8(200 + (x + index) % 40) }, "bright/\(index).png")
      try scratch.write(
        png(width: 30, height: 20) { x, _, _ in UInt8(20 + (x + index) % 40) }, "dark/\(index).png")
    }
  }

  @Test func `a folder of pictures is read, what cannot be read is named`() throws {
    let scratch = try Scratch()
    try pictures(scratch)
    let whole = png(width: 30, height: 20) { _, _, _ in 9 }
    try scratch.write(Array(whole.prefix(whole.count / 2)), "dark/half.png")
    try scratch.write(Array(redAndBlueJPEG.prefix(600)), "dark/half.jpg")
    try scratch.write([], "dark/nothing.png")
    try scratch.write("not a picture", "bright/broken.png")
    try scratch.write("about these pictures", "bright/readme.txt")
    try scratch.write(wav(tone(500, seconds: 0.2, rate: 8000), rate: 8000), "bright/noise.wav")
    try scratch.write("x", "bright/.hidden")
    let data = try load(DatasetRequest(location: scratch.folder))
    #expect(data.rows == 12)
    #expect(data.modality == .image)
    #expect(data.classes == ["bright", "dark"])
    #expect(data.targets == Array(repeating: 0, count: 6) + Array(repeating: 1, count: 6))
    let reasons = Dictionary(uniqueKeysWithValues: data.skipped.map { ($0.path, $0.reason) })
    #expect(
      reasons == [
        "dark/half.png": .truncated, "dark/half.jpg": .truncated, "dark/nothing.png": .empty,
        "bright/broken.png": .damaged("unknown first bytes"), "bright/readme.txt": .unknownFormat,
        "bright/noise.wav": .otherMedium,
      ])
    #expect(data.notes.contains(.filesSkipped(6)))
    #expect(data.notes.contains(.imagesResized(side: 28, channels: 1)))
    #expect(data.skipped.first?.text(in: "en") == "bright/broken.png: damaged (unknown first bytes)")
  }

  @Test func `colour is kept where there is any`() throws {
    let scratch = try Scratch()
    for index in 0..<6 {
      try scratch.write(redAndBlueJPEG, "a/\(index).jpg")
      try scratch.write(
        png(width: 16, height: 16, channels: 3) { _, _, channel in channel == 1 ? 200 : UInt8(index) },
        "b/\(index).png")
    }
    let data = try load(DatasetRequest(location: scratch.folder))
    // Smaller than the usual square: kept at their own size.
    #expect(data.notes.contains(.imagesResized(side: 16, channels: 3)))
    let red = try #require(try encoded(data, "row 8 column 2 red"))
    let blue = try #require(try encoded(data, "row 8 column 15 blue"))
    #expect(red[0] > 0 && red[6] < 0)
    #expect(blue[0] > 0 && blue[6] < 0)
  }

  @Test func `a second folder is read in the shape of the first`() throws {
    let scratch = try Scratch()
    try pictures(scratch)
    let training = try load(DatasetRequest(location: scratch.folder))
    let other = try Scratch()
    try other.write(png(width: 90, height: 90) { _, _, _ in 220 }, "bright/new.png")
    let test = try applyHeldOut(other.folder, to: training)
    #expect(test.targets == [0])
    let encoder = FeatureEncoder.fit(training, rows: Array(0..<12))
    #expect(encoder.encode(test, rows: [0]).count == encoder.columns)
    try other.write(png(width: 9, height: 9) { _, _, _ in 1 }, "grey/new.png")
    #expect(
      error { _ = try applyHeldOut(other.folder, to: training) }
        == .unseenClass(column: "folder", value: "grey", row: 1, known: ["bright", "dark"]))
  }

  @Test func `folders without use are refused in one line`() throws {
    let scratch = try Scratch()
    let path = scratch.folder.path
    func message() -> String? {
      error { _ = try load(DatasetRequest(location: scratch.folder)) }?.message(in: "en")
    }
    #expect(
      message()
        == "\(path): the folder is empty; expected one sub-folder a class with PNG, JPEG or WAV files")
    try scratch.write("x", "notes.txt")
    #expect(
      message() == "\(path): no sub-folders; expected one sub-folder a class with PNG, JPEG or WAV files")
    try scratch.write("text", "cats/a.png")
    #expect(
      message()
        == "\(path): none of 1 file could be read; the first, cats/a.png, is damaged (unknown first bytes)")
    try scratch.write(png(width: 4, height: 4) { _, _, _ in 7 }, "cats/b.png")
    #expect(
      message()
        == "\(path): only the class 'cats' has readable files (1 skipped); at least two classes needed")
    try scratch.write(png(width: 4, height: 4) { _, _, _ in 8 }, "dogs/b.png")
    #expect(message() == "2 rows with a target value; at least 10 needed")
    let split = try Scratch()
    try split.write("x", "train/a.png")
    try split.write("x", "test/a.png")
    let refused = error { _ = try load(DatasetRequest(location: split.folder)) }
    #expect(refused == .splitFolders(path: split.folder.path, names: ["test", "train"]))
  }

  @Test(arguments: ["png", "jpg", "wav"])
  func `a file with wrong bytes is read or skipped, never a crash`(_ ending: String) throws {
    let whole =
      switch ending {
      case "png": png(width: 24, height: 24) { x, y, _ in UInt8(x * y % 251) }
      case "jpg": redAndBlueJPEG
      default: wav(tone(700, seconds: 0.2, rate: 8_000), rate: 8_000)
      }
    let scratch = try Scratch()
    var random = Dice(state: UInt64(ending.utf8.count))
    for index in 0..<120 {
      var bytes = whole
      // The first six in each class stay whole; the first bytes always do, so that the decoder is reached.
      if index >= 12 {
        for _ in 0...Int.random(in: 0...5, using: &random) {
          bytes[Int.random(in: 12..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if Bool.random(using: &random) {
          bytes.removeLast(Int.random(in: 0..<bytes.count - 12, using: &random))
        }
      }
      try scratch.write(bytes, "\(index % 2)/\(index).\(ending)")
    }
    let data = try load(DatasetRequest(location: scratch.folder))
    #expect(data.rows >= 12)
    #expect(data.rows + data.skipped.count == 120)
    let rows = Array(0..<data.rows)
    #expect(!FeatureEncoder.fit(data, rows: rows).encode(data, rows: rows).contains { !$0.isFinite })
  }

  @Test func `a large folder is thinned by a seeded draw`() throws {
    let scratch = try Scratch()
    try pictures(scratch)
    let one = try load(DatasetRequest(location: scratch.folder, fileLimit: 11, seed: 1))
    let same = try load(DatasetRequest(location: scratch.folder, fileLimit: 11, seed: 1))
    #expect(one.rows == 11)
    #expect(one.fingerprint == same.fingerprint)
    #expect(one.notes.contains(.filesDrawn(kept: 11, of: 12)))
  }

  @Test func `a folder of sounds is read, a pure tone lands in its band`() throws {
    let scratch = try Scratch()
    for index in 0..<6 {
      let seconds = 0.3 + Double(index) * 0.05
      try scratch.write(wav(tone(1000, seconds: seconds, rate: 16_000), rate: 16_000), "low/\(index).wav")
      // Two channels, the right one silent: mixed to one.
      let high = tone(3000, seconds: seconds, rate: 16_000).flatMap { [$0, 0.0] }
      try scratch.write(wav(high, rate: 16_000, channels: 2), "tall/\(index).wav")
    }
    let cut = wav(tone(500, seconds: 0.5, rate: 16_000), rate: 16_000)
    try scratch.write(Array(cut.prefix(5_000)), "low/cut.wav")
    try scratch.write(wav(Array(repeating: 0, count: 8_000), rate: 16_000), "low/silent.wav")
    let data = try load(DatasetRequest(location: scratch.folder))
    #expect(data.modality == .audio)
    #expect(data.rows == 12)
    #expect(data.notes.contains(.soundRate(hertz: 16_000)))
    #expect(
      data.skipped == [
        SkippedFile(path: "low/cut.wav", reason: .truncated),
        SkippedFile(path: "low/silent.wav", reason: .silent),
      ])
    // The 14th of 40 mel filters from 40 to 8,000 Hz peaks at 1,016.7 Hz, the nearest to 1,000.
    let band = try #require(try encoded(data, "band 14 at 6/12"))
    #expect(band.prefix(6).allSatisfy { $0 > 0.9 } && band.suffix(6).allSatisfy { $0 < -0.9 })
  }
}
