/// Arithmetic of double-precision vectors of equal length, without a copy or a bounds check an entry.
enum DoubleVectors {
  /// Σ left · right, in four sums side by side that are added at the end.
  static func dot(_ left: [Double], _ right: [Double]) -> Double {
    precondition(left.count == right.count, "vectors of different length")
    return left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
        let whole = left.count / 4 * 4
        for at in stride(from: 0, to: whole, by: 4) {
          a += left[at] * right[at]
          b += left[at + 1] * right[at + 1]
          c += left[at + 2] * right[at + 2]
          d += left[at + 3] * right[at + 3]
        }
        for at in whole..<left.count { a += left[at] * right[at] }
        return (a + b) + (c + d)
      }
    }
  }

  /// target += factor · vector.
  static func add(_ factor: Double, _ vector: [Double], to target: inout [Double]) {
    precondition(vector.count == target.count, "vectors of different length")
    vector.withUnsafeBufferPointer { vector in
      target.withUnsafeMutableBufferPointer { target in
        for at in 0..<vector.count { target[at] += factor * vector[at] }
      }
    }
  }

  /// target = factor · target + vector.
  static func scale(_ target: inout [Double], by factor: Double, adding vector: [Double]) {
    precondition(vector.count == target.count, "vectors of different length")
    vector.withUnsafeBufferPointer { vector in
      target.withUnsafeMutableBufferPointer { target in
        for at in 0..<vector.count { target[at] = factor * target[at] + vector[at] }
      }
    }
  }

  /// The largest distance from 0; 0 for no entries.
  static func largest(_ vector: [Double]) -> Double {
    var result = 0.0
    for value in vector { result = max(result, abs(value)) }
    return result
  }
}
