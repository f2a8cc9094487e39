/// One file of an exported project.
public struct ExportedFile: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case text(String)
    case bytes([UInt8])
  }

  /// Inside the project, with `/` between folders.
  public let path: String
  public let content: Content

  init(_ path: String, _ text: String) {
    self.path = path
    content = .text(text)
  }

  init(_ path: String, bytes: [UInt8]) {
    self.path = path
    content = .bytes(bytes)
  }
}
