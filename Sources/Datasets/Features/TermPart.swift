import Foundation
import Kernels

/// A text column as term weights: term frequency × inverse document frequency, of length one.
///
/// weight = (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1), then divided by the row's Euclidean length
/// (Salton and Buckley, 1988, with smoothed document frequencies). Terms in fewer than `leastTexts`
/// training texts are left out; of the others the commonest `limit` are kept. The pieces of a molecule add up
/// instead: weight = tf ÷ the term's root mean square tf where it occurs, and all rows are divided by the
/// training rows' mean length, so that a larger molecule stays larger.
struct TermPart: FeaturePart {
  static let leastTexts = 2

  let names: [String]
  private let column: Int
  private let form: TextForm
  private let positions: [UInt64: Int]
  private var factors: [Float] = []
  /// What every row is divided by; nil divides each by its own length.
  private var commonLength: Float?

  init(_ prefix: String, _ column: Int, _ cells: TextCells, _ rows: [Int], limit: Int) {
    self.column = column
    form = cells.form
    var texts: [UInt64: Int] = [:]
    var seen = Set<UInt64>()
    for row in rows {
      seen.removeAll(keepingCapacity: true)
      cells.withText(row) { text in
        cells.form.forEachTerm(text) { if seen.insert($0).inserted { texts[$0, default: 0] += 1 } }
      }
    }
    // Words in every text do not tell texts apart; of letters and atoms every text has some, more or fewer.
    // The hash settles ties, the same everywhere.
    let most = cells.form == .words ? rows.count - 1 : rows.count
    let common = texts.filter { $0.value >= Self.leastTexts && $0.value <= most }
    let kept = common.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
    var positions: [UInt64: Int] = [:]
    for (place, term) in kept.enumerated() { positions[term.key] = place }
    self.positions = positions
    names = spellings(positions, cells, rows).map { prefix + $0 }
    guard form == .structures else {
      let count = Double(rows.count)
      factors = kept.map { Float(log((1 + count) / (1 + Double($0.value))) + 1) }
      return
    }
    var squares = [Float](repeating: 0, count: kept.count)
    forEachCount(cells, rows) { _, places, counts in
      for place in places { squares[place] += counts[place] * counts[place] }
    }
    factors = zip(kept, squares).map { (Float($0.value) / $1).squareRoot() }
    var sum: Float = 0
    forEachRow(cells, rows) { _, places, weights in
      sum += places.reduce(0) { $0 + weights[$1] * weights[$1] }.squareRoot()
    }
    commonLength = sum > 0 ? sum / Float(rows.count) : 1
  }

  func encode(
    _ content: Content, _ rows: [Int], into buffer: UnsafeMutableBufferPointer<Float>, offset: Int,
    width: Int
  ) {
    forEachRow(self.cells(content), rows) { index, places, weights in
      for place in places { buffer[index * width + offset + place] = weights[place] }
    }
  }

  func encodeSparse(_ content: Content, _ rows: [Int]) -> SparseRows {
    var builder = SparseRows.Builder(columns: names.count, rows: rows.count)
    var ascending: [Int] = []
    forEachRow(self.cells(content), rows) { _, places, weights in
      ascending.replaceSubrange(ascending.indices, with: places)
      ascending.sort()
      for place in ascending { builder.append(place, weights[place]) }
      builder.endRow()
    }
    return builder.finished()
  }

  private func cells(_ content: Content) -> TextCells {
    guard case .table(let columns) = content, case .text(let cells) = columns[column].values else {
      preconditionFailure("column \(column) held text when the encoder was fitted")
    }
    return cells
  }

  /// Calls `body` with every row's position, the places of its terms, and the weights at these places.
  private func forEachRow(
    _ cells: TextCells, _ rows: [Int], _ body: (_ index: Int, _ places: [Int], _ weights: [Float]) -> Void
  ) {
    forEachCount(cells, rows) { index, places, weights in
      if let commonLength {
        for place in places { weights[place] *= factors[place] / commonLength }
      } else if form == .structures {
        for place in places { weights[place] *= factors[place] }
      } else {
        var length: Float = 0
        for place in places {
          weights[place] = (1 + logf(weights[place])) * factors[place]
          length += weights[place] * weights[place]
        }
        if length > 0 {
          let scale = 1 / length.squareRoot()
          for place in places { weights[place] *= scale }
        }
      }
      body(index, places, weights)
    }
  }

  /// Calls `body` with every row's position, the places of its terms, and how often each occurs.
  private func forEachCount(
    _ cells: TextCells, _ rows: [Int],
    _ body: (_ index: Int, _ places: [Int], _ counts: inout [Float]) -> Void
  ) {
    var places: [Int] = []
    var weights = [Float](repeating: 0, count: names.count)
    for (index, row) in rows.enumerated() {
      cells.withText(row) { text in
        form.forEachTerm(text) { hash in
          guard let place = positions[hash] else { return }
          if weights[place] == 0 { places.append(place) }
          weights[place] += 1
        }
      }
      body(index, places, &weights)
      for place in places { weights[place] = 0 }
      places.removeAll(keepingCapacity: true)
    }
  }
}

/// The spellings of the kept terms, in their order; looked up in the texts they come from.
private func spellings(_ positions: [UInt64: Int], _ cells: TextCells, _ rows: [Int]) -> [String] {
  var names = [String](repeating: "", count: positions.count)
  var open = positions.count
  for row in rows where open > 0 {
    cells.withText(row) { text in
      cells.form.forEachTerm(text) { hash in
        if let place = positions[hash], names[place].isEmpty {
          names[place] = cells.form.spelling(hash, in: text) ?? ""
          open -= 1
        }
      }
    }
  }
  return names
}
