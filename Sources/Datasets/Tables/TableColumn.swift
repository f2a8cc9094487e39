/// One usable column with its values as they were understood.
struct TableColumn: Sendable {
  let name: String
  let values: ColumnValues
}

/// The values of a column, one entry a row.
enum ColumnValues: Sendable {
  /// `nan` where the value is missing.
  case numbers([Double])
  /// Index into `levels`, −1 where the value is missing; levels are sorted by their bytes.
  case levels(codes: [Int32], levels: [String])
  case text(TextCells)
  /// `nil` where the value is missing.
  case dates([CalendarDate?])
}

/// Texts of any length in one run of bytes.
struct TextCells: Sendable {
  let form: TextForm
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  init(form: TextForm = .words) {
    self.form = form
  }

  var count: Int { ends.count }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Calls `body` with the bytes of one text.
  func withText<Result>(_ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[(row == 0 ? 0 : ends[row - 1])..<ends[row]]))
    }
  }

  func text(_ row: Int) -> String { withText(row) { String(decoding: $0, as: UTF8.self) } }
}

/// FNV-1a over bytes (Fowler, Noll and Vo): quick, and the same on every machine.
@inline(__always)
func hash64(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
  var hash = seed
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  return hash
}
