import Foundation

/// A number column: perhaps log(1 + x), median for missing, standardised, and a mark for missing.
struct NumberPart: FeaturePart {
  let names: [String]
  private let column: Int
  private let usesLogarithm: Bool
  private let median: Double
  private let standardised: Standardised
  private let marksMissing: Bool

  init(_ name: String, _ column: Int, _ values: [Double], _ rows: [Int]) {
    self.column = column
    let present = rows.lazy.map { values[$0] }.filter { !$0.isNaN }.sorted()
    let lowest = present.first ?? 0
    // A long right tail of values that cannot be negative: sizes, counts, money.
    let skew = skewness(present)
    usesLogarithm = lowest >= 0 && skew > 2 && abs(skewness(present.map(log1p))) < skew
    median = present.isEmpty ? 0 : (present[(present.count - 1) / 2] + present[present.count / 2]) / 2
    marksMissing = present.count < rows.count && !present.isEmpty
    let (logarithm, fill) = (usesLogarithm, median)
    standardised = Standardised(
      rows.lazy.map { transformed(values[$0].isNaN ? fill : values[$0], logarithm) })
    var names: [String] = []
    if standardised.varies { names.append(usesLogarithm ? "log(1 + \(name))" : name) }
    if marksMissing { names.append("\(name) missing") }
    self.names = names
  }

  func encode(
    _ content: Content, _ rows: [Int], into buffer: UnsafeMutableBufferPointer<Float>, offset: Int,
    width: Int
  ) {
    guard case .table(let columns) = content, case .numbers(let values) = columns[column].values else {
      preconditionFailure("column \(column) held numbers when the encoder was fitted")
    }
    let markAt = standardised.varies ? 1 : 0
    for (index, row) in rows.enumerated() {
      let at = index * width + offset
      let value = values[row]
      if standardised.varies {
        buffer[at] = standardised(transformed(value.isNaN ? median : value, usesLogarithm))
      }
      if marksMissing { buffer[at + markAt] = value.isNaN ? 1 : 0 }
    }
  }
}

/// log(1 + x), mirrored for the negative values that only later rows can have.
@inline(__always)
private func transformed(_ value: Double, _ logarithm: Bool) -> Double {
  logarithm ? (value < 0 ? -log1p(-value) : log1p(value)) : value
}

/// The third standardised moment: 0 for a symmetric sample, large for a long right tail.
private func skewness(_ values: [Double]) -> Double {
  guard values.count > 2 else { return 0 }
  let count = Double(values.count)
  let mean = values.reduce(0, +) / count
  var second = 0.0
  var third = 0.0
  for value in values {
    let gap = value - mean
    second += gap * gap
    third += gap * gap * gap
  }
  let deviation = (second / count).squareRoot()
  return deviation > 0 ? third / count / (deviation * deviation * deviation) : 0
}
