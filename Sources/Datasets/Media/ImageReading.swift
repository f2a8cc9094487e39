/// Reads pictures as pixels of a small square, from 0 (black) to 1.
///
/// Colour is kept when at least a tenth of the pictures have any, or as `channels` demands.
func readImages(_ files: [FolderFile], side: Int, channels: Int?) -> FolderContent {
  var pictures: [(picture: Picture, label: Int)] = []
  var skipped: [SkippedFile] = []
  var colourful = 0
  var largest = 0
  for file in files {
    guard let medium = file.medium, medium != .sound else {
      skipped.append(SkippedFile(path: file.path, reason: .otherMedium))
      continue
    }
    do throws(Unreadable) {
      let whole = try Picture(file, side: side)
      largest = max(largest, whole.width, whole.height)
      let hasColour = whole.colourfulness > 4
      colourful += hasColour ? 1 : 0
      // Pictures smaller than the square are kept as they are until the largest is known.
      let small = whole.width <= side && whole.height <= side ? whole : whole.resized(side: side)
      pictures.append((hasColour ? small : small.grey, file.label))
    } catch {
      skipped.append(SkippedFile(path: file.path, reason: error.reason))
    }
  }
  let finalSide = channels == nil ? min(side, max(largest, 1)) : side
  let finalChannels = channels ?? (colourful > 0 && colourful * 10 >= pictures.count ? 3 : 1)
  var grid = FeatureGrid(
    names: pixelNames(finalSide, finalChannels), values: [],
    shape: .image(side: finalSide, channels: finalChannels))
  grid.values.reserveCapacity(pictures.count * grid.names.count)
  for (picture, _) in pictures {
    let fitted = (finalChannels == 3 ? picture.inColour : picture.grey).resized(side: finalSide)
    grid.values.append(contentsOf: fitted.pixels.lazy.map { Float($0) / 255 })
  }
  return FolderContent(
    grid: grid, labels: pictures.map(\.label), skipped: skipped,
    notes: pictures.isEmpty ? [] : [.imagesResized(side: finalSide, channels: finalChannels)])
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
