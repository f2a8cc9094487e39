extension Separator {
  /// The separator that cuts the first lines into the most regular rows; a comma if none does.
  ///
  /// Fields in quotes are stepped over. A separator that gives every line the same number of fields
  /// wins over one that gives more, but different, numbers.
  static func guess(from start: [UInt8]) -> Separator {
    var best = (separator: Separator.comma, regular: 0.0, fields: 1)
    for candidate in [Separator.comma, .semicolon, .tab, .pipe] {
      let counts = fieldCounts(start, candidate.byte)
      guard let first = counts.first, first > 1 else { continue }
      let regular = Double(counts.filter { $0 == first }.count) / Double(counts.count)
      if regular > best.regular || (regular == best.regular && first > best.fields) {
        best = (candidate, regular, first)
      }
    }
    return best.separator
  }

  /// The number of fields in each of the first 200 whole lines.
  private static func fieldCounts(_ bytes: [UInt8], _ separator: UInt8) -> [Int] {
    var counts: [Int] = []
    var fields = 1
    var quoted = false
    var blank = true
    for byte in bytes.prefix(1 << 17) {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if quoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if !blank { counts.append(fields) }
        if counts.count == 200 { return counts }
        fields = 1
        blank = true
      } else {
        blank = false
        if byte == separator { fields += 1 }
      }
    }
    // A last line without an end counts only when it is the only one: it may be cut short.
    if counts.isEmpty, !blank { counts.append(fields) }
    return counts
  }
}
