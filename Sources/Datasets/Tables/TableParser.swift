/// Cuts a stream of bytes into the cells of a table, RFC 4180 and the usual departures from it.
///
/// Quoted fields may hold separators, doubled quotes and line ends; lines end in LF, CRLF or CR;
/// white lines are stepped over. The first record gives the columns.
struct TableParser {
  private let path: String
  private let separator: UInt8
  private let lineLimit: Int
  private var names: [String] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var state = State.fieldStart
  private var recordCells = 0
  private var recordStart = 0
  private var recordWasQuoted = false
  private var fieldStart = 0
  private var row = 0
  private var line = 1
  private var quoteLine = 1
  private var lineBytes = 0
  private var previousWasReturn = false

  private enum State {
    case fieldStart
    case plain
    case quoted
    case quoteInQuoted
  }

  init(path: String, separator: Separator, lineLimit: Int) {
    self.path = path
    self.separator = separator.byte
    self.lineLimit = lineLimit
  }

  /// Takes the next piece of the file.
  mutating func consume(_ piece: [UInt8]) throws(DatasetError) {
    try piece.withUnsafeBufferPointer { text throws(DatasetError) in
      var at = 0
      while at < text.count {
        switch state {
        case .fieldStart, .plain: at = try plain(text, at)
        case .quoted: at = try quoted(text, at)
        case .quoteInQuoted: at = afterQuote(text, at)
        }
      }
    }
  }

  /// The finished table; throws when a quote is still open or there is no header.
  mutating func finish() throws(DatasetError) -> RawTable {
    if state == .quoted { throw .unclosedQuote(path: path, line: quoteLine) }
    if recordCells > 0 || bytes.count > recordStart || recordWasQuoted { try endRecord() }
    if names.isEmpty { throw .emptyFile(path: path) }
    return RawTable(names: names, bytes: bytes, ends: ends)
  }

  private mutating func plain(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) throws(DatasetError) -> Int {
    var at = start
    let quote = UInt8(ascii: "\"")
    if state == .fieldStart {
      // Spaces before an opening quote are not part of the field.
      while at < text.count, text[at] == 0x20, separator != 0x20 { at += 1 }
      if at < text.count, text[at] == quote {
        bytes.removeLast(bytes.count - fieldStart)
        state = .quoted
        quoteLine = line
        recordWasQuoted = true
        lineBytes += at + 1 - start
        return at + 1
      }
      at = start
    }
    let separator = self.separator
    while at < text.count {
      let byte = text[at]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      at += 1
    }
    if at > start {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
      let onlySpaces = state == .fieldStart && text[start..<at].allSatisfy { $0 == 0x20 }
      if !onlySpaces { state = .plain }
      previousWasReturn = false
      lineBytes += at - start
      if lineBytes > lineLimit { throw .lineTooLong(path: path, line: line, limit: lineLimit) }
    }
    if at == text.count { return at }
    let byte = text[at]
    if byte == separator {
      endField()
      lineBytes += 1
      previousWasReturn = false
    } else if byte == 0x0A, previousWasReturn {
      previousWasReturn = false
    } else {
      try endRecord()
      line += 1
      lineBytes = 0
      previousWasReturn = byte == 0x0D
    }
    return at + 1
  }

  private mutating func quoted(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) throws(DatasetError) -> Int {
    var at = start
    previousWasReturn = false
    while at < text.count, text[at] != UInt8(ascii: "\"") {
      if text[at] == 0x0A { line += 1 }
      at += 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
    lineBytes += at - start
    if lineBytes > lineLimit { throw .lineTooLong(path: path, line: quoteLine, limit: lineLimit) }
    if at < text.count {
      state = .quoteInQuoted
      at += 1
    }
    return at
  }

  /// A doubled quote is a quote; anything else ends the quoted part.
  private mutating func afterQuote(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    if text[at] == UInt8(ascii: "\"") {
      bytes.append(text[at])
      state = .quoted
      return at + 1
    }
    state = .plain
    return at
  }

  private mutating func endField() {
    ends.append(bytes.count)
    recordCells += 1
    fieldStart = bytes.count
    state = .fieldStart
  }

  private mutating func endRecord() throws(DatasetError) {
    let isBlank = recordCells == 0 && !recordWasQuoted && bytes[recordStart...].allSatisfy { $0 <= 0x20 }
    defer {
      recordCells = 0
      recordWasQuoted = false
      recordStart = bytes.count
      fieldStart = bytes.count
      state = .fieldStart
    }
    if isBlank {
      bytes.removeLast(bytes.count - recordStart)
      return
    }
    endField()
    if names.isEmpty {
      takeHeader()
      return
    }
    row += 1
    if recordCells != names.count {
      throw .raggedRow(path: path, row: row, line: line, expected: names.count, got: recordCells)
    }
  }

  private mutating func takeHeader() {
    var start = 0
    for end in ends {
      let cell = bytes[start..<end].drop { $0 <= 0x20 }
      let end = cell.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? cell.startIndex
      names.append(String(decoding: cell[cell.startIndex..<end], as: UTF8.self))
      start = ends[names.count - 1]
    }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
