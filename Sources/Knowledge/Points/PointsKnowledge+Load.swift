import Foundation

extension PointsKnowledge {
  /// Loads the points catalog under `root`.
  ///
  /// - Throws: every finding that makes it unfit for use; `checkKnowledge` finds more.
  public static func load(from root: URL) throws(Findings) -> PointsKnowledge {
    let reading = PointsReading(root: root)
    let findings = reading.faults()
    guard findings.isEmpty, let knowledge = reading.knowledge else { throw Findings(findings) }
    return knowledge
  }
}

/// Whether the rubrics under `root` are of the kind `points`: one of them says so.
///
/// Looks for the line itself rather than parsing, because every start of the program asks.
public func holdsPointsRubric(_ root: URL) -> Bool {
  let folder = root.appendingPathComponent("rubrics").path
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return names.contains { name in
    guard name.hasSuffix(".yaml"), let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)")
    else {
      return false
    }
    return bytes.starts(with: Data("kind: points\n".utf8))
      || bytes.range(of: Data("\nkind: points\n".utf8)) != nil
  }
}
