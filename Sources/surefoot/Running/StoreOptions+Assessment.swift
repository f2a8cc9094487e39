import Assessments
import Persistence

extension StoreOptions {
  /// The stored assessment with this id, or the only one whose id begins with it.
  func assessment(named id: String) throws -> Assessment {
    let opened = exists ? try open() : nil
    let matches = try opened?.assessments(idBeginning: id) ?? []
    if matches.count > 1 {
      throw Failure.usage(
        say("'\(id)' begins several ids: ", "有多个编号以“\(id)”开头：") + matches.map(\.id).joined(separator: ", "))
    }
    guard let opened, let match = matches.first, let assessment = try opened.assessment(match.id) else {
      let known = try opened?.history().map(\.id) ?? []
      throw Failure.usage(
        say("no assessment '\(id)' in \(path)", "\(path) 中没有评估“\(id)”")
          + (known.isEmpty ? "" : nearest(id, among: known))
          + say(" See 'surefoot history'.", "参见 surefoot history。"))
    }
    return assessment
  }
}
