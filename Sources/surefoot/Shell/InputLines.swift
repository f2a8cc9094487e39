import Foundation

/// Lines of a file or of standard input, one after another, without holding more than one of them.
struct InputLines {
  struct TooLong: Error { var line: Int }

  /// Lines longer than this are refused before they fill the memory; an answer sheet has a few thousand bytes.
  static let lineLimit = 4 << 20

  private let descriptor: Int32
  private var buffer: [UInt8]
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  /// The number of the line read last, from 1.
  private(set) var line = 0

  init(descriptor: Int32, bufferSize: Int = 1 << 16) {
    self.descriptor = descriptor
    buffer = [UInt8](repeating: 0, count: bufferSize)
  }

  /// The next line without its line feed; nil at the end, or when a signal asks the program to stop.
  ///
  /// - Throws: `TooLong` once for a line over the limit; the next call goes on with the line after it.
  mutating func next() throws(TooLong) -> [UInt8]? {
    var collected: [UInt8] = []
    var isTooLong = false
    while true {
      if let feed = buffer[start..<end].firstIndex(of: UInt8(ascii: "\n")) {
        let piece = buffer[start..<feed]
        start = feed + 1
        return try finish(&collected, piece, isTooLong)
      }
      if isTooLong || collected.count + (end - start) > Self.lineLimit {
        isTooLong = true
        collected = []
      } else {
        collected += buffer[start..<end]
      }
      guard fill() else {
        guard !collected.isEmpty || isTooLong else { return nil }
        return try finish(&collected, [], isTooLong)
      }
    }
  }

  private mutating func finish(
    _ collected: inout [UInt8], _ piece: ArraySlice<UInt8>, _ isTooLong: Bool
  ) throws(TooLong) -> [UInt8] {
    line += 1
    guard !isTooLong else { throw TooLong(line: line) }
    collected += piece
    if collected.last == UInt8(ascii: "\r") { collected.removeLast() }
    return collected
  }

  private mutating func fill() -> Bool {
    start = 0
    end = 0
    while !isAtEnd {
      guard Interrupt.waitToRead(descriptor) else { break }
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        end = count
        return true
      }
      if count < 0, errno == EINTR { continue }
      isAtEnd = true
    }
    isAtEnd = true
    return false
  }
}
