/// Reads pictures as pixels of a small square, from 0 (black) to 1.
///
/// Colour is kept when at least a tenth of the pictures have any, or as `channels` demands.
func readImages(_ files: [FolderFile], side: Int, channels: Int?) -> FolderContent {
  let read = SquarePictures(files, side: side, channels: channels)
  return FolderContent(
    grid: FeatureGrid(
      names: pixelNames(read.side, read.channels), values: read.pixels,
      shape: .image(side: read.side, channels: read.channels)),
    labels: read.files.map { files[$0].label }, skipped: read.skipped,
    notes: read.files.isEmpty ? [] : [.imagesResized(side: read.side, channels: read.channels)])
}

/// `row 3 column 7`, with the channel in colour pictures, in the order of the pixels.
func pixelNames(_ side: Int, _ channels: Int) -> [String] {
  (0..<side).flatMap { row in
    (0..<side).flatMap { column in
      (0..<channels).map { channel in
        "row \(row + 1) column \(column + 1)"
          + (channels == 1 ? "" : " " + ["red", "green", "blue"][channel])
      }
    }
  }
}
