import Knowledge

extension PictureSample {
  /// Square pictures of one size in rows, a grey line between them, as one picture.
  ///
  /// - Parameter rows: pixels of each picture from 0 to 1, row-major [side][side][channels]; at least one.
  init(caption: LocalizedText, sheet rows: [[[Float]]], side: Int, channels: Int) {
    let (across, down) = (rows.map(\.count).max() ?? 0, rows.count)
    let (width, height) = (across * (side + 1) - 1, down * (side + 1) - 1)
    var values = [Float](repeating: 0.5, count: width * height * channels)
    for (row, pictures) in rows.enumerated() {
      for (column, picture) in pictures.enumerated() {
        for line in 0..<side {
          let start = ((row * (side + 1) + line) * width + column * (side + 1)) * channels
          values.replaceSubrange(
            start..<start + side * channels,
            with: picture[line * side * channels..<(line + 1) * side * channels])
        }
      }
    }
    self.init(caption: caption, width: width, height: height, channels: channels, values: values)
  }
}
