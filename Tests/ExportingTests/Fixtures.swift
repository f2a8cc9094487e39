import Assessments
import Exporting
import Foundation
import Knowledge
import Pilots
import Questionnaires
import Scoring
import Synchronization
import TestSupport

/// Each example is assessed once, however many tests export it.
private let assessments = Mutex<[String: Assessment]>([:])

/// An assessment of a shipped example without a pilot, ready to be exported with rows of one's own making.
struct ExportFixture {
  let knowledge: KnowledgeBase
  let assessment: Assessment
  let data: PilotDatasets

  /// - Parameter csv: rows in place of the scenario's sample, as a file with a column `target`.
  init(_ example: String, csv: String? = nil, with knowledge: KnowledgeBase) throws {
    self.knowledge = knowledge
    assessment = try assessments.withLock { made in
      if let known = made[example] { return known }
      let new = try Self.assessed(example, knowledge)
      made[example] = new
      return new
    }
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var choice = PilotChoice.sample
    if let csv {
      let file = folder.appendingPathComponent("rows.csv")
      try csv.write(to: file, atomically: true, encoding: .utf8)
      choice = .files(PilotFiles(data: .init(location: file, target: "target")))
    }
    guard let scenario = knowledge.scenario(assessment.scenario),
      let read = try pilotData(choice, scenario, samples: repositoryRoot, seed: 7)
    else { throw CocoaError(.fileReadUnknown) }
    data = read
  }

  private static func assessed(_ example: String, _ knowledge: KnowledgeBase) throws -> Assessment {
    let path = repositoryRoot.appendingPathComponent("Examples/\(example).yaml").path
    let sheet = try readAnswerSheet(
      String(contentsOfFile: path, encoding: .utf8), file: path, knowledge: knowledge)
    let surroundings = Surroundings(
      scorer: Scorer(knowledge: knowledge), samples: repositoryRoot, monotonicSeconds: { 0 },
      peakMemoryBytes: { 1e8 }, now: nil, machine: nil, engineVersion: "test")
    return try assess(
      AssessmentRequest(sheet: sheet, pilot: .none, seed: 7), in: surroundings, journal: MemoryJournal())
  }

  func request(_ approach: ApproachID? = nil, assessment: Assessment? = nil) throws -> ExportRequest {
    ExportRequest(
      assessment: assessment ?? self.assessment, knowledge: knowledge, data: data, approach: approach,
      programs: try programs())
  }
}

/// The shipped program texts by path.
func programs() throws -> [String: String] {
  let folder = repositoryRoot.appendingPathComponent("exports/pytorch")
  var programs: [String: String] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  where ["py", "md", "sbatch"].contains((name as NSString).pathExtension) {
    programs[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }
  return programs
}

extension [ExportedFile] {
  func text(_ path: String) -> String {
    guard case .text(let text)? = first(where: { $0.path == path })?.content else { return "" }
    return text
  }

  func bytes(_ path: String) -> [UInt8] {
    guard case .bytes(let bytes)? = first(where: { $0.path == path })?.content else { return [] }
    return bytes
  }
}
