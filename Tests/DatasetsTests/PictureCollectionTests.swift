import Datasets
import Foundation
import TestSupport
import Testing

/// Pictures of a folder, alone, with boxes and as frames of clips.
struct PictureCollectionTests {
  private func request(_ scratch: Scratch) -> DatasetRequest { DatasetRequest(location: scratch.folder) }

  /// Writes a picture through libpng.
  private func write(
    _ scratch: Scratch, _ path: String, width: Int, height: Int, channels: Int = 1,
    _ pixel: (Int) -> UInt8
  ) throws {
    let pixels = Data((0..<width * height * channels).map(pixel))
    let file = try #require(pngFile(width: width, height: height, channels: channels, pixels: pixels))
    try scratch.write(Array(file), path)
  }

  private func message(_ body: () throws -> Void) throws -> String {
    let found = error(body)
    let refused = try #require(found)
    #expect(refused.message(in: "zh").unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    return refused.message(in: "en")
  }

  @Test(arguments: [1, 3]) func `a picture that was written is read back as it was`(_ channels: Int) throws {
    let scratch = try Scratch()
    func value(_ picture: Int, _ place: Int) -> UInt8 { UInt8((picture * 31 + place * 7) % 256) }
    for picture in 0..<100 {
      let path = "\(picture % 2 == 0 ? "a/" : "")\(100 + picture).png"
      try write(scratch, path, width: 6, height: 6, channels: channels) { value(picture, $0) }
    }
    let read = try PictureCollection.load(request(scratch))
    #expect(read.side == 6 && read.channels == channels && read.pictures.count == 100)
    // In the order of paths: the odd ones lie in the folder, the even ones in "a", which comes last.
    for (place, picture) in [(0, 1), (49, 99), (50, 0), (99, 98)] {
      let expected = (0..<36 * channels).map { Float(value(picture, $0)) / 255 }
      #expect(read.pictures[place] == expected)
    }
  }

  @Test func `sizes that no picture has give no file`() {
    #expect(pngFile(width: 0, height: 3, channels: 1, pixels: Data()) == nil)
  }

