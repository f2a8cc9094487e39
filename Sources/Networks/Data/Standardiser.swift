/// Shifts and scales every feature to mean 0 and standard deviation 1, by statistics of training rows.
///
/// Fit it on training rows only: statistics that saw test rows would make the test look better than it is.
public struct Standardiser: Codable, Hashable, Sendable {
  /// Shape [columns].
  public let means: [Float]
  /// Population standard deviations (divided by n), shape [columns]; 0 for a constant column.
  public let deviations: [Float]

  /// Measures `rows` rows of row-major [rows][columns] features; at least one row.
  public init(fitting features: [Float], rows: Int, columns: Int) {
    precondition(rows > 0 && features.count == rows * columns, "at least one whole row is needed")
    var means = [Double](repeating: 0, count: columns)
    var squares = [Double](repeating: 0, count: columns)
    features.withUnsafeBufferPointer { values in
      for row in 0..<rows {
        for column in 0..<columns { means[column] += Double(values[row * columns + column]) }
      }
      for column in 0..<columns { means[column] /= Double(rows) }
      for row in 0..<rows {
        for column in 0..<columns {
          let gap = Double(values[row * columns + column]) - means[column]
          squares[column] += gap * gap
        }
      }
    }
    self.means = means.map { Float($0) }
    deviations = zip(squares, means).map { square, mean in
      let deviation = (square / Double(rows)).squareRoot()
      // Rounding leaves a constant column a deviation of some 1e-16 of its mean; that is no spread.
      return deviation <= 1e-12 * abs(mean) ? 0 : Float(deviation)
    }
  }

  /// Measures the rows of `examples`; at least one.
  public init(fitting examples: ExampleSet) {
    self.init(fitting: examples.features, rows: examples.rows, columns: examples.columns)
  }

  /// Standardises row-major [rows][columns] features in place; a column that was constant becomes 0.
  public func apply(to features: inout [Float]) {
    let columns = means.count
    precondition(columns == 0 || features.count % columns == 0, "features of another width")
    let scales = deviations.map { $0 == 0 ? 0 : 1 / $0 }
    features.withUnsafeMutableBufferPointer { values in
      for start in stride(from: 0, to: values.count, by: max(columns, 1)) {
        for column in 0..<columns {
          values[start + column] = (values[start + column] - means[column]) * scales[column]
        }
      }
    }
  }

  /// Standardises the rows of `examples` in place.
  public func apply(to examples: inout ExampleSet) {
    apply(to: &examples.features)
  }
}
