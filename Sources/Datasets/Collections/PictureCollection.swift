import Foundation

/// Pictures of one small square, without labels.
public struct PictureCollection: Sendable {
  public let facts: CollectionFacts
  /// Pixels along an edge.
  public let side: Int
  /// 1 grey, 3 red green blue.
  public let channels: Int
  /// Pixels of each picture from 0 (black) to 1, row-major [side][side][channels].
  public let pictures: [[Float]]

  public init(facts: CollectionFacts, side: Int, channels: Int, pictures: [[Float]]) {
    self.facts = facts
    self.side = side
    self.channels = channels
    self.pictures = pictures
  }

  /// The largest square that own pictures are brought to: new ones are drawn pixel by pixel.
  static let largestSide = 16
  /// The fewest pictures whose spread can be told from chance.
  static let fewest = 100

  public static let samples: [CollectionSample<PictureCollection>] = [.handwrittenDigits]

  /// Reads a folder of PNG and JPEG pictures, and the folders in it; folders say nothing here.
  ///
  /// - Throws: an empty folder; one without a picture that can be read; fewer than 100 pictures.
  public static func load(_ request: DatasetRequest) throws(DatasetError) -> PictureCollection {
    let folder = request.location
    let found = try pictureFiles(folder)
    if found.files.isEmpty, found.skipped.isEmpty { throw .emptyFolder(path: folder.path) }
    let (files, drawnNotes) = thinned(found.files, request)
    let read = SquarePictures(files, side: min(request.imageSide, largestSide), channels: nil)
    let skipped = (found.skipped + read.skipped).sorted { $0.path < $1.path }
    if read.files.isEmpty, let first = skipped.first {
      throw .nothingReadable(path: folder.path, skipped: skipped.count, first: first)
    }
    guard read.files.count >= fewest else {
      throw .tooFewPictures(path: folder.path, found: read.files.count, least: fewest)
    }
    var notes = drawnNotes + [.imagesResized(side: read.side, channels: read.channels)]
    if !skipped.isEmpty { notes.append(.filesSkipped(skipped.count)) }
    var digest = ExampleDigest()
    digest.add(read.pixels)
    return PictureCollection(
      facts: CollectionFacts(
        name: folder.lastPathComponent, origin: .user, modality: .image, notes: notes, skipped: skipped,
        fingerprint: digest.hexadecimal()),
      side: read.side, channels: read.channels, pictures: read.pictures)
  }
}

extension CollectionSample<PictureCollection> {
  /// The 1,797 digits of `SampleData.opticalDigits`, without what they stand for.
  static let handwrittenDigits = CollectionSample(
    id: SampleData.opticalDigits.id, kind: .real, title: SampleData.opticalDigits.title,
    process: SampleData.opticalDigits.process, sourceID: SampleData.opticalDigits.sourceID
  ) { sample, root, seed throws(DatasetError) in
    let data = try SampleData.load(sample.id, root: root, seed: seed)
    guard case .grid(let grid) = data.content, case .image(let side, let channels) = grid.shape else {
      throw .otherForm(expected: .image)
    }
    let count = side * side * channels
    let pictures = (0..<data.rows).map { Array(grid.values[$0 * count..<($0 + 1) * count]) }
    return PictureCollection(
      facts: CollectionFacts(sample, modality: .image, fingerprint: data.fingerprint), side: side,
      channels: channels, pictures: pictures)
  }
}
