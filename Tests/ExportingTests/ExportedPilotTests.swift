import Assessments
import Exporting
import Foundation
import Knowledge
import Pilots
import Questionnaires
import Scoring
import TestSupport
import Testing

/// What is written of a pilot that ran: its rows, split and numbers.
struct ExportedPilotTests {
  /// A real pilot on forty rows, with the rows it was tested on.
  private func piloted() throws -> (request: ExportRequest, pilot: PilotResult, testRows: [Int]) {
    let knowledge = try realKnowledge()
    let fixture = try ExportFixture(
      "medical-disease-classification", csv: ExportProjectTests.table, with: knowledge)
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("rows.csv")
    try ExportProjectTests.table.write(to: file, atomically: true, encoding: .utf8)
    let surroundings = Surroundings(
      scorer: Scorer(knowledge: knowledge), samples: repositoryRoot, monotonicSeconds: { 0 },
      peakMemoryBytes: { 1e8 }, now: nil, machine: nil, engineVersion: "test")
    var rows: [Int] = []
    let assessment = try assess(
      AssessmentRequest(
        sheet: fixture.assessment.sheet,
        pilot: .files(PilotFiles(data: .init(location: file, target: "target"))), seed: 7),
      in: surroundings, journal: MemoryJournal(), testPredictions: { rows = $0.rows })
    let request = try fixture.request(.smallNetwork, assessment: assessment)
    return (request, try #require(assessment.pilot), rows)
  }

  private struct Split: Decodable {
    struct Fold: Decodable {
      var training: [Int]
      var held_out: [Int]
    }
    var training: [Int]
    var test: [Int]
    var folds: [Fold]
  }

  private struct Reference: Decodable {
    var rows: [Int]
    var columns: [String]
    var values: [[Float]]
  }

  @Test func `rows, split and numbers are the pilot's`() throws {
    let (request, pilot, testRows) = try piloted()
    let files = try exportProject(request)
    let split = try JSONDecoder().decode(Split.self, from: Data(files.text("data/split.json").utf8))
    #expect(split.test.map { $0 + 1 } == testRows)
    #expect(split.training.count == pilot.trainingRows)
    #expect(Set(split.training).union(split.test) == Set(0..<40))
    #expect(split.folds.count == pilot.folds)
    #expect(split.folds.flatMap(\.held_out).sorted() == split.training)
    for fold in split.folds { #expect(Set(fold.training).union(fold.held_out) == Set(split.training)) }

    let network = try #require(pilot.candidates.first { $0.candidate == .smallNetwork })
    let linear = try #require(pilot.candidates.first { $0.candidate == .linear })
    let configuration = files.text("config.toml")
    let epochs = try #require(network.settings["epochs"])
    #expect(configuration.contains("\nepochs = \(epochs)\n"))
    #expect(configuration.contains("\nl2 = \(try #require(linear.settings["l2"]))\n"))
    #expect(configuration.contains("\nmetric = \"\(pilot.metric)\"\n"))
    #expect(configuration.contains("\nseed = 7\n"))
    for (name, test) in [("pilot", network.test), ("linear", linear.test)] {
      let tables = configuration.components(separatedBy: "[expected.\(name)]\n")
      #expect(
        try #require(tables.last).hasPrefix(
          "value = \(test.value)\nlow = \(test.low)\nhigh = \(test.high)\n"))
    }
    let reference = try JSONDecoder().decode(
      Reference.self, from: Data(files.text("data/reference.json").utf8))
    #expect(reference.rows == split.test)
    #expect(reference.values.allSatisfy { $0.count == reference.columns.count })
    #expect(reference.columns.count == pilot.data.features)
  }

  @Test func `cells are written as they were understood`() throws {
    let (request, _, _) = try piloted()
    let files = try exportProject(request)
    let lines = files.text("data/rows.csv").split(separator: "\n")
    #expect(lines[0] == "a,when,kind,target")
    #expect(lines[1] == "0.0,2024-03-01T14.5,\"big, \"\"red\"\"\",no")
    #expect(lines[7] == ",2024-03-07T14.5,small,no")
    #expect(lines.count == 41)
    #expect(files.text("config.toml").contains("\nkinds = [\"number\", \"date\", \"level\"]\n"))
    #expect(files.text("config.toml").contains("\nclasses = [\"no\", \"yes\"]\n"))
  }

  @Test func `other rows than the pilot's are refused`() throws {
    var (request, pilot, _) = try piloted()
    let csv = ExportProjectTests.table.replacingOccurrences(of: "small", with: "tiny")
    request.data = try ExportFixture(
      "medical-disease-classification", csv: csv, with: request.knowledge
    ).data
    let expected = ExportError.otherData(expected: "\(pilot.data.name), 40", rows: 40)
    #expect(throws: expected) { try exportProject(request) }
  }
}
