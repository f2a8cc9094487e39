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

private func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}
