import GRDB
import Knowledge

/// Why the store could not be used; `path` is its file.
public enum StoreError: Error, Hashable, Sendable {
  case cannotCreateFolder(path: String, reason: String)
  case cannotOpen(path: String, reason: String)
  case readOnly(path: String)
  case diskFull(path: String)
  /// Another process has held it for longer than we wait.
  case busy(path: String)
  /// Damage found while in use; the next opening keeps the file aside.
  case damaged(path: String)
  /// Made by a later version of this program.
  case fromLaterVersion(path: String)
  case recordUnreadable(path: String, id: String)
  case other(path: String, reason: String)
}

extension StoreError {
  /// One sentence with the file and what helps.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .cannotCreateFolder(let path, let reason): "the store's folder \(path) cannot be made: \(reason)"
    case .cannotOpen(let path, let reason): "the store \(path) cannot be opened: \(reason)"
    case .readOnly(let path): "the store \(path) may only be read; name another with --store FILE"
    case .diskFull(let path): "the disk that holds the store \(path) is full; nothing of this was saved"
    case .busy(let path): "the store \(path) is in use by another process; try again when it is done"
    case .damaged(let path):
      "the store \(path) is damaged; run again: it will be kept aside and a new one made"
    case .fromLaterVersion(let path):
      "the store \(path) was made by a later version of surefoot; use that, or name another with --store FILE"
    case .recordUnreadable(let path, let id): "the record '\(id)' in the store \(path) cannot be read"
    case .other(let path, let reason): "the store \(path) could not be used: \(reason)"
    }
  }

  private var chinese: String {
    switch self {
    case .cannotCreateFolder(let path, let reason): "无法创建存储所在的文件夹 \(path)：\(reason)"
    case .cannotOpen(let path, let reason): "无法打开存储 \(path)：\(reason)"
    case .readOnly(let path): "存储 \(path) 只能读取；请用 --store 文件 指定其他位置"
    case .diskFull(let path): "存储 \(path) 所在的磁盘已满，本次内容没有保存"
    case .busy(let path): "存储 \(path) 正被另一个进程使用，请稍后再试"
    case .damaged(let path): "存储 \(path) 已损坏；再次运行时会将其保留备查并新建一个"
    case .fromLaterVersion(let path): "存储 \(path) 由更新版本的 surefoot 创建；请使用该版本，或用 --store 文件 指定其他位置"
    case .recordUnreadable(let path, let id): "存储 \(path) 中的记录“\(id)”无法读取"
    case .other(let path, let reason): "无法使用存储 \(path)：\(reason)"
    }
  }

  /// What SQLite reports, as a fact a person can act on.
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = error as? StoreError ?? .other(path: path, reason: "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: error.message ?? "unknown")
    default: self = .other(path: path, reason: error.message ?? "\(error.resultCode)")
    }
  }
}
