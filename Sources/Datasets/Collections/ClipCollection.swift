import Foundation

/// Short clips of grey frames, all of one small square.
public struct ClipCollection: Sendable {
  public let facts: CollectionFacts
  /// Pixels along an edge.
  public let side: Int
  /// The frames of each clip in their order; pixels from 0 (black) to 1, row-major [side][side].
  public let clips: [[[Float]]]

  public init(facts: CollectionFacts, side: Int, clips: [[[Float]]]) {
    self.facts = facts
    self.side = side
    self.clips = clips
  }

  /// The square that own frames are brought to.
  static let ownSide = 24
  static let fewest = 30
  /// Three frames to see and one to predict.
  public static let fewestFrames = 4

  public static let samples: [CollectionSample<ClipCollection>] = [.movingShapes]

  /// Reads a folder with one sub-folder a clip of PNG or JPEG frames, in the order of their names (a number
  /// in a name counts as a number); colours become grey.
  ///
  /// A clip with a frame that cannot be read is left out whole, and the frame is named.
  /// - Throws: a folder without sub-folders; a clip of fewer than four frames; fewer than 30 clips.
  public static func load(_ request: DatasetRequest) throws(DatasetError) -> ClipCollection {
    let folder = request.location
    let listing = try ClassFolders(folder)
    let files = listing.files.sorted {
      $0.label != $1.label
        ? $0.label < $1.label : $0.path.compare($1.path, options: .numeric) == .orderedAscending
    }
    let read = SquarePictures(files, side: ownSide, channels: 1)
    let skipped = (listing.skipped + read.skipped).sorted { $0.path < $1.path }
    var clips = Array(repeating: [[Float]](), count: listing.classes.count)
    for (frame, file) in zip(read.pictures, read.files) { clips[files[file].label].append(frame) }
    // A file of another kind, such as a list of the frames, breaks no clip.
    let broken = skipped.filter { $0.reason != .unknownFormat && $0.reason != .otherMedium }
    var kept: [[[Float]]] = []
    for (name, clip) in zip(listing.classes, clips) {
      if broken.contains(where: { $0.path.hasPrefix(name + "/") }) { continue }
      guard clip.count >= fewestFrames else {
        throw .clipTooShort(path: folder.path, clip: name, frames: clip.count, least: fewestFrames)
      }
      kept.append(clip)
    }
    guard kept.count >= fewest else {
      throw .tooFewClips(path: folder.path, found: kept.count, least: fewest)
    }
    var notes: [DatasetNote] = [.imagesResized(side: read.side, channels: 1)]
    if !skipped.isEmpty { notes.append(.filesSkipped(skipped.count)) }
    return ClipCollection(
      facts: CollectionFacts(
        name: folder.lastPathComponent, origin: .user, modality: .image, notes: notes, skipped: skipped,
        fingerprint: fingerprint(kept)),
      side: read.side, clips: kept)
  }

  static func fingerprint(_ clips: [[[Float]]]) -> String {
    var digest = ExampleDigest()
    for clip in clips {
      digest.add([clip.count])
      clip.forEach { digest.add($0) }
    }
    return digest.hexadecimal()
  }
}
