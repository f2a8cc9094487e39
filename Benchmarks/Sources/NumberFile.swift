import Foundation

/// Why a benchmark file could not be read.
struct UnreadableFile: Error, CustomStringConvertible {
  let path: String
  let line: Int
  let reason: String

  var description: String { "\(path):\(line): \(reason)" }
}

/// Numbers of a text file, one row a line, all separated by one character.
struct NumberFile {
  let rows: [[Double]]

  /// Reads every number after `skipping` lines; anything but numbers and separators is refused.
  init(path: String, separator: Character, skipping: Int = 0) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UnreadableFile(path: path, line: 0, reason: "cannot be read")
    }
    // A zero at the end stops strtod at the end of the file.
    let bytes = [UInt8](data) + [0]
    let separator = CChar(bitPattern: separator.asciiValue ?? 0)
    let newline = CChar(bitPattern: Character("\n").asciiValue ?? 0)
    rows = try bytes.withUnsafeBytes { buffer in
      guard var cursor = buffer.bindMemory(to: CChar.self).baseAddress else { return [] }
      let end = cursor + bytes.count - 1
      var line = 1
      while line <= skipping, cursor < end {
        if cursor.pointee == newline { line += 1 }
        cursor += 1
      }
      var rows: [[Double]] = []
      while cursor < end {
        var row: [Double] = []
        row.reserveCapacity(rows.last?.count ?? 0)
        while true {
          var after: UnsafeMutablePointer<CChar>?
          let value = strtod(cursor, &after)
          guard let after, UnsafePointer(after) != cursor, value.isFinite else {
            throw UnreadableFile(path: path, line: line, reason: "value \(row.count + 1) is no number")
          }
          row.append(value)
          cursor = UnsafePointer(after)
          if cursor.pointee == separator {
            cursor += 1
          } else if cursor.pointee == newline || cursor == end {
            cursor += cursor == end ? 0 : 1
            break
          } else {
            throw UnreadableFile(
              path: path, line: line, reason: "unexpected character after value \(row.count)")
          }
        }
        rows.append(row)
        line += 1
      }
      return rows
    }
  }
}
