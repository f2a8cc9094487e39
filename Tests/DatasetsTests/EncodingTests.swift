import Datasets
import Foundation
import Testing

@Suite struct EncodingTests {
  private static let western = column((0..<12).map { ["café", "naïve", "Zürich"][$0 % 3] })
  private static let chinese = column((0..<12).map { ["很好", "不错", "一般"][$0 % 3] })

  @Test func `western encodings give the same table as UTF-8`() throws {
    let reference = try table(Self.western)
    let latin = Self.western.unicodeScalars.map { UInt8($0.value) }
    #expect(try table(latin, encoding: .latin1).fingerprint == reference.fingerprint)
    #expect(try table(latin, encoding: .windows1252).fingerprint == reference.fingerprint)
    #expect(try table(latin, encoding: .latin1).notes.contains(.encoding(.latin1)))
  }

  @Test func `the euro sign tells windows-1252 from latin1`() throws {
    let bytes = Array(column((0..<12).map { $0 % 2 == 0 ? "EUR" : "#" }).utf8).map { $0 == 0x23 ? 0x80 : $0 }
    let read = try table(bytes, encoding: .windows1252)
    #expect(FeatureEncoder.fit(read, rows: Array(0..<12)).names == ["x = €"])
  }

  @Test func `UTF-16 is found by its mark in either byte order`() throws {
    let reference = try table(Self.chinese).fingerprint
    let units = Array(Self.chinese.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try table(little).fingerprint == reference)
    #expect(try table(big).fingerprint == reference)
    #expect(try table(Array(little.dropFirst(2)), encoding: .utf16).fingerprint == reference)
  }

  @Test func `GB18030 is read when it is named`() throws {
    // 很好, 不错 and 一般 in GBK, from the code table.
    let words: [[UInt8]] = [[0xBA, 0xDC, 0xBA, 0xC3], [0xB2, 0xBB, 0xB4, 0xED], [0xD2, 0xBB, 0xB0, 0xE3]]
    var bytes = Array("x,y\n".utf8)
    for row in 0..<12 { bytes += words[row % 3] + Array(",\(row % 2 == 0 ? "a" : "b")\n".utf8) }
    #expect(try table(bytes, encoding: .gb18030).fingerprint == table(Self.chinese).fingerprint)
    #expect(
      error { _ = try table(bytes) } == .notUTF8(path: "data.csv", offset: 4))
  }

  @Test func `a character cut by the end of a piece is put together`() throws {
    // Three bytes a character, so that cuts every 2^18 bytes fall inside one.
    let long = column((0..<60).map { String(repeating: "很好，", count: 4_000) + "\($0)" })
    #expect(try table(long, textColumn: "x").rows == 60)
  }

  @Test(arguments: [
    ("GBK", TextEncoding.gb18030), ("gb2312", .gb18030), ("UTF8", .utf8), ("cp1252", .windows1252),
    ("ISO-8859-1", .latin1), ("Shift_JIS", .shiftJIS), ("utf-16le", .utf16),
  ])
  func `encodings are known by their usual names`(_ name: String, _ encoding: TextEncoding) {
    #expect(TextEncoding(name: name) == encoding)
  }

  @Test func `an unknown encoding name is none`() { #expect(TextEncoding(name: "klingon") == nil) }
}
