import Assessments
import Foundation
import Knowledge
import Persistence

/// Finds stored assessments by the ids people type.
struct AssessmentFinder {
  var store: StoreOptions

  /// Whether a name means a file rather than an id: it looks like a path, or is one and no stored id begins so.
  func isFile(_ name: String) -> Bool {
    if name.contains("/") || name.contains(".") { return true }
    guard FileManager.default.fileExists(atPath: name), store.exists else {
      return FileManager.default.fileExists(atPath: name)
    }
    return (try? store.open().assessments(idBeginning: name))?.isEmpty ?? true
  }

  /// The one assessment whose id begins with `name`.
  ///
  /// - Parameter orFile: whether a file could have been meant, so that the error says so.
  /// - Throws: a usage `Failure` with the nearest id, or with all ids that begin so; what the store throws.
  func find(_ name: String, orFile: Bool = false) throws -> Assessment {
    let opened = store.exists ? try store.open() : nil
    let matches = name.isEmpty ? [] : try opened?.assessments(idBeginning: name) ?? []
    if matches.count > 1, !matches.contains(where: { $0.id == name }) {
      throw Failure.usage(
        say("'\(name)' begins several ids: ", "有多个编号以“\(name)”开头：")
          + matches.map(\.id).joined(separator: ", "))
    }
    let match = matches.first { $0.id == name } ?? matches.first
    guard let opened, let match, let assessment = try opened.assessment(match.id) else {
      let known = try opened?.history().map(\.id) ?? []
      let what =
        orFile
        ? say(
          "no assessment '\(name)' in \(store.path), and no such file",
          "\(store.path) 中没有评估“\(name)”，也没有这个文件")
        : say("no assessment '\(name)' in \(store.path)", "\(store.path) 中没有评估“\(name)”")
      throw Failure.usage(
        what + (known.isEmpty ? say(".", "。") : nearest(name, among: known))
          + say(" See 'surefoot history'.", "参见 surefoot history。"))
    }
    return assessment
  }
}
