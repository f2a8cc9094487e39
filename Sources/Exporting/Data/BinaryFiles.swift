/// The bytes of a NumPy `.npy` file, version 1.0: 32-bit numbers of shape [rows, width].
func numpyFile(_ values: [Float], width: Int) -> [UInt8] {
  let rows = width == 0 ? 0 : values.count / width
  var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), \(width)), }"
  // Magic, version and length take 10 bytes; the whole head is a multiple of 64 that ends in a line's end.
  let unpadded = 10 + header.utf8.count + 1
  header += String(repeating: " ", count: (64 - unpadded % 64) % 64) + "\n"
  var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
  bytes += littleEndian(UInt16(header.utf8.count)) + Array(header.utf8)
  bytes.reserveCapacity(bytes.count + 4 * values.count)
  for value in values { bytes += littleEndian(value.bitPattern) }
  return bytes
}

/// The bytes of a WAV file: 16-bit samples in one channel; samples beyond −1 to 1 are cut off.
func waveFile(_ samples: [Float], rate: Int) -> [UInt8] {
  let size = UInt32(2 * samples.count)
  var bytes = Array("RIFF".utf8) + littleEndian(36 + size) + Array("WAVEfmt ".utf8)
  bytes += littleEndian(UInt32(16)) + littleEndian(UInt16(1)) + littleEndian(UInt16(1))
  bytes += littleEndian(UInt32(rate)) + littleEndian(UInt32(2 * rate))
  bytes += littleEndian(UInt16(2)) + littleEndian(UInt16(16)) + Array("data".utf8) + littleEndian(size)
  bytes.reserveCapacity(44 + Int(size))
  for sample in samples {
    let level = Int16((max(-1, min(1, sample)) * 32_767).rounded())
    bytes += littleEndian(UInt16(bitPattern: level))
  }
  return bytes
}

private func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}
