import Assessments
import Datasets
import Foundation
import Knowledge
import Persistence
import Pilots
import Questionnaires
import Scoring

/// One assessment at the command line: hands the pipeline its surroundings, shows where it is, stops when asked.
struct AssessmentRun {
  var knowledge: KnowledgeBase
  var home: URL
  var store: Store
  var keepsTimes = true

  /// Runs the pipeline.
  ///
  /// - Throws: what the pipeline throws; a `Failure` with code 130 when the run was interrupted.
  func assess(
    _ request: AssessmentRequest, testPredictions: (TestPredictions) -> Void = { _ in }
  ) throws -> Assessment {
    Interrupt.listen()
    let journal = StoredPilotJournal(store: store, monotonicSeconds: Clock.monotonicSeconds)
    let bar = ProgressLine()
    defer { bar.clear() }
    do {
      let assessment = try Assessments.assess(
        request, in: surroundings(), journal: journal,
        dataLoaded: Self.tell, testPredictions: testPredictions,
        progress: { bar.show($0) },
        isCancelled: { Interrupt.isAsked })
      bar.clear()
      if journal.reused > 0 {
        Shell.log(
          say(
            "resumed: \(journal.reused) trainings were taken from the run that was cut off",
            "已接续：\(journal.reused) 次训练沿用了被中断的那次运行"))
      }
      try journal.close()
      return assessment
    } catch PilotError.cancelled {
      bar.clear()
      throw Failure(code: .interrupted, lines: [interruption])
    }
  }

  private func surroundings() -> Surroundings {
    Surroundings(
      scorer: Scorer(knowledge: knowledge), samples: home, monotonicSeconds: Clock.monotonicSeconds,
      peakMemoryBytes: Clock.peakMemoryBytes, now: keepsTimes ? Clock.now() : nil,
      machine: MachineProbe.speed(), engineVersion: Version.engine)
  }

  private var interruption: String {
    let command = CommandLine.arguments.dropFirst().map(shellQuoted).joined(separator: " ")
    return say(
      "interrupted; what was trained is kept. Resume with: surefoot \(command)",
      "已中断；训练好的部分已保存。继续请运行：surefoot \(command)")
  }

  /// What was read and inferred, so that nothing is guessed silently.
  private static func tell(_ input: PilotInput) {
    switch input {
    case .labelled(let data): tell(data.training)
    case .problem(let problem): tell(problem)
    }
  }

  private static func tell(_ problem: some PilotProblem) {
    let examples = ProblemPart.allCases.reduce(0) { $0 + problem.count($1) }
    Shell.log(
      say(
        "data: \(problem.facts.name), \(examples) examples", "数据：\(problem.facts.name)，\(examples) 个样本"))
    tell(problem.facts.notes, problem.facts.skipped)
  }

  private static func tell(_ dataset: Dataset) {
    let language = shellLanguage.rawValue
    let count =
      dataset.modality == .tabular
      ? say("\(dataset.rows) rows", "\(dataset.rows) 行")
      : say("\(dataset.rows) examples", "\(dataset.rows) 个样本")
    Shell.log(
      say(
        "data: \(dataset.name), \(count), target '\(dataset.targetName)'",
        "数据：\(dataset.name)，\(count)，目标“\(dataset.targetName)”"))
    // Sample data are described in the catalog; what was made of a person's own must be shown.
    guard dataset.origin == .user else { return }
    let longest = 24
    for finding in dataset.findings.prefix(longest) { Shell.log("  \(finding.text(in: language))") }
    if dataset.findings.count > longest {
      let more = dataset.findings.count - longest
      Shell.log(say("  and \(more) more columns", "  另有 \(more) 列"))
    }
    tell(dataset.notes, dataset.skipped)
  }

  private static func tell(_ notes: [DatasetNote], _ skipped: [SkippedFile]) {
    let language = shellLanguage.rawValue
    for note in notes { Shell.log("  \(note.text(in: language))") }
    let longest = 24
    for file in skipped.prefix(longest) { Shell.log("    \(file.text(in: language))") }
    if skipped.count > longest { Shell.log("    …") }
  }
}

/// An argument as a shell would need it typed.
func shellQuoted(_ argument: String) -> String {
  let plain = argument.unicodeScalars.allSatisfy { scalar in
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || "-_./=,:+@%".unicodeScalars.contains(scalar)
  }
  if plain, !argument.isEmpty { return argument }
  return "'" + argument.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    + "'"
}
