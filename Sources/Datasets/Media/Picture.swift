import CMedia
import Foundation

/// A decoded picture, one byte a channel, row after row from the top.
package struct Picture: Equatable {
  package var width: Int
  package var height: Int
  /// 1 for grey, 3 for red, green and blue.
  package var channels: Int
  package var pixels: [UInt8]

  package init(width: Int, height: Int, channels: Int, pixels: [UInt8]) {
    self.width = width
    self.height = height
    self.channels = channels
    self.pixels = pixels
  }
}

extension Picture {
  /// Decodes a PNG or JPEG file; a large JPEG at a smaller scale that still exceeds `side`.
  init(_ file: FolderFile, side: Int) throws(Unreadable) {
    var image = cmedia_image()
    var message = [CChar](repeating: 0, count: Int(CMEDIA_MESSAGE))
    let status =
      file.medium == .png
      ? cmedia_read_png(file.location.path, &image, &message)
      : cmedia_read_jpeg(file.location.path, side * 2, &image, &message)
    defer { cmedia_free(image.pixels) }
    guard status == CMEDIA_OK, let pixels = image.pixels else { throw Unreadable(status, message) }
    let count = image.width * image.height * image.channels
    self.init(
      width: image.width, height: image.height, channels: image.channels,
      pixels: Array(UnsafeBufferPointer(start: pixels, count: count)))
  }

  /// The mean gap between the strongest and the weakest channel, 0–255; 0 for grey.
  var colourfulness: Double {
    guard channels == 3, !pixels.isEmpty else { return 0 }
    var sum = 0
    for start in stride(from: 0, to: pixels.count, by: 3) {
      let (red, green, blue) = (pixels[start], pixels[start + 1], pixels[start + 2])
      sum += Int(max(red, green, blue) - min(red, green, blue))
    }
    return Double(sum) / Double(pixels.count / 3)
  }

  /// The picture in one channel by the luma of ITU-R BT.601.
  package var grey: Picture {
    guard channels == 3 else { return self }
    let luma = stride(from: 0, to: pixels.count, by: 3).map { start in
      let (red, green, blue) = (Int(pixels[start]), Int(pixels[start + 1]), Int(pixels[start + 2]))
      return UInt8((299 * red + 587 * green + 114 * blue + 500) / 1000)
    }
    return Picture(width: width, height: height, channels: 1, pixels: luma)
  }

  /// The picture in three equal channels if it has one.
  var inColour: Picture {
    guard channels == 1 else { return self }
    return Picture(width: width, height: height, channels: 3, pixels: pixels.flatMap { [$0, $0, $0] })
  }

  /// The picture brought to a square by averaging over areas; not cropped, so that shapes may stretch.
  package func resized(side: Int) -> Picture {
    if width == side, height == side { return self }
    let across = spans(from: width, to: side)
    let down = spans(from: height, to: side)
    var rows = [Float](repeating: 0, count: height * side * channels)
    for y in 0..<height {
      for (x, span) in across.enumerated() {
        for channel in 0..<channels {
          var sum: Float = 0
          for (offset, weight) in span.weights.enumerated() {
            sum += weight * Float(pixels[(y * width + span.start + offset) * channels + channel])
          }
          rows[(y * side + x) * channels + channel] = sum
        }
      }
    }
    var result = [UInt8](repeating: 0, count: side * side * channels)
    let line = side * channels
    for (y, span) in down.enumerated() {
      for place in 0..<line {
        var sum: Float = 0
        for (offset, weight) in span.weights.enumerated() {
          sum += weight * rows[(span.start + offset) * line + place]
        }
        result[y * line + place] = UInt8(min(max(sum.rounded(), 0), 255))
      }
    }
    return Picture(width: side, height: side, channels: channels, pixels: result)
  }
}

/// Why a file could not be decoded.
struct Unreadable: Error {
  let reason: SkipReason

  init(_ reason: SkipReason) { self.reason = reason }

  init(_ status: cmedia_status, _ message: [CChar]) {
    let words = String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    switch status {
    case CMEDIA_TRUNCATED: reason = .truncated
    case CMEDIA_TOO_LARGE: reason = .tooLarge
    default: reason = .damaged(words.isEmpty ? "unreadable" : words)
    }
  }
}

/// The old pixels that each new pixel covers, with the share of each; shares add up to one.
private func spans(from old: Int, to new: Int) -> [(start: Int, weights: [Float])] {
  let scale = Double(old) / Double(new)
  return (0..<new).map { index in
    let low = Double(index) * scale
    let high = low + scale
    let start = min(Int(low), old - 1)
    let end = min(max(Int(high.rounded(.up)), start + 1), old)
    let weights = (start..<end).map { Float((min(high, Double($0 + 1)) - max(low, Double($0))) / scale) }
    let sum = weights.reduce(0, +)
    return (start, weights.map { $0 / sum })
  }
}
