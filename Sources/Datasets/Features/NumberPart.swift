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
    let present = rows.map { values[$0] }.filter { !$0.isNaN }
    let lowest = present.min() ?? 0
    // A long right tail of values that cannot be negative: sizes, counts, money.
    let skew = skewness(present)
    usesLogarithm = lowest >= 0 && skew > 2 && abs(skewness(present.map(log1p))) < skew
    median = medianOf(present)
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

/// The middle value, or the mean of the two middle ones; 0 for none.
private func medianOf(_ values: [Double]) -> Double {
  if values.isEmpty { return 0 }
  var values = values
  let upper = selected(&values, values.count / 2)
  if values.count % 2 == 1 { return upper }
  return (upper + (values[..<(values.count / 2)].max() ?? upper)) / 2
}

/// The value of this rank (from 0), everything smaller before it (Hoare's selection, 1961).
private func selected(_ values: inout [Double], _ rank: Int) -> Double {
  var low = 0
  var high = values.count - 1
  while low < high {
    let pivot = values[(low + high) / 2]
    var left = low
    var right = high
    while left <= right {
      while values[left] < pivot { left += 1 }
      while values[right] > pivot { right -= 1 }
      if left <= right {
        values.swapAt(left, right)
        left += 1
        right -= 1
      }
    }
    if rank <= right {
      high = right
    } else if rank >= left {
      low = left
    } else {
      break
    }
  }
  return values[rank]
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
