import Foundation

/// Samples as 16-bit numbers, little-endian.
///
/// - Parameter samples: from −1 to 1; what lies outside is cut off.
public func pcmData(_ samples: [Float]) -> Data {
  samples.reduce(into: Data(capacity: 2 * samples.count)) { data, sample in
    let number = Int16((min(max(sample, -1), 1) * 32_767).rounded())
    withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) }
  }
}

/// A WAV file of one channel and 16 bits (Microsoft and IBM, 1991).
///
/// - Parameters:
///   - pcm: 16-bit numbers, little-endian.
///   - rate: samples a second, at least 1.
public func wavData(pcm: Data, rate: Int) -> Data {
  func little(_ value: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  var bytes = Array("RIFF".utf8) + little(36 + pcm.count, bytes: 4) + Array("WAVEfmt ".utf8)
  // The format: 16 bytes, 1 uncompressed, 1 channel, rate, bytes a second, bytes a sample, bits a sample.
  bytes += little(16, bytes: 4) + little(1, bytes: 2) + little(1, bytes: 2) + little(rate, bytes: 4)
  bytes += little(2 * rate, bytes: 4) + little(2, bytes: 2) + little(16, bytes: 2)
  bytes += Array("data".utf8) + little(pcm.count, bytes: 4)
  return Data(bytes) + pcm
}

/// A WAV file of samples from −1 to 1.
public func wavData(_ samples: [Float], rate: Int) -> Data { wavData(pcm: pcmData(samples), rate: rate) }
