import Foundation

/// What a person asks to have read: a table file, or a folder with one sub-folder a class.
public struct DatasetRequest: Sendable {
  /// A CSV or TSV file, or a folder of class folders.
  public var location: URL
  /// The column to predict; `nil` looks for one column named like a target, and says which it took.
  public var target: String?
  /// A column to be read as free text whatever it looks like.
  public var textColumn: String?
  /// A column of a table by which results are compared; it is kept out of the features.
  public var groupColumn: String?
  /// The text encoding of a table; `nil` means UTF-8, or UTF-16 when the file starts with its mark.
  public var encoding: TextEncoding?
  /// Classification or regression; `nil` infers it from the target and says why.
  public var task: RequestedTask?
  /// The side of the square that images are resized to, in pixels.
  public var imageSide: Int
  /// The longest line that is read, in bytes; a longer one is refused before it fills the memory.
  public var lineLimit: Int
  /// The most files read from a folder; more are thinned by a seeded draw.
  public var fileLimit: Int
  /// Decides which files are drawn when a folder holds more than `fileLimit`.
  public var seed: UInt64

  public init(
    location: URL, target: String? = nil, textColumn: String? = nil, groupColumn: String? = nil,
    encoding: TextEncoding? = nil, task: RequestedTask? = nil, imageSide: Int = 28, lineLimit: Int = 64 << 20,
    fileLimit: Int = 20_000, seed: UInt64 = 42
  ) {
    self.location = location
    self.target = target
    self.textColumn = textColumn
    self.groupColumn = groupColumn
    self.encoding = encoding
    self.task = task
    self.imageSide = imageSide
    self.lineLimit = lineLimit
    self.fileLimit = fileLimit
    self.seed = seed
  }
}

/// The kind of task a person insists on, where the target's values would allow either.
public enum RequestedTask: String, Sendable, Hashable, Codable, CaseIterable {
  case classification
  case regression
}

/// A text encoding that a table may be declared to have.
public enum TextEncoding: String, Sendable, Hashable, Codable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case latin1
  case windows1252 = "windows-1252"
  case gb18030
  case big5
  case shiftJIS = "shift-jis"

  /// The encoding with this name or one of its usual aliases, in any letter case; `nil` if unknown.
  public init?(name: String) {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch plain {
    case "utf8", "ascii", "utf8sig": self = .utf8
    case "utf16", "utf16le", "unicode": self = .utf16
    case "latin1", "iso88591", "l1": self = .latin1
    case "windows1252", "cp1252", "ansi": self = .windows1252
    case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
    case "big5", "cp950": self = .big5
    case "shiftjis", "sjis", "cp932": self = .shiftJIS
    default: return nil
    }
  }
}
