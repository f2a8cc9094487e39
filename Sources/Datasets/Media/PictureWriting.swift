import CMedia
import Foundation

/// A picture as the bytes of a PNG file.
///
/// - Parameters:
///   - channels: 1 grey, 3 red green blue.
///   - pixels: row-major from the top, 8 bits a channel; exactly width · height · channels of them.
/// - Returns: nil for a picture without pixels, or where memory is short.
public func pngFile(width: Int, height: Int, channels: Int, pixels: Data) -> Data? {
  precondition(channels == 1 || channels == 3, "a picture has 1 or 3 channels, not \(channels)")
  precondition(pixels.count == width * height * channels, "\(pixels.count) bytes for another size")
  guard width > 0, height > 0 else { return nil }
  var bytes: UnsafeMutablePointer<UInt8>?
  var count = 0
  let status = pixels.withUnsafeBytes {
    cmedia_encode_png(
      $0.bindMemory(to: UInt8.self).baseAddress, width, height, channels, &bytes, &count)
  }
  defer { cmedia_free(bytes) }
  guard status == CMEDIA_OK, let bytes else { return nil }
  return Data(bytes: bytes, count: count)
}
