import Foundation

/// A file read piece by piece as valid UTF-8, whatever its own encoding; at most a few pieces of it
/// are ever in memory.
struct ByteChunks {
  let path: String
  /// The encoding that was declared, or found by a byte-order mark; UTF-8 otherwise.
  private(set) var encoding = TextEncoding.utf8
  private let file: FileHandle
  private let pieceSize: Int
  private var decoder: Transcoder?
  private var pending: [UInt8] = []
  private var offset = 0
  private var atStart = true

  init(location: URL, declared: TextEncoding?, pieceSize: Int = 1 << 18) throws(DatasetError) {
    path = location.lastPathComponent
    self.pieceSize = pieceSize
    guard FileManager.default.fileExists(atPath: location.path) else {
      throw .notFound(path: location.path)
    }
    do {
      file = try FileHandle(forReadingFrom: location)
    } catch {
      throw .unreadable(path: location.path, reason: plainReason(error))
    }
    if let declared { encoding = declared }
    if declared == nil || declared == .utf8 || declared == .utf16 { return }
    decoder = Transcoder(from: encoding.systemName)
  }

  /// The next piece, cut between characters; `nil` at the end of the file.
  ///
  /// Throws when the file cannot be read, is binary, or is not in its encoding.
  mutating func next() throws(DatasetError) -> [UInt8]? {
    while true {
      var piece = pending
      pending = []
      let fresh: Data
      do {
        fresh = try file.read(upToCount: pieceSize) ?? Data()
      } catch {
        throw .unreadable(path: path, reason: plainReason(error))
      }
      piece.append(contentsOf: fresh)
      if piece.isEmpty { return nil }
      if atStart {
        atStart = false
        try examineStart(&piece)
      }
      let text = try decoded(piece, isLast: fresh.isEmpty)
      if holdsZero(text) { throw .binaryFile(path: path, format: nil) }
      if !text.isEmpty || fresh.isEmpty { return text.isEmpty ? nil : text }
    }
  }

  /// Removes a byte-order mark and refuses well-known binary formats.
  private mutating func examineStart(_ piece: inout [UInt8]) throws(DatasetError) {
    if let format = FileFormat(firstBytes: piece) { throw .binaryFile(path: path, format: format) }
    if piece.starts(with: [0xEF, 0xBB, 0xBF]) {
      piece.removeFirst(3)
      offset += 3
    } else if piece.starts(with: [0xFF, 0xFE]) || piece.starts(with: [0xFE, 0xFF]) {
      let littleEndian = piece[0] == 0xFF
      piece.removeFirst(2)
      offset += 2
      encoding = .utf16
      decoder = Transcoder(from: littleEndian ? "UTF-16LE" : "UTF-16BE")
    } else if encoding == .utf16 {
      decoder = Transcoder(from: "UTF-16LE")
    } else if decoder == nil, holdsZero(piece) {
      throw .binaryFile(path: path, format: nil)
    }
  }

  private mutating func decoded(_ piece: [UInt8], isLast: Bool) throws(DatasetError) -> [UInt8] {
    guard let decoder else {
      let end = validUTF8Length(piece)
      // Up to three bytes may be the start of a character that the next piece completes.
      if end < piece.count {
        guard !isLast, piece.count - end < 4, startsCharacter(piece[end...]) else {
          throw piece[end] == 0
            ? .binaryFile(path: path, format: nil) : .notUTF8(path: path, offset: offset + end)
        }
      }
      pending = Array(piece[end...])
      offset += end
      return end == piece.count ? piece : Array(piece[..<end])
    }
    var text: [UInt8] = []
    let used = decoder.append(piece, to: &text)
    if used < piece.count, isLast || piece.count - used > 8 {
      throw .wrongEncoding(path: path, encoding: encoding, offset: offset + used)
    }
    pending = Array(piece[used...])
    offset += used
    return text
  }
}

extension FileFormat {
  /// The format these first bytes announce; `nil` for anything that may be text.
  init?(firstBytes bytes: [UInt8]) {
    let signatures: [([UInt8], FileFormat)] = [
      (Array("PK\u{3}\u{4}".utf8), .zipOrExcel), ([0x1F, 0x8B], .gzip), (Array("%PDF-".utf8), .pdf),
      (Array("SQLite format 3".utf8), .sqlite), (Array("PAR1".utf8), .parquet),
      ([0xD0, 0xCF, 0x11, 0xE0], .oldExcel), ([0x89, 0x50, 0x4E, 0x47], .image),
      ([0xFF, 0xD8, 0xFF], .image), (Array("RIFF".utf8), .sound),
    ]
    guard let match = signatures.first(where: { bytes.starts(with: $0.0) }) else { return nil }
    self = match.1
  }
}

/// The number of leading bytes that are whole, valid UTF-8 characters.
func validUTF8Length(_ bytes: [UInt8]) -> Int {
  bytes.withUnsafeBufferPointer { text in
    var at = 0
    let count = text.count
    let raw = UnsafeRawBufferPointer(text)
    while at < count {
      // Eight ASCII bytes at a time.
      if at + 8 <= count,
        raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        at += 8
        continue
      }
      let first = text[at]
      if first < 0x80 {
        at += 1
        continue
      }
      let length: Int
      let lowest: UInt8
      let highest: UInt8
      // Table 3-7 of the Unicode standard: well-formed UTF-8 byte sequences.
      switch first {
      case 0xC2...0xDF: (length, lowest, highest) = (2, 0x80, 0xBF)
      case 0xE0: (length, lowest, highest) = (3, 0xA0, 0xBF)
      case 0xED: (length, lowest, highest) = (3, 0x80, 0x9F)
      case 0xE1...0xEF: (length, lowest, highest) = (3, 0x80, 0xBF)
      case 0xF0: (length, lowest, highest) = (4, 0x90, 0xBF)
      case 0xF1...0xF3: (length, lowest, highest) = (4, 0x80, 0xBF)
      case 0xF4: (length, lowest, highest) = (4, 0x80, 0x8F)
      default: return at
      }
      guard at + length <= count, text[at + 1] >= lowest, text[at + 1] <= highest else { return at }
      for follower in 2..<max(2, length) where text[at + follower] & 0xC0 != 0x80 { return at }
      at += length
    }
    return at
  }
}

/// True when a zero byte, which no text has, is among the bytes.
private func holdsZero(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBytes { text in text.baseAddress.map { memchr($0, 0, text.count) != nil } ?? false }
}

/// True when the bytes may be the beginning of a UTF-8 character cut short.
private func startsCharacter(_ bytes: ArraySlice<UInt8>) -> Bool {
  guard let first = bytes.first, first >= 0xC2, first <= 0xF4 else { return false }
  let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  return bytes.count < length && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
}

/// An operating-system error without its wrapping, such as "Permission denied".
func plainReason(_ error: any Error) -> String {
  let outer = error as NSError
  let inner = outer.userInfo[NSUnderlyingErrorKey] as? NSError ?? outer
  return inner.domain == NSPOSIXErrorDomain
    ? String(cString: strerror(Int32(inner.code))) : outer.localizedDescription
}
