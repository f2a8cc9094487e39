import Dispatch
import Foundation
import Synchronization

/// The knowledge files under one root, parsed: paths are relative to the root and sorted.
struct KnowledgeFiles: Sendable {
  struct Parsed: Sendable {
    var path: String
    var bytes: Data
    var node: SourceNode?
    var finding: Finding?
  }

  var files: [Parsed]

  /// Reads and parses every YAML file under `folders`, on all cores.
  init(root: URL, folders: [String]) {
    let paths = folders.flatMap { yamlPaths(under: $0, root: root) }.sorted()
    let parsed = Mutex([Parsed?](repeating: nil, count: paths.count))
    DispatchQueue.concurrentPerform(iterations: paths.count) { index in
      let file = parse(paths[index], root: root)
      parsed.withLock { $0[index] = file }
    }
    files = parsed.withLock { $0.compactMap { $0 } }
  }

  func under(_ prefix: String) -> [Parsed] {
    files.filter { $0.path.hasPrefix(prefix) }
  }

  func file(_ path: String) -> Parsed? {
    files.first { $0.path == path }
  }

  /// A hash over paths and contents: 16 hexadecimal digits that change when any file changes.
  func fingerprint(of prefixes: [String]) -> String {
    var hash = ContentHash()
    for file in files where prefixes.contains(where: { file.path.hasPrefix($0) }) {
      hash.mix(file.path.utf8)
      file.bytes.withUnsafeBytes { hash.mix($0) }
    }
    return hash.digits()
  }
}

private func parse(_ path: String, root: URL) -> KnowledgeFiles.Parsed {
  let start = SourcePosition(file: path, line: 1, column: 1)
  guard let bytes = FileManager.default.contents(atPath: root.appendingPathComponent(path).path) else {
    return .init(path: path, bytes: Data(), finding: Finding(.missingFile, at: start))
  }
  guard let text = String(data: bytes, encoding: .utf8) else {
    return .init(
      path: path, bytes: bytes, finding: Finding(.unreadable(reason: "not UTF-8"), at: start))
  }
  do {
    return .init(path: path, bytes: bytes, node: try parseSource(text, file: path))
  } catch {
    return .init(path: path, bytes: bytes, finding: error)
  }
}

private func yamlPaths(under folder: String, root: URL) -> [String] {
  let base = root.appendingPathComponent(folder).path
  guard let names = FileManager.default.enumerator(atPath: base) else { return [] }
  var paths: [String] = []
  for case let name as String in names where name.hasSuffix(".yaml") {
    paths.append("\(folder)/\(name)")
  }
  return paths
}
