import Assessments
import Datasets
import Exporting
import Knowledge
import Persistence
import Pilots

/// Why a command ends early: what to print on standard error, and with which code.
struct Failure: Error {
  var code: Shell.ExitCode
  var lines: [String]

  static func usage(_ line: String) -> Failure { Failure(code: .usage, lines: ["surefoot: \(line)"]) }
  static func failed(_ line: String) -> Failure { Failure(code: .failed, lines: ["surefoot: \(line)"]) }

  static func findings(_ findings: [Finding]) -> Failure {
    Failure(code: .findings, lines: findings.map { $0.text(in: shellLanguage) })
  }

  /// The errors of the modules below, each with its own wording.
  init?(known error: any Error) {
    switch error {
    case let error as Failure: self = error
    case let error as Findings: self = .findings(error.list)
    case let error as Finding: self = .findings([error])
    case let error as StoreError: self = .failed(error.text(in: shellLanguage))
    case let error as DatasetError:
      self.init(code: .findings, lines: [error.message(in: shellLanguage.rawValue)])
    case PilotError.cancelled: self.init(code: .interrupted, lines: [])
    case let error as PilotError: self.init(code: .findings, lines: [error.text[shellLanguage]])
    case ExportError.missingProgram(let path):
      self = .failed(ExportError.missingProgram(path).text[shellLanguage])
    case let error as ExportError:
      self.init(code: .findings, lines: ["surefoot: " + error.text[shellLanguage]])
    case AssessmentError.unknownScenario(let id):
      self.init(code: .findings, lines: [say("no scenario named '\(id)'", "没有名为“\(id)”的场景")])
    case AssessmentError.testDataNotTaken(let id):
      self = .usage(
        say(
          "--test does not apply to \(id), whose pilot splits the examples itself",
          "--test 不适用于 \(id)，该场景的试点自行划分样本"))
    case let error as OutputProblem: self = .usage(error.text)
    default: return nil
    }
  }

  init(code: Shell.ExitCode, lines: [String]) {
    self.code = code
    self.lines = lines
  }
}
