import Foundation

/// Rows of numbers in a file, written one after another and read in pieces; never whole in memory.
///
/// A row is its features and its targets as 32-bit floats in the machine's byte order; there is no header,
/// since the file belongs to one process or one working folder.
public struct ExampleFile: ExampleSource {
  public let url: URL
  public let rows: Int
  public let columns: Int
  public let targetColumns: Int

  /// - Throws: `NetworkError.unreadableFile` if the file is missing or holds no whole number of rows.
  public init(_ url: URL, columns: Int, targetColumns: Int = 1) throws {
    let stride = (columns + targetColumns) * 4
    guard let size = try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int else {
      throw NetworkError.unreadableFile(path: url.path, reason: .missing)
    }
    guard columns >= 1, targetColumns >= 1, size % stride == 0 else {
      throw NetworkError.unreadableFile(path: url.path, reason: .partialRow)
    }
    self.url = url
    self.columns = columns
    self.targetColumns = targetColumns
    rows = size / stride
  }

  public func read(
    start: Int, count: Int, features: UnsafeMutablePointer<Float>, targets: UnsafeMutablePointer<Float>
  ) throws {
    let stride = columns + targetColumns
    guard let file = try? FileHandle(forReadingFrom: url) else {
      throw NetworkError.unreadableFile(path: url.path, reason: .missing)
    }
    defer { try? file.close() }
    try file.seek(toOffset: UInt64(start * stride * 4))
    // In pieces of about a megabyte, so that a large block is not held twice.
    let piece = max(1, 262_144 / stride)
    for first in Swift.stride(from: 0, to: count, by: piece) {
      let length = min(piece, count - first)
      guard let data = try file.read(upToCount: length * stride * 4), data.count == length * stride * 4
      else { throw NetworkError.unreadableFile(path: url.path, reason: .partialRow) }
      data.withUnsafeBytes { raw in
        let values = raw.bindMemory(to: Float.self)
        guard let base = values.baseAddress else { return }
        for row in 0..<length {
          (features + (first + row) * columns).update(from: base + row * stride, count: columns)
          (targets + (first + row) * targetColumns).update(
            from: base + row * stride + columns, count: targetColumns)
        }
      }
    }
  }
}

/// Writes an `ExampleFile` row by row.
public final class ExampleFileWriter {
  private let file: FileHandle
  private let url: URL
  private let columns: Int
  private let targetColumns: Int
  private var buffer: [Float] = []

  private static let bufferedFloats = 262_144

  /// Makes the file anew.
  ///
  /// - Throws: `NetworkError.unreadableFile` if it cannot be made.
  public init(_ url: URL, columns: Int, targetColumns: Int = 1) throws {
    guard FileManager.default.createFile(atPath: url.path, contents: nil),
      let file = try? FileHandle(forWritingTo: url)
    else { throw NetworkError.unreadableFile(path: url.path, reason: .missing) }
    self.file = file
    self.url = url
    self.columns = columns
    self.targetColumns = targetColumns
    buffer.reserveCapacity(Self.bufferedFloats + columns + targetColumns)
  }

  /// Adds one row.
  public func append(features: some Sequence<Float>, targets: some Sequence<Float>) throws {
    let before = buffer.count
    buffer.append(contentsOf: features)
    buffer.append(contentsOf: targets)
    precondition(
      buffer.count - before == columns + targetColumns,
      "a row has \(columns) features and \(targetColumns) targets")
    if buffer.count >= Self.bufferedFloats { try flush() }
  }

  /// Writes what is left and gives the rows to read.
  public func finish() throws -> ExampleFile {
    try flush()
    try file.close()
    return try ExampleFile(url, columns: columns, targetColumns: targetColumns)
  }

  private func flush() throws {
    try buffer.withUnsafeBytes { try file.write(contentsOf: Data($0)) }
    buffer.removeAll(keepingCapacity: true)
  }
}
