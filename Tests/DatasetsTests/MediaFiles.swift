import Foundation

/// A PNG file of 8-bit grey or colour pixels, written without compression (PNG 1.2 and RFC 1950, 1951).
func png(width: Int, height: Int, channels: Int = 1, _ pixel: (Int, Int, Int) -> UInt8) -> [UInt8] {
  var raw: [UInt8] = []
  for y in 0..<height {
    raw.append(0)
    for x in 0..<width { for channel in 0..<channels { raw.append(pixel(x, y, channel)) } }
  }
  var zlib: [UInt8] = [0x78, 0x01]
  var at = 0
  while at < raw.count {
    let size = min(65_535, raw.count - at)
    zlib += [
      at + size == raw.count ? 1 : 0, UInt8(size & 255), UInt8(size >> 8), UInt8(~size & 255),
      UInt8((~size >> 8) & 255),
    ]
    zlib += raw[at..<at + size]
    at += size
  }
  var (low, high): (UInt32, UInt32) = (1, 0)
  for byte in raw {
    low = (low + UInt32(byte)) % 65_521
    high = (high + low) % 65_521
  }
  zlib += bigEndian(high << 16 | low)
  let header = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, channels == 1 ? 0 : 2, 0, 0, 0]
  return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header) + chunk("IDAT", zlib)
    + chunk("IEND", [])
}

private func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
  let body = Array(name.utf8) + bytes
  var crc: UInt32 = 0xFFFF_FFFF
  for byte in body {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
  }
  return bigEndian(UInt32(bytes.count)) + body + bigEndian(~crc)
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
  [UInt8(value >> 24), UInt8((value >> 16) & 255), UInt8((value >> 8) & 255), UInt8(value & 255)]
}

/// A WAV file of 16-bit samples; `signal` holds one channel after the other in each frame.
func wav(_ signal: [Double], rate: Int, channels: Int = 1) -> [UInt8] {
  func little(_ value: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8((value >> ($0 * 8)) & 255) } }
  let data = signal.flatMap { little(Int(($0 * 32_000).rounded()), 2) }
  return Array("RIFF".utf8) + little(36 + data.count, 4) + Array("WAVEfmt ".utf8) + little(16, 4)
    + little(1, 2)
    + little(channels, 2) + little(rate, 4) + little(rate * channels * 2, 4) + little(channels * 2, 2)
    + little(16, 2) + Array("data".utf8) + little(data.count, 4) + data
}

/// A pure tone.
func tone(_ hertz: Double, seconds: Double, rate: Int, loudness: Double = 0.5) -> [Double] {
  (0..<Int(seconds * Double(rate))).map { loudness * sin(2 * Double.pi * hertz * Double($0) / Double(rate)) }
}

private let jpegText = """
  /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdB\
  RkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P\
  T09PT09PT09PT09PT0//wAARCAAQABADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAA\
  AgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6\
  Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXG\
  x8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREA\
  AgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5\
  OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPE\
  xcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDCrLrUrLr0Mh/5efL9T1M6+x8/0P/Z
  """

/// JPEG, 16 × 16: the left half red (200, 30, 30), the right half blue (30, 30, 200).
let redAndBlueJPEG = Array(
  Data(
    base64Encoded: jpegText) ?? Data())
