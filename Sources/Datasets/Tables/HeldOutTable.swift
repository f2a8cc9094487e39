import Foundation

/// Reads a second table by the schema that was inferred from the first.
func heldOutTable(
  _ location: URL, schema: TableSchema, training: Dataset, encoding: TextEncoding?
) throws(DatasetError) -> Dataset {
  let read = try readTable(location, declared: encoding, lineLimit: 64 << 20)
  var table = read.table
  var notes = read.notes
  let targetColumn = try position(of: training.targetName, in: table)
  let kept = labelledRows(table, targetColumn)
  if kept.isEmpty { throw .tooFewRows(rows: 0, least: 1) }
  if kept.count < table.rows {
    notes.append(.rowsWithoutTarget(table.rows - kept.count))
    table = table.keeping(kept)
  }
  let targets = try heldOutTargets(table, targetColumn, schema.targetPlan, training)
  var columns: [TableColumn] = []
  for (name, plan) in schema.columns {
    let column = try position(of: name, in: table)
    if case .numbers(let style) = plan {
      try checkNumbers(table, column, style, &notes)
    }
    columns.append(TableColumn(name: name, values: plan.values(table, column: column)))
  }
  var groups: RowGroups?
  if let known = training.groups, let column = table.names.firstIndex(of: known.column) {
    groups = try RowGroups(table, column, names: known.names)
  }
  let known = Set(training.findings.map(\.name))
  let extra = table.names.filter { !known.contains($0) }
  if !extra.isEmpty { notes.append(.extraColumns(extra)) }
  var dataset = Dataset(
    name: location.lastPathComponent, origin: .user, modality: training.modality, task: training.task,
    targetName: training.targetName, classes: training.classes, targets: targets, rows: table.rows,
    findings: training.findings, skipped: [], notes: notes,
    fingerprint: fingerprint(
      of: .table(columns), targetName: training.targetName, classes: training.classes, targets: targets),
    content: .table(columns), schema: schema)
  dataset.groups = groups
  return dataset
}

private func position(of name: String, in table: RawTable) throws(DatasetError) -> Int {
  guard let column = table.names.firstIndex(of: name) else {
    throw .missingColumn(name: name, nearest: nearest(name, in: table.names))
  }
  return column
}

private func labelledRows(_ table: RawTable, _ target: Int) -> [Int] {
  var kept: [Int] = []
  table.forEachCell(target) { row, cell in
    if !MissingValues.contains(cell) { kept.append(row) }
  }
  return kept
}

private func heldOutTargets(
  _ table: RawTable, _ column: Int, _ plan: ColumnPlan, _ training: Dataset
) throws(DatasetError) -> [Double] {
  let index = Dictionary(uniqueKeysWithValues: zip(training.classes, 0...))
  switch plan.values(table, column: column) {
  case .numbers(let values):
    var targets: [Double] = []
    for (row, value) in values.enumerated() {
      let text = table.text(row: row, column: column)
      if training.task == .regression {
        if value.isNaN {
          throw .notANumber(column: training.targetName, row: table.rowNumber(row), text: text)
        }
        targets.append(value)
      } else if let code = index[plainNumber(value)] {
        targets.append(Double(code))
      } else {
        throw .unseenClass(
          column: training.targetName, value: text, row: table.rowNumber(row), known: training.classes)
      }
    }
    return targets
  case .levels(let codes, let levels):
    for (row, code) in codes.enumerated() where index[levels[Int(code)]] == nil {
      throw .unseenClass(
        column: training.targetName, value: levels[Int(code)], row: table.rowNumber(row),
        known: training.classes)
    }
    return codes.map { Double(index[levels[Int($0)]] ?? 0) }
  case .text, .dates:
    preconditionFailure("a target is a number or a label")
  }
}

/// Notes the cells of a number column that are no numbers; throws when none is, and for an infinity.
private func checkNumbers(
  _ table: RawTable, _ column: Int, _ style: NumberStyle, _ notes: inout [DatasetNote]
) throws(DatasetError) {
  let name = table.names[column]
  let scan = ColumnScan(table, column: column)
  if let found = scan.firstInfinity {
    throw .infinity(column: name, row: table.rowNumber(found.row), text: found.text)
  }
  guard style == .plain, let stray = scan.firstStray else { return }
  let row = table.rowNumber(stray.row)
  if scan.strays == scan.present { throw .notANumber(column: name, row: row, text: stray.text) }
  notes.append(.strayText(column: name, count: scan.strays, example: stray.text, row: row))
}
