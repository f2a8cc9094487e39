/// The bytes of a WAV file of one channel and 16 bits (Microsoft and IBM, 1991).
///
/// - Parameters:
///   - samples: from −1 to 1; what lies outside is cut off.
///   - rate: samples a second, at least 1.
public func wavBytes(_ samples: [Float], rate: Int) -> [UInt8] {
  func little(_ value: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  let size = 2 * samples.count
  var bytes = Array("RIFF".utf8) + little(36 + size, bytes: 4) + Array("WAVEfmt ".utf8)
  // The format: 16 bytes, 1 uncompressed, 1 channel, rate, bytes a second, bytes a sample, bits a sample.
  bytes += little(16, bytes: 4) + little(1, bytes: 2) + little(1, bytes: 2) + little(rate, bytes: 4)
  bytes += little(2 * rate, bytes: 4) + little(2, bytes: 2) + little(16, bytes: 2)
  bytes += Array("data".utf8) + little(size, bytes: 4)
  bytes.reserveCapacity(bytes.count + size)
  for sample in samples {
    let number = Int((min(max(sample, -1), 1) * 32_767).rounded())
    bytes.append(UInt8(truncatingIfNeeded: number))
    bytes.append(UInt8(truncatingIfNeeded: number >> 8))
  }
  return bytes
}
