/// Appends a number as JSON, rounded in the one way stated at `JSONValue`.
func appendJSONNumber(_ value: Double, to bytes: inout [UInt8]) {
  let size = abs(value)
  guard value.isFinite else { return bytes += Array("null".utf8) }
  if size < 1 && size > 0 { return bytes += Array("\(roundedToSixDigits(value))".utf8) }
  guard size < 1e12 else { return bytes += Array("\(value)".utf8) }
  // Whole millionths fit an integer here, which is quicker to write than a floating-point number.
  var millionths = Int((size * 1e6).rounded())
  if value < 0 && millionths > 0 { bytes.append(UInt8(ascii: "-")) }
  appendDigits(millionths / 1_000_000, to: &bytes)
  millionths %= 1_000_000
  guard millionths > 0 else { return }
  bytes.append(UInt8(ascii: "."))
  var divisor = 100_000
  while millionths > 0 {
    bytes.append(UInt8(ascii: "0") + UInt8(millionths / divisor))
    millionths %= divisor
    divisor /= 10
  }
}

/// Appends text as a JSON string; everything outside ASCII stays UTF-8.
func appendJSONString(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): bytes += Array(#"\n"#.utf8)
    case UInt8(ascii: "\r"): bytes += Array(#"\r"#.utf8)
    case UInt8(ascii: "\t"): bytes += Array(#"\t"#.utf8)
    case 0..<0x20, 0x7F:
      bytes += Array(#"\u00"#.utf8)
      bytes += [hexDigit(byte >> 4), hexDigit(byte & 15)]
    default: bytes.append(byte)
    }
  }
  bytes.append(UInt8(ascii: "\""))
}

private func appendDigits(_ value: Int, to bytes: inout [UInt8]) {
  if value >= 10 { appendDigits(value / 10, to: &bytes) }
  bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

/// The nearest number with six significant digits, for magnitudes under 1.
private func roundedToSixDigits(_ value: Double) -> Double {
  var scale = 1e6
  while abs(value) * scale < 1e5, scale < 1e300 { scale *= 10 }
  return (value * scale).rounded() / scale
}
