import Dispatch
import Foundation
import Synchronization

/// The knowledge files under one root: paths are relative to the root and sorted.
///
/// They are parsed a portion at a time, each time they are asked for, so that only few trees of nodes
/// are alive at once.
struct KnowledgeFiles {
  struct File: Sendable {
    var path: String
    var text: String
  }

  private static let portion = 24

  let files: [File]
  /// Where a file that cannot be read or parsed is told.
  let context: ReadingContext

  /// Reads every YAML file under `folders`, on all cores.
  init(root: URL, folders: [String], context: ReadingContext) {
    self.context = context
    let root = root.path
    let paths = folders.flatMap { yamlPaths(under: $0, root: root) }.sorted()
    files = onAllCores(paths) { path in Result { () throws(Finding) in try read(path, root: root) } }
      .compactMap { context.value(of: $0) }
  }

  func contains(_ path: String) -> Bool {
    files.contains { $0.path == path }
  }

  func count(under folder: String) -> Int {
    files.count { $0.path.hasPrefix(folder) }
  }

  /// What the files under `folder` hold, in the order of their paths, parsed on all cores.
  ///
  /// - Parameters:
  ///   - folder: with a slash at its end.
  ///   - exception: the path of a file left out.
  ///   - read: takes a file's root and the name its place gives it: the path in the folder without `.yaml`.
  func each<Value>(
    under folder: String, except exception: String? = nil, _ read: (SourceNode, String) -> Value?
  ) -> [Value] {
    let chosen = files.filter { $0.path.hasPrefix(folder) && $0.path != exception }
    var values: [Value] = []
    values.reserveCapacity(chosen.count)
    for start in stride(from: 0, to: chosen.count, by: Self.portion) {
      let portion = Array(chosen[start..<min(start + Self.portion, chosen.count)])
      let roots = onAllCores(portion) { file in
        Result { () throws(Finding) in try parseSource(file.text, file: file.path) }
      }
      for (file, root) in zip(portion, roots) {
        let place = String(file.path.dropFirst(folder.count).dropLast(".yaml".count))
        if let root = context.value(of: root), let value = read(root, place) { values.append(value) }
      }
    }
    return values
  }

  /// What one file holds; nil when it is missing or its value cannot be read.
  func one<Value>(_ path: String, _ read: (SourceNode) -> Value?) -> Value? {
    guard let file = files.first(where: { $0.path == path }) else { return nil }
    let root = Result { () throws(Finding) in try parseSource(file.text, file: path) }
    return context.value(of: root).flatMap(read)
  }

  /// A hash over paths and contents: 16 hexadecimal digits that change when any file changes.
  func fingerprint(of prefixes: [String]) -> String {
    var hash = ContentHash()
    for file in files where prefixes.contains(where: { file.path.hasPrefix($0) }) {
      var text = file.text
      hash.mix(file.path.utf8)
      text.withUTF8 { hash.mix($0) }
    }
    return hash.digits()
  }
}

extension ReadingContext {
  /// The value, or nil after its finding is noted.
  fileprivate func value<Value>(of result: Result<Value, Finding>) -> Value? {
    switch result {
    case .success(let value): return value
    case .failure(let finding):
      report(finding.problem, at: finding.position)
      return nil
    }
  }
}

/// The results in the order of the inputs.
private func onAllCores<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], _ work: @Sendable (Input) -> Output
) -> [Output] {
  let outputs = Mutex([Output?](repeating: nil, count: inputs.count))
  DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
    let output = work(inputs[index])
    outputs.withLock { $0[index] = output }
  }
  return outputs.withLock { $0.compactMap { $0 } }
}

private func read(_ path: String, root: String) throws(Finding) -> KnowledgeFiles.File {
  let start = SourcePosition(file: path, line: 1, column: 1)
  guard let bytes = FileManager.default.contents(atPath: "\(root)/\(path)") else {
    throw Finding(.missingFile, at: start)
  }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw Finding(.unreadable(reason: "not UTF-8"), at: start)
  }
  return KnowledgeFiles.File(path: path, text: text)
}

private func yamlPaths(under folder: String, root: String) -> [String] {
  guard let names = FileManager.default.enumerator(atPath: "\(root)/\(folder)") else { return [] }
  var paths: [String] = []
  for case let name as String in names where name.hasSuffix(".yaml") {
    paths.append("\(folder)/\(name)")
  }
  return paths
}
