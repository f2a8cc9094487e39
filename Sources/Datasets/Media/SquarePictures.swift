import Foundation

/// Pictures of a folder brought to one small square, with those that could not be read.
struct SquarePictures {
  /// Pixels along an edge.
  let side: Int
  /// 1 grey, 3 red green blue.
  let channels: Int
  /// From 0 (black) to 1, row-major [pictures][side][side][channels].
  private(set) var pixels: [Float] = []
  /// Which of the files each picture is.
  private(set) var files: [Int] = []
  /// Width and height that each picture had.
  private(set) var sizes: [(width: Int, height: Int)] = []
  private(set) var skipped: [SkippedFile] = []

  /// Pictures that are all smaller than the square keep the largest one's size, unless `channels` is given.
  ///
  /// - Parameters:
  ///   - channels: nil keeps colour when at least a tenth of the pictures have any.
  ///   - exactSizes: whether `sizes` must be those in the file; a large JPEG is otherwise decoded smaller.
  ///   - enlarges: whether small pictures are brought to the full square all the same.
  init(_ files: [FolderFile], side: Int, channels: Int?, exactSizes: Bool = false, enlarges: Bool = false) {
    var pictures: [Picture] = []
    var colourful = 0
    var largest = 0
    for (place, file) in files.enumerated() {
      guard let medium = file.medium, medium != .sound else {
        skipped.append(SkippedFile(path: file.path, reason: .otherMedium))
        continue
      }
      do throws(Unreadable) {
        let whole = try Picture(file, side: exactSizes ? 1 << 20 : side)
        largest = max(largest, whole.width, whole.height)
        let hasColour = whole.colourfulness > 4
        colourful += hasColour ? 1 : 0
        // Pictures smaller than the square are kept as they are until the largest is known.
        let small = whole.width <= side && whole.height <= side ? whole : whole.resized(side: side)
        pictures.append(hasColour ? small : small.grey)
        self.files.append(place)
        sizes.append((whole.width, whole.height))
      } catch {
        skipped.append(SkippedFile(path: file.path, reason: error.reason))
      }
    }
    self.side = channels == nil && !enlarges ? min(side, max(largest, 1)) : side
    self.channels = channels ?? (colourful > 0 && colourful * 10 >= pictures.count ? 3 : 1)
    pixels.reserveCapacity(pictures.count * self.side * self.side * self.channels)
    for picture in pictures {
      let fitted = (self.channels == 3 ? picture.inColour : picture.grey).resized(side: self.side)
      pixels.append(contentsOf: fitted.pixels.lazy.map { Float($0) / 255 })
    }
  }

  /// The pixels of each picture.
  var pictures: [[Float]] {
    let count = side * side * channels
    return files.indices.map { Array(pixels[$0 * count..<($0 + 1) * count]) }
  }
}

/// The pictures in a folder and below it, in the order of their paths; files of other kinds are named.
func pictureFiles(_ folder: URL) throws(DatasetError) -> (files: [FolderFile], skipped: [SkippedFile]) {
  var files: [FolderFile] = []
  var skipped: [SkippedFile] = []
  func add(_ folder: URL, _ path: String) throws(DatasetError) {
    for entry in try visibleEntries(folder) {
      let location = folder.appendingPathComponent(entry.name)
      let inner = path.isEmpty ? entry.name : path + "/" + entry.name
      if entry.isFolder {
        try add(location, inner)
      } else if let bytes = firstBytes(location), let medium = Medium(firstBytes: bytes), medium != .sound {
        files.append(FolderFile(location: location, path: inner, label: 0, medium: medium))
      } else if Medium(ending: location.pathExtension) != nil {
        let isEmpty = firstBytes(location)?.isEmpty ?? false
        skipped.append(
          SkippedFile(path: inner, reason: isEmpty ? .empty : .damaged("unknown first bytes")))
      }
    }
  }
  try add(folder, "")
  return (files, skipped)
}
