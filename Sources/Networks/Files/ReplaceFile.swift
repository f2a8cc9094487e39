import Foundation

/// Replaces a file whole or not at all, even if the process is killed or the power fails meanwhile.
///
/// The bytes go to `<name>.partial` beside it and to the disk, then that takes the file's name. A killed write
/// leaves a partial file at most, which the next one overwrites.
/// - Throws: `POSIXError` with the file system's number.
func replace(_ url: URL, with data: Data) throws {
  let partial = url.path + ".partial"
  do {
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw lastError() }
    defer { close(descriptor) }
    try data.withUnsafeBytes { try write(all: $0, to: descriptor) }
    guard fsync(descriptor) == 0 else { throw lastError() }
  } catch {
    unlink(partial)
    throw error
  }
  guard rename(partial, url.path) == 0 else { throw lastError() }
  // The new name must reach the disk too. Some file systems cannot do that for folders, and none needs to
  // for the file to be whole, so a refusal is no fault.
  let folder = open(url.deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
  if folder >= 0 {
    fsync(folder)
    close(folder)
  }
}

private func write(all bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
    if written > 0 {
      rest = rest.dropFirst(written)
    } else if errno != EINTR {
      throw lastError()
    }
  }
}

private func lastError() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
