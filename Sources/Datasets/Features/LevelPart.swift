/// A category column as 0/1 columns: the thirty commonest levels, the others together, and missing.
struct LevelPart: FeaturePart {
  static let levelLimit = 30

  let names: [String]
  private let column: Int
  /// Where each kept level stands among the encoded columns.
  private let positions: [String: Int]
  private let otherPosition: Int?
  private let missingPosition: Int?

  init(_ name: String, _ column: Int, _ codes: [Int32], _ levels: [String], _ rows: [Int]) {
    self.column = column
    var counts = [Int](repeating: 0, count: levels.count)
    var missing = 0
    for row in rows {
      if codes[row] < 0 { missing += 1 } else { counts[Int(codes[row])] += 1 }
    }
    let seen = counts.indices.filter { counts[$0] > 0 }
    // A level in fewer than one row in five hundred teaches nothing but that row.
    let least = max(2, rows.count / 500)
    let common = seen.sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(Self.levelLimit)
    let kept = common.filter { counts[$0] >= least }.sorted()
    let others = seen.count - kept.count
    var names: [String] = []
    var positions: [String: Int] = [:]
    if kept.count == 2, others == 0, missing == 0 {
      // Of two levels the first is what the second is not.
      positions[levels[kept[1]]] = 0
      names.append("\(name) = \(levels[kept[1]])")
    } else if kept.count + min(others, 1) + min(missing, 1) > 1 {
      for level in kept {
        positions[levels[level]] = names.count
        names.append("\(name) = \(levels[level])")
      }
    }
    let varies = !names.isEmpty
    otherPosition = varies && others > 0 ? names.count : nil
    if otherPosition != nil { names.append("\(name) = other") }
    missingPosition = missing > 0 && missing < rows.count ? names.count : nil
    if missingPosition != nil { names.append("\(name) missing") }
    self.names = names
    self.positions = positions
  }

  func encode(
    _ content: Content, _ rows: [Int], into buffer: UnsafeMutableBufferPointer<Float>, offset: Int,
    width: Int
  ) {
    guard case .table(let columns) = content, case .levels(let codes, let levels) = columns[column].values
    else {
      preconditionFailure("column \(column) held levels when the encoder was fitted")
    }
    // Twin levels of a pair have no position of their own and stay 0, like levels never seen.
    let places = levels.map { positions[$0] ?? otherPosition }
    for (index, row) in rows.enumerated() {
      let code = codes[row]
      let place = code < 0 ? missingPosition : places[Int(code)]
      if let place { buffer[index * width + offset + place] = 1 }
    }
  }
}
