import Foundation

/// The fewest labelled rows from which anything is learnt.
let leastRows = 10

/// Reads a table file into cells, with the notes on how it was read.
func readTable(
  _ location: URL, declared: TextEncoding?, lineLimit: Int
) throws(DatasetError) -> (table: RawTable, separator: Separator, notes: [DatasetNote]) {
  var chunks = try ByteChunks(location: location, declared: declared)
  guard var piece = try chunks.next() else { throw .emptyFile(path: chunks.path) }
  // Spreadsheets may announce the separator in a first line of their own.
  var separator = announcedSeparator(&piece) ?? Separator.guess(from: piece)
  if location.pathExtension.lowercased() == "tsv", piece.contains(Separator.tab.byte) { separator = .tab }
  var parser = TableParser(path: chunks.path, separator: separator, lineLimit: lineLimit)
  try parser.consume(piece)
  while let more = try chunks.next() { try parser.consume(more) }
  var table = try parser.finish()
  var notes: [DatasetNote] = [.separator(separator)]
  if chunks.encoding != .utf8 { notes.append(.encoding(chunks.encoding)) }
  try checkHeader(&table, chunks.path, &notes)
  return (table, separator, notes)
}

private func announcedSeparator(_ piece: inout [UInt8]) -> Separator? {
  guard piece.starts(with: Array("sep=".utf8)), let end = piece.firstIndex(where: { $0 == 0x0A }),
    piece.count > 4, let separator = Separator.allCases.first(where: { $0.byte == piece[4] })
  else { return nil }
  piece.removeFirst(end + 1)
  return separator
}

/// Refuses a header that is a row of data or names a column twice; names the columns without a name.
private func checkHeader(
  _ table: inout RawTable, _ path: String, _ notes: inout [DatasetNote]
) throws(DatasetError) {
  let numbers = table.names.map { Double($0) }
  let known = numbers.compactMap { $0 }
  // Whole numbers in rising order are names people do use: years, pixels, positions.
  let areNames =
    zip(known, known.dropFirst()).allSatisfy { $0 < $1 } && known.allSatisfy { $0 == $0.rounded() }
  if let field = zip(table.names, numbers).first(where: { $0.1 != nil })?.0,
    !areNames || (known.count == 1 && table.columns <= 2)
  {
    throw .numericHeader(path: path, field: field)
  }
  for index in table.names.indices where table.names[index].isEmpty {
    table.names[index] = "column \(index + 1)"
    notes.append(.columnNamed(position: index + 1, name: table.names[index]))
  }
  var seen: [String: Int] = [:]
  for (index, name) in table.names.enumerated() {
    if let first = seen[name] {
      throw .duplicateColumn(path: path, name: name, first: first + 1, second: index + 1)
    }
    seen[name] = index
  }
}

/// Reads a table file and infers what its columns and its target are.
func loadTable(_ request: DatasetRequest) throws(DatasetError) -> Dataset {
  let read = try readTable(request.location, declared: request.encoding, lineLimit: request.lineLimit)
  return try inferredDataset(
    read.table, separator: read.separator, request: request, origin: .user,
    name: request.location.lastPathComponent, notes: read.notes)
}

/// A data set from cells: the target first, then every other column.
func inferredDataset(
  _ cells: RawTable, separator: Separator, request: DatasetRequest, origin: DataOrigin, name: String,
  notes: [DatasetNote]
) throws(DatasetError) -> Dataset {
  var notes = notes
  var table = cells
  let targetColumn = try findTarget(table, request.target, &notes)
  if let text = request.textColumn, !table.names.contains(text) {
    throw .unknownColumn(name: text, nearest: nearest(text, in: table.names), columns: table.names)
  }
  try keepLabelledRows(&table, targetColumn, &notes)
  let target = try inferTarget(table, column: targetColumn, asked: request.task, separator: separator)
  notes.append(
    .taskInferred(column: table.names[targetColumn], task: target.task, reason: target.reason))
  let group = try request.groupColumn.map { name throws(DatasetError) in
    try groupColumn(named: name, in: table, target: targetColumn, &notes)
  }
  let read = try inferColumns(
    table, targetColumn, target, (request.textColumn, group), separator, &notes)
  if read.columns.isEmpty {
    throw .noUsableColumn(dropped: read.findings.filter { $0.role == .dropped }.map(\.name))
  }
  notes.append(contentsOf: classNotes(target.classes, target.targets))
  let schema = TableSchema(
    columns: zip(read.columns, read.plans).map { ($0.name, $1) }, targetPlan: target.plan,
    group: group?.column)
  let allText = read.plans.allSatisfy(\.isText)
  var dataset = Dataset(
    name: name, origin: origin, modality: allText ? .text : .tabular, task: target.task,
    targetName: table.names[targetColumn], classes: target.classes, targets: target.targets,
    rows: table.rows, findings: read.findings, skipped: [], notes: notes,
    fingerprint: fingerprint(
      of: .table(read.columns), targetName: table.names[targetColumn], classes: target.classes,
      targets: target.targets), content: .table(read.columns), schema: schema)
  dataset.groups = group
  return dataset
}

