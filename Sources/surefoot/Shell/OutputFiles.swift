import Foundation

/// Why a file could not be written; `path` is the file or folder as the person named it.
struct OutputProblem: Error {
  var path: String
  var reason: String

  var text: String { say("cannot write to \(path): \(reason)", "无法写入 \(path)：\(reason)") }

  static func system(_ path: String) -> OutputProblem {
    OutputProblem(path: path, reason: String(cString: strerror(errno)))
  }
}

/// Files that appear whole and together, or not at all: each is written beside its place and then renamed.
struct OutputFiles {
  private var waiting: [(temporary: String, final: String)] = []
  /// Folders that were made for the files, outermost first.
  private var madeFolders: [String] = []

  /// Whether files can be made in `folder`, looked up without making anything.
  static func checkFolder(_ folder: String) throws {
    var existing = URL(fileURLWithPath: folder)
    var isFolder: ObjCBool = false
    while !FileManager.default.fileExists(atPath: existing.path, isDirectory: &isFolder), existing.path != "/"
    {
      existing = existing.deletingLastPathComponent()
    }
    guard isFolder.boolValue else {
      throw OutputProblem(
        path: folder, reason: say("\(existing.path) is not a folder", "\(existing.path) 不是文件夹"))
    }
    guard access(existing.path, W_OK | X_OK) == 0 else { throw OutputProblem.system(folder) }
  }

  /// Writes the text under a temporary name beside `path`; its folder is made.
  mutating func add(_ text: String, as path: String) throws { try add(bytes: Array(text.utf8), as: path) }

  /// Writes the bytes under a temporary name beside `path`; its folder is made.
  mutating func add(bytes: [UInt8], as path: String) throws {
    let place = URL(fileURLWithPath: path)
    try makeFolder(place.deletingLastPathComponent().path)
    let temporary =
      place.deletingLastPathComponent().path + "/.\(place.lastPathComponent).\(getpid()).tmp"
    waiting.append((temporary, place.path))
    do {
      try Self.write(bytes, to: temporary, shownAs: path)
    } catch {
      discard()
      throw error
    }
  }

  /// Gives every file its name.
  mutating func commit() throws {
    for file in waiting where rename(file.temporary, file.final) != 0 {
      let problem = OutputProblem.system(file.final)
      discard()
      throw problem
    }
    waiting = []
  }

  /// Removes what was written under temporary names, and the folders made for it where nothing else is in them.
  mutating func discard() {
    for file in waiting { unlink(file.temporary) }
    for folder in madeFolders.reversed() { rmdir(folder) }
    (waiting, madeFolders) = ([], [])
  }

  /// One file, safely on disk when this returns.
  static func replace(_ path: String, with text: String) throws {
    var files = OutputFiles()
    try files.add(text, as: path)
    try files.commit()
  }

  private mutating func makeFolder(_ path: String) throws {
    if access(path, F_OK) == 0 { return }
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if parent != path { try makeFolder(parent) }
    if mkdir(path, 0o777) == 0 {
      madeFolders.append(path)
    } else if errno != EEXIST {
      throw OutputProblem.system(path)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String, shownAs shown: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw OutputProblem.system(shown) }
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let problem = OutputProblem.system(shown)
        close(descriptor)
        throw problem
      }
      start += written
    }
    let synced = fsync(descriptor) == 0
    let problem = OutputProblem.system(shown)
    guard close(descriptor) == 0, synced else { throw problem }
  }
}