  @Test func `too few pictures and none are refused`() throws {
    let scratch = try Scratch()
    #expect(try message { _ = try PictureCollection.load(request(scratch)) }.contains("is empty"))
    for picture in 0..<3 { try write(scratch, "\(picture).png", width: 4, height: 4) { UInt8($0) } }
    #expect(
      try message { _ = try PictureCollection.load(request(scratch)) }
        == "\(scratch.folder.path): 3 pictures that can be read; at least 100 needed")
  }

  /// Forty pictures of 96 by 24 pixels.
  private func boxes(_ table: String) throws -> Scratch {
    let scratch = try Scratch()
    for picture in 0..<40 { try write(scratch, "p\(picture).png", width: 96, height: 24) { UInt8($0 % 200) } }
    try scratch.write("file,x,y,width,height,label\n" + table, "boxes.csv")
    return scratch
  }

  @Test func `boxes are scaled with their pictures and cut at the edge`() throws {
    let scratch = try boxes("p3.png,48,6,24,12,dog\np3.png,-4,20,12,9,cat\np5.png,0,0,96,24,dog\n")
    let read = try BoxCollection.load(request(scratch))
    #expect(read.classes == ["cat", "dog"])
    #expect(read.pictures.count == 40 && read.pictures.allSatisfy { $0.count == 48 * 48 })
    let all = read.boxes.filter { !$0.isEmpty }
    #expect(
      all == [
        [
          LabelledBox(x: 24, y: 12, width: 12, height: 24, label: 1),
          LabelledBox(x: 0, y: 40, width: 4, height: 8, label: 0),
        ],
        [LabelledBox(x: 0, y: 0, width: 48, height: 48, label: 1)],
      ])
  }

  @Test(arguments: [
    ("p3.png,48,6,x,12,dog", "column 'width', row 1: 'x' is not a number; expected a number"),
    (
      "p33.png,1,1,2,2,dog\np33.pg,1,1,2,2,dog",
      "boxes.csv, row 2: no picture 'p33.pg' in the folder; did you mean 'p33.png'?"
    ),
    (
      "p3.png,96,6,4,4,dog",
      "boxes.csv, row 1: the box has no area inside 'p3.png', which is 96 × 24 pixels"
    ),
    (
      "p3.png,9,6,0,4,dog",
      "boxes.csv, row 1: the box has no area inside 'p3.png', which is 96 × 24 pixels"
    ),
    ("p3.png,9,6,1,4,", "column 'label', row 1: the cell is empty; expected a name"),
  ])
  func `a row of boxes that cannot be is named`(_ row: String, _ expected: String) throws {
    let scratch = try boxes(row + "\n")
    #expect(try message { _ = try BoxCollection.load(request(scratch)) } == expected)
  }

  @Test func `a table of boxes must be there with its columns`() throws {
    let scratch = try boxes("p3.png,9,6,1,4,dog\n")
    try scratch.write("file,x,y,widht,height,label\np3.png,9,6,1,4,dog\n", "boxes.csv")
    #expect(
      try message { _ = try BoxCollection.load(request(scratch)) }
        == "no column named 'width'; did you mean 'widht'?")
    try FileManager.default.removeItem(at: scratch.folder.appendingPathComponent("boxes.csv"))
    #expect(
      try message { _ = try BoxCollection.load(request(scratch)) }
        == "\(scratch.folder.path)/boxes.csv: no such file or folder")
  }

  @Test func `frames of a clip come in the order of their numbers`() throws {
    let scratch = try Scratch()
    for clip in 0..<30 {
      for frame in 0..<11 {
        try write(scratch, "clip\(clip + 100)/frame\(frame).png", width: 4, height: 4) { _ in
          UInt8(clip + 10 * frame)
        }
      }
    }
    let read = try ClipCollection.load(request(scratch))
    #expect(read.clips.count == 30 && read.side == 24)
    let levels = read.clips[7].map { Int(($0[0] * 255).rounded()) }
    #expect(levels == [7, 17, 27, 37, 47, 57, 67, 77, 87, 97, 107])
    // A frame that cannot be read takes its clip with it.
    try scratch.write("no picture", "clip103/frame4.png")
    #expect(
      try message { _ = try ClipCollection.load(request(scratch)) }
        == "\(scratch.folder.path): 29 clips that can be read; at least 30 sub-folders of frames needed")
    for frame in 3..<11 {
      try FileManager.default.removeItem(
        at: scratch.folder.appendingPathComponent("clip105/frame\(frame).png"))
    }
    #expect(
      try message { _ = try ClipCollection.load(request(scratch)) }
        == "\(scratch.folder.path): the clip 'clip105' has 3 frames; at least 4 needed")
  }

  @Test func `samples are drawn by seed and keep to their description`() throws {
    let root = repositoryRoot
    let scenes = try #require(BoxCollection.samples.first)
    let (first, again) = (try scenes.content(root: root, seed: 1), try scenes.content(root: root, seed: 1))
    #expect(first.facts.fingerprint == again.facts.fingerprint)
    #expect(try scenes.content(root: root, seed: 2).facts.fingerprint != first.facts.fingerprint)
    #expect(first.pictures.count == 800 && first.boxes.allSatisfy { $0.count <= 3 })
    let inside = first.boxes.joined().allSatisfy {
      $0.x >= 0 && $0.y >= 0 && $0.x + $0.width <= 48 && $0.y + $0.height <= 48
        && (9...24).contains($0.width) && (9...24).contains($0.height)
    }
    #expect(inside)
    let clips = try #require(ClipCollection.samples.first).content(root: root, seed: 1)
    #expect(clips.clips.count == 150 && clips.clips.allSatisfy { $0.count == 10 })
    let digits = try #require(PictureCollection.samples.first).content(root: root, seed: 1)
    #expect(digits.pictures.count == 1_797 && digits.side == 8 && digits.channels == 1)
    for values in [first.pictures.joined(), digits.pictures.joined()] {
      #expect(values.allSatisfy { $0 >= 0 && $0 <= 1 })
    }
  }
}
