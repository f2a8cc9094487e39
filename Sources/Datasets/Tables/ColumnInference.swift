/// What a column turned out to be: its finding, and how to read it if it can be used.
struct InferredColumn {
  var kind: ColumnKind
  var reason: ColumnReason
  /// `nil` for a column that is left out.
  var plan: ColumnPlan?
  var notes: [DatasetNote] = []
}

/// Infers one column's kind from its cells.
///
/// Throws for an infinity in a column of numbers.
func inferColumn(
  _ table: RawTable, column: Int, scan: ColumnScan, separator: Separator, asText: Bool
) throws(DatasetError) -> InferredColumn {
  let name = table.names[column]
  if scan.present == 0 { return InferredColumn(kind: .empty, reason: .noValue) }
  if asText {
    // A sequence stays one where it is named as the text column.
    if let form = TextForm.sequence(table, column) {
      return InferredColumn(
        kind: .sequence, reason: .sequences(form), plan: .sequences(form),
        notes: [.sequences(column: name, form: form)])
    }
    return InferredColumn(kind: .text, reason: .chosenAsText, plan: .text)
  }
  if scan.distinctCount == 1, scan.missing == 0, scan.infinities == 0 {
    return InferredColumn(kind: .constant, reason: .oneValue(table.text(row: 0, column: column)))
  }
  if scan.strays == 0 { return try numericColumn(name, scan, table) }
  if let style = numberStyle(table, column, scan, separator) {
    return InferredColumn(
      kind: .numeric, reason: .numbers(style), plan: .numbers(style),
      notes: [.numberStyle(column: name, style: style)])
  }
  if let found = dateOrder(table, column) {
    return InferredColumn(
      kind: .date, reason: .dates(found.order), plan: .dates(found.order),
      notes: [.dateParts(column: name, order: found.order, certain: found.certain)])
  }
  if let stray = scan.firstStray, scan.strays * 20 <= scan.present, scan.present - scan.strays >= 10 {
    var numeric = try numericColumn(name, scan, table)
    let row = table.rowNumber(stray.row)
    numeric.kind = .numeric
    numeric.plan = .numbers(.plain)
    numeric.reason = .mostlyNumbers(stray: scan.strays, example: stray.text, row: row)
    numeric.notes = [.strayText(column: name, count: scan.strays, example: stray.text, row: row)]
    return numeric
  }
  return wordedColumn(table, column, scan)
}

private func numericColumn(
  _ name: String, _ scan: ColumnScan, _ table: RawTable
) throws(DatasetError) -> InferredColumn {
  if let found = scan.firstInfinity {
    throw .infinity(column: name, row: table.rowNumber(found.row), text: found.text)
  }
  if scan.countsUp, scan.present >= 10 {
    return InferredColumn(kind: .identifier, reason: .countsUp)
  }
  if scan.allWhole, scan.present >= 10, namesIdentifier(name), scan.numbersAllDiffer() {
    return InferredColumn(kind: .identifier, reason: .nameAndDistinct)
  }
  return InferredColumn(kind: .numeric, reason: .numbers(.plain), plan: .numbers(.plain))
}

/// Categories, free text or an identifier: told apart by words a cell and by how many cells differ.
private func wordedColumn(_ table: RawTable, _ column: Int, _ scan: ColumnScan) -> InferredColumn {
  let distinct = scan.distinctCount ?? scan.present
  if distinct > 10, let form = TextForm.sequence(table, column) {
    return InferredColumn(
      kind: .sequence, reason: .sequences(form), plan: .sequences(form),
      notes: [.sequences(column: table.names[column], form: form)])
  }
  var words = 0.0
  table.forEachCell(column) { _, cell in
    if !MissingValues.contains(cell) { words += wordCount(cell) }
  }
  let average = words / Double(scan.present)
  let share = Double(distinct) / Double(scan.present)
  if (average >= 3 && share >= 0.5 && distinct > 10) || (average >= 5 && distinct > 50) {
    return InferredColumn(kind: .text, reason: .words(average: average), plan: .text)
  }
  if share >= 0.95, scan.present >= 10 {
    return InferredColumn(kind: .identifier, reason: .nearlyAllDifferent(distinct))
  }
  return InferredColumn(kind: .categorical, reason: .levels(distinct), plan: .levels)
}

/// Words between white space; a Chinese, Japanese or Korean character counts as half a word.
private func wordCount(_ text: UnsafeBufferPointer<UInt8>) -> Double {
  var words = 0.0
  var inWord = false
  for byte in text {
    // 0xE3 to 0xED lead the characters from U+3000 to U+DFFF.
    if byte >= 0xE3, byte <= 0xED {
      words += 0.5
      inWord = false
    } else if byte <= 0x20 {
      inWord = false
    } else if byte < 0x80 || byte >= 0xC0 {
      if !inWord { words += 1 }
      inWord = true
    }
  }
  return words
}

/// True for names such as `id`, `PassengerId`, `row_number` and 编号.
private func namesIdentifier(_ name: String) -> Bool {
  var parts: [String] = [""]
  var previous: Character = "_"
  for character in name {
    if !character.isLetter {
      parts.append("")
    } else if character.isUppercase, previous.isLowercase {
      parts.append(character.lowercased())
    } else {
      parts[parts.count - 1] += character.lowercased()
    }
    previous = character
  }
  let marks: Set<String> = ["id", "ids", "uuid", "guid", "index", "idx", "key", "rownum", "rowid", "unnamed"]
  return parts.contains { marks.contains($0) } || ["编号", "序号", "流水号"].contains { name.contains($0) }
}

/// The one style other than the plain in which every present cell can be read.
private func numberStyle(
  _ table: RawTable, _ column: Int, _ scan: ColumnScan, _ separator: Separator
) -> NumberStyle? {
  guard let stray = scan.firstStray, stray.text.contains(where: \.isNumber), scan.infinities == 0
  else { return nil }
  // "1,234" alone fits two styles: a file separated by semicolons is likely to use decimal commas.
  let candidates: [NumberStyle] =
    separator == .comma
    ? [.groupedByComma, .decimalComma, .groupedBySpace] : [.decimalComma, .groupedByComma, .groupedBySpace]
  return candidates.first { style in
    var fits = true
    table.forEachCell(column) { _, cell in
      if fits { fits = MissingValues.contains(cell) || style.plainForm(cell) != nil }
    }
    return fits
  }
}

/// The one order of parts in which every present cell is a date; not certain when two orders fit.
private func dateOrder(_ table: RawTable, _ column: Int) -> (order: DateOrder, certain: Bool)? {
  let fitting = DateOrder.allCases.filter { order in
    var fits = true
    table.forEachCell(column) { _, cell in
      if fits { fits = MissingValues.contains(cell) || CalendarDate(cell, order: order) != nil }
    }
    return fits
  }
  guard let first = fitting.first else { return nil }
  return (first, fitting.count == 1)
}
