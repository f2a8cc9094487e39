/// One thing that was inferred, changed or left out while reading, to be printed and stored.
public enum DatasetNote: Sendable, Hashable, Codable {
  case separator(Separator)
  case encoding(TextEncoding)
  case targetFound(column: String)
  case taskInferred(column: String, task: LearningTask, reason: TaskReason)
  case missingValues(total: Int, spellings: [SpellingCount])
  case columnsDropped([String])
  case columnNamed(position: Int, name: String)
  case numberStyle(column: String, style: NumberStyle)
  case strayText(column: String, count: Int, example: String, row: Int)
  case sequences(column: String, form: TextForm)
  case groupsKeptOut(column: String, names: [String])
  case dateParts(column: String, order: DateOrder, certain: Bool)
  case rowsWithoutTarget(Int)
  case rareClasses([String])
  case imagesResized(side: Int, channels: Int)
  case soundRate(hertz: Int)
  case soundsCut(count: Int, seconds: Int)
  case filesSkipped(Int)
  case filesDrawn(kept: Int, of: Int)
  case rowsDrawn(kept: Int, of: Int)
  case rowsIncomplete(Int)
  case extraColumns([String])
  case rowsByDate(column: String)
  case periodsIncomplete(Int)
  case figuresRead(areReturns: Bool)
  case daysToWeeks(days: Int, weeks: Int)
}

/// How often one spelling of "no value" occurred; the empty cell is the empty spelling.
public struct SpellingCount: Sendable, Hashable, Codable {
  public let spelling: String
  public let count: Int

  public init(spelling: String, count: Int) {
    self.spelling = spelling
    self.count = count
  }
}

/// The character between two fields of a table.
public enum Separator: String, Sendable, Hashable, Codable, CaseIterable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"
  case pipe = "|"

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .pipe: UInt8(ascii: "|")
    }
  }
}
