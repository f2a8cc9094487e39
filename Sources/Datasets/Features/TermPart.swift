import Foundation

/// A text column as term weights: term frequency × inverse document frequency, of length one.
///
/// weight = (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1), then divided by the row's Euclidean length
/// (Salton and Buckley, 1988, with smoothed document frequencies). Terms in fewer than `leastTexts`
/// training texts are left out; of the others the commonest `limit` are kept.
struct TermPart: FeaturePart {
  static let leastTexts = 2

  let names: [String]
  private let column: Int
  private let positions: [UInt64: Int]
  private let inverseFrequencies: [Float]

  init(_ prefix: String, _ column: Int, _ cells: TextCells, _ rows: [Int], limit: Int) {
    self.column = column
    var texts: [UInt64: Int] = [:]
    var seen = Set<UInt64>()
    for row in rows {
      seen.removeAll(keepingCapacity: true)
      cells.withText(row) { text in
        Terms(text).forEach { if seen.insert($0).inserted { texts[$0, default: 0] += 1 } }
      }
    }
    // Terms in every text do not tell texts apart. The hash settles ties, the same everywhere.
    let common = texts.filter { $0.value >= Self.leastTexts && $0.value < rows.count }
    let kept = common.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
    var positions: [UInt64: Int] = [:]
    for (place, term) in kept.enumerated() { positions[term.key] = place }
    self.positions = positions
    let count = Double(rows.count)
    inverseFrequencies = kept.map { Float(log((1 + count) / (1 + Double($0.value))) + 1) }
    names = spellings(positions, cells, rows).map { prefix + $0 }
  }

  func encode(
    _ content: Content, _ rows: [Int], into buffer: UnsafeMutableBufferPointer<Float>, offset: Int,
    width: Int
  ) {
    guard case .table(let columns) = content, case .text(let cells) = columns[column].values else {
      preconditionFailure("column \(column) held text when the encoder was fitted")
    }
    var touched: [Int] = []
    for (index, row) in rows.enumerated() {
      let start = index * width + offset
      touched.removeAll(keepingCapacity: true)
      cells.withText(row) { text in
        Terms(text).forEach { hash in
          guard let place = positions[hash] else { return }
          if buffer[start + place] == 0 { touched.append(place) }
          buffer[start + place] += 1
        }
      }
      var length: Float = 0
      for place in touched {
        let weight = (1 + logf(buffer[start + place])) * inverseFrequencies[place]
        buffer[start + place] = weight
        length += weight * weight
      }
      if length > 0 {
        let scale = 1 / length.squareRoot()
        for place in touched { buffer[start + place] *= scale }
      }
    }
  }
}

/// The spellings of the kept terms, in their order; looked up in the texts they come from.
private func spellings(_ positions: [UInt64: Int], _ cells: TextCells, _ rows: [Int]) -> [String] {
  var names = [String](repeating: "", count: positions.count)
  var open = positions.count
  for row in rows where open > 0 {
    cells.withText(row) { text in
      let terms = Terms(text)
      terms.forEach { hash in
        if let place = positions[hash], names[place].isEmpty {
          names[place] = terms.spelling(hash) ?? ""
          open -= 1
        }
      }
    }
  }
  return names
}
