/// SHA-256 over the values that can be learnt from and the targets, in hexadecimal.
///
/// Columns that were left out do not count, nor does the way the file is written.
func fingerprint(of content: Content, targetName: String, classes: [String], targets: [Double]) -> String {
  var hash = SHA256()
  hash.update(targetName)
  for name in classes { hash.update(name) }
  hash.update(targets)
  switch content {
  case .table(let columns):
    for column in columns {
      hash.update(column.name)
      column.values.add(to: &hash)
    }
  case .grid(let grid):
    for name in grid.names { hash.update(name) }
    grid.values.withUnsafeBytes { hash.update($0) }
  }
  return hash.digest()
}

extension ColumnValues {
  fileprivate func add(to hash: inout SHA256) {
    switch self {
    case .numbers(let values):
      hash.update(values)
    case .levels(let codes, let levels):
      for level in levels { hash.update(level) }
      codes.withUnsafeBytes { hash.update($0) }
    case .text(let cells):
      hash.update(cells.ends.map(Double.init))
      cells.bytes.withUnsafeBytes { hash.update($0) }
    case .dates(let dates):
      hash.update(dates.map { date in date.map { Double($0.dayNumber) + ($0.hour ?? 0) / 24 } ?? .nan })
    }
  }
}
