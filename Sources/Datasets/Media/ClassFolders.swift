import Foundation

/// One file below a class folder.
struct FolderFile {
  let location: URL
  /// The path inside the data folder, for messages.
  let path: String
  /// The index of its class folder.
  let label: Int
  /// What its first bytes announce; `nil` for a format that cannot be read here.
  let medium: Medium?
}

/// The formats that are decoded here.
enum Medium {
  case png
  case jpeg
  case sound

  /// Decided by the first bytes, because endings lie.
  init?(firstBytes bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8]) {
      self = .jpeg
    } else if ["RIFF", "RIFX", "fLaC", "OggS", "FORM", "caff"].contains(where: { bytes.starts(with: $0.utf8) }
    ) {
      self = .sound
    } else {
      return nil
    }
  }

  /// The format of a file of bytes too few or too odd to tell, by its ending.
  init?(ending: String) {
    switch ending.lowercased() {
    case "png": self = .png
    case "jpg", "jpeg": self = .jpeg
    case "wav", "flac", "ogg", "aif", "aiff": self = .sound
    default: return nil
    }
  }
}

/// The sub-folders of a data folder, each a class, and all files below them in the order of their paths.
struct ClassFolders {
  private(set) var classes: [String] = []
  private(set) var files: [FolderFile] = []
  /// Files that are empty or of an unknown format.
  private(set) var skipped: [SkippedFile] = []

  private static let splits: Set<String> = [
    "train", "training", "test", "testing", "val", "valid", "validation", "dev",
  ]

  init(_ folder: URL) throws(DatasetError) {
    let entries = try visibleEntries(folder)
    if entries.isEmpty { throw .emptyFolder(path: folder.path) }
    classes = entries.filter(\.isFolder).map(\.name)
    if classes.isEmpty { throw .noClassFolders(path: folder.path) }
    if classes.allSatisfy({ Self.splits.contains($0.lowercased()) }) {
      throw .splitFolders(path: folder.path, names: classes)
    }
    for (label, name) in classes.enumerated() {
      try addFiles(in: folder.appendingPathComponent(name), path: name, label: label)
    }
    if files.isEmpty, skipped.isEmpty { throw .emptyFolder(path: folder.path) }
  }

  private mutating func addFiles(in folder: URL, path: String, label: Int) throws(DatasetError) {
    for entry in try visibleEntries(folder) {
      let location = folder.appendingPathComponent(entry.name)
      let inner = path + "/" + entry.name
      if entry.isFolder {
        try addFiles(in: location, path: inner, label: label)
        continue
      }
      let start = firstBytes(location)
      if let start, start.isEmpty {
        skipped.append(SkippedFile(path: inner, reason: .empty))
      } else if let medium = start.flatMap(Medium.init(firstBytes:)) {
        files.append(FolderFile(location: location, path: inner, label: label, medium: medium))
      } else if Medium(ending: location.pathExtension) != nil {
        skipped.append(
          SkippedFile(path: inner, reason: .damaged(start == nil ? "unreadable" : "unknown first bytes")))
      } else {
        skipped.append(SkippedFile(path: inner, reason: .unknownFormat))
      }
    }
  }
}

/// The first bytes of a file, none for an empty one; `nil` when it cannot be read.
func firstBytes(_ file: URL) -> [UInt8]? {
  do {
    return Array(try FileHandle(forReadingFrom: file).read(upToCount: 12) ?? Data())
  } catch {
    return nil
  }
}

/// A folder's entries in the order of their names, without hidden files and those of file managers.
func visibleEntries(_ folder: URL) throws(DatasetError) -> [(name: String, isFolder: Bool)] {
  let names: [String]
  do {
    names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
  } catch {
    throw .unreadable(path: folder.path, reason: plainReason(error))
  }
  return names.filter { !$0.hasPrefix(".") && $0 != "Thumbs.db" && $0 != "desktop.ini" }.sorted().map {
    name in
    var isFolder: ObjCBool = false
    let path = folder.appendingPathComponent(name).path
    return (name, FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue)
  }
}
