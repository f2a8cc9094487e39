/// Pixels or sound features, each standardised by the training rows; constant ones are left out.
struct GridPart: FeaturePart {
  let names: [String]
  private let kept: [Int]
  private let means: [Float]
  private let scales: [Float]

  init(_ grid: FeatureGrid, _ rows: [Int]) {
    let width = grid.names.count
    var sums = [Double](repeating: 0, count: width)
    var squares = [Double](repeating: 0, count: width)
    // Values are of order one, so that plain sums in double precision lose nothing that matters.
    for row in rows {
      for column in 0..<width {
        let value = Double(grid.values[row * width + column])
        sums[column] += value
        squares[column] += value * value
      }
    }
    let count = Double(rows.count)
    let means = sums.map { $0 / count }
    let variances = zip(squares, means).map { max(0, $0 / count - $1 * $1) }
    kept = (0..<width).filter { variances[$0] > 1e-8 }
    names = kept.map { grid.names[$0] }
    self.means = kept.map { Float(means[$0]) }
    scales = kept.map { Float(1 / variances[$0].squareRoot()) }
  }

  func encode(
    _ content: Content, _ rows: [Int], into buffer: UnsafeMutableBufferPointer<Float>, offset: Int,
    width: Int
  ) {
    guard case .grid(let grid) = content else {
      preconditionFailure("the data held pictures or sounds when the encoder was fitted")
    }
    let limit = Float(Standardised.limit)
    for (index, row) in rows.enumerated() {
      let from = row * grid.names.count
      let to = index * width + offset
      for place in kept.indices {
        let value = (grid.values[from + kept[place]] - means[place]) * scales[place]
        buffer[to + place] = min(max(value, -limit), limit)
      }
    }
  }
}
