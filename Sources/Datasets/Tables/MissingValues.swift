/// The spellings of "no value" that are understood, compared in lower case without white space.
enum MissingValues {
  static let spellings: Set<String> = [
    "", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "nd", "?", "-", "--", "---", ".", "..",
    "missing", "not available", "缺失", "缺失值", "空", "空值", "无数据", "未填", "不详", "—", "－",
  ]

  private static let longest = spellings.map { $0.utf8.count }.max() ?? 0

  /// True when the cell (already trimmed) says that there is no value.
  @inline(__always)
  static func contains(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if cell.isEmpty { return true }
    if cell.count > longest { return false }
    return spellings.contains(String(decoding: cell, as: UTF8.self).lowercased())
  }
}
