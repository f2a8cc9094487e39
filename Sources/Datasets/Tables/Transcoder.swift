import Foundation

/// Turns bytes of one encoding into UTF-8 through the system's `iconv`.
final class Transcoder {
  private let conversion: iconv_t?

  init(from encoding: String) {
    let opened = iconv_open("UTF-8", encoding)
    conversion = opened == iconv_t(bitPattern: -1) ? nil : opened
  }

  deinit {
    if let conversion { iconv_close(conversion) }
  }

  /// Appends the UTF-8 form of as many leading bytes as can be converted, and returns their number.
  ///
  /// It is smaller than the input when a character is cut short at the end or is not valid.
  func append(_ bytes: [UInt8], to text: inout [UInt8]) -> Int {
    guard let conversion else { return 0 }
    // No encoding here needs more than three bytes of UTF-8 for one byte of its own.
    var output = [UInt8](repeating: 0, count: bytes.count * 3 + 16)
    var used = 0
    var written = 0
    var input = bytes.map { CChar(bitPattern: $0) }
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress
        var left = source.count
        var to = target.bindMemory(to: CChar.self).baseAddress
        var room = target.count
        _ = iconv(conversion, &from, &left, &to, &room)
        used = source.count - left
        written = target.count - room
      }
    }
    text.append(contentsOf: output[..<written])
    return used
  }
}

extension TextEncoding {
  /// The name `iconv` knows it by.
  var systemName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16LE"
    case .latin1: "ISO-8859-1"
    case .windows1252: "WINDOWS-1252"
    case .gb18030: "GB18030"
    case .big5: "BIG5"
    case .shiftJIS: "SHIFT_JIS"
    }
  }
}
