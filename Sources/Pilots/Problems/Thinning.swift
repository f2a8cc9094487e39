/// Fewer places of a long curve, evenly spread, so that a record stays small.
enum Thinning {
  /// At most `most` of `count` places, rising, the first and the last among them.
  static func places(_ count: Int, most: Int) -> [Int] {
    guard count > most, most > 1 else { return Array(0..<count) }
    return (0..<most).map { ($0 * (count - 1) + (most - 1) / 2) / (most - 1) }
  }
}