private func groupColumn(
  named name: String, in table: RawTable, target: Int, _ notes: inout [DatasetNote]
) throws(DatasetError) -> RowGroups {
  guard let column = table.names.firstIndex(of: name) else {
    throw .unknownColumn(name: name, nearest: nearest(name, in: table.names), columns: table.names)
  }
  if column == target { throw .groupIsTarget(column: name) }
  let groups = try RowGroups(table, column)
  notes.append(.groupsKeptOut(column: name, names: groups.names))
  return groups
}

private func findTarget(
  _ table: RawTable, _ asked: String?, _ notes: inout [DatasetNote]
) throws(DatasetError) -> Int {
  if let asked {
    guard let column = table.names.firstIndex(of: asked) else {
      throw .unknownColumn(name: asked, nearest: nearest(asked, in: table.names), columns: table.names)
    }
    return column
  }
  let usual: Set<String> = [
    "target", "label", "labels", "class", "y", "outcome", "标签", "类别", "目标", "结果",
  ]
  let found = table.names.indices.filter { usual.contains(table.names[$0].lowercased()) }
  guard found.count == 1, let column = found.first else { throw .targetNotNamed(columns: table.names) }
  notes.append(.targetFound(column: table.names[column]))
  return column
}

/// Takes out the rows that have no target, with a note; throws when fewer than ten are left.
private func keepLabelledRows(
  _ table: inout RawTable, _ target: Int, _ notes: inout [DatasetNote]
) throws(DatasetError) {
  var kept: [Int] = []
  table.forEachCell(target) { row, cell in
    if !MissingValues.contains(cell) { kept.append(row) }
  }
  if kept.isEmpty, table.rows > 0 { throw .allMissing(column: table.names[target]) }
  if kept.count < leastRows { throw .tooFewRows(rows: kept.count, least: leastRows) }
  if kept.count < table.rows {
    notes.append(.rowsWithoutTarget(table.rows - kept.count))
    table = table.keeping(kept)
  }
}

private func inferColumns(
  _ table: RawTable, _ targetColumn: Int, _ target: InferredTarget,
  _ chosen: (text: String?, group: RowGroups?), _ separator: Separator, _ notes: inout [DatasetNote]
) throws(DatasetError) -> (columns: [TableColumn], plans: [ColumnPlan], findings: [ColumnFinding]) {
  var columns: [TableColumn] = []
  var plans: [ColumnPlan] = []
  var findings: [ColumnFinding] = []
  var missing: [String: Int] = [:]
  var columnNotes: [DatasetNote] = []
  let scans = ColumnScan.all(table)
  for column in 0..<table.columns {
    let name = table.names[column]
    if column == targetColumn {
      let distinct = target.classes.isEmpty ? Set(target.targets).count : target.classes.count
      findings.append(
        ColumnFinding(
          name: name, kind: target.kind, role: .target, reason: .target(target.reason), missing: 0,
          distinct: distinct))
      continue
    }
    let scan = scans[column]
    if let group = chosen.group, name == group.column {
      findings.append(
        ColumnFinding(
          name: name, kind: .categorical, role: .group, reason: .chosenAsGroup(group.names.count),
          missing: scan.missing, distinct: group.names.count))
      continue
    }
    let inferred = try inferColumn(
      table, column: column, scan: scan, separator: separator, asText: name == chosen.text)
    findings.append(
      ColumnFinding(
        name: name, kind: inferred.kind, role: inferred.plan == nil ? .dropped : .feature,
        reason: inferred.reason, missing: scan.missing, distinct: scan.distinctCount))
    missing.merge(scan.spellings, uniquingKeysWith: +)
    columnNotes.append(contentsOf: inferred.notes)
    guard let plan = inferred.plan else { continue }
    let values = plan == .numbers(.plain) ? .numbers(scan.numbers) : plan.values(table, column: column)
    columns.append(TableColumn(name: name, values: values))
    plans.append(plan)
  }
  if !missing.isEmpty {
    let sorted = missing.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    notes.append(
      .missingValues(
        total: missing.values.reduce(0, +),
        spellings: sorted.map { SpellingCount(spelling: $0.key, count: $0.value) }))
  }
  let dropped = findings.filter { $0.role == .dropped }.map(\.name)
  if !dropped.isEmpty { notes.append(.columnsDropped(dropped)) }
  notes.append(contentsOf: columnNotes)
  return (columns, plans, findings)
}

/// Names the classes that have fewer than ten rows: too few to be in every fold.
func classNotes(_ classes: [String], _ targets: [Double]) -> [DatasetNote] {
  var counts = [Int](repeating: 0, count: classes.count)
  if classes.isEmpty { return [] }
  for target in targets { counts[Int(target)] += 1 }
  let rare = classes.indices.filter { counts[$0] < 10 }.map { classes[$0] }
  return rare.isEmpty ? [] : [.rareClasses(rare)]
}
