import Foundation
import TestSupport
import Testing

/// The built program, run as a person runs it: real arguments, in a folder and with a store of its own.
final class Program {
  struct Outcome {
    var code: Int32
    var output: String
    var log: String
    /// The last line of the log that holds anything.
    var lastLogLine: String { log.split(separator: "\n").last.map(String.init) ?? "" }
  }

  let folder: URL
  var environment: [String: String]

  init() throws {
    folder = try temporaryFolder()
    environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "XDG_DATA_HOME": folder.appendingPathComponent("data").path,
      "LANG": "C", "COLUMNS": "100",
    ]
    for name in ["LD_LIBRARY_PATH"] {
      environment[name] = ProcessInfo.processInfo.environment[name]
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  var storePath: String { folder.appendingPathComponent("data/surefoot/surefoot.sqlite").path }

  /// Runs to the end; `input` is what is piped in.
  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String = "") throws -> Outcome {
    // Files rather than pipes, so that neither side can wait for the other.
    let names = ["in", "out", "err"].map { folder.appendingPathComponent(".std\($0)") }
    try Data(input.utf8).write(to: names[0])
    for name in names[1...] { try Data().write(to: name) }
    let process = try prepared(arguments)
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    let outcome = Outcome(
      code: process.terminationStatus, output: try text(names[1]), log: try text(names[2]))
    for name in names { try FileManager.default.removeItem(at: name) }
    return outcome
  }

  /// A process ready to start, for tests that talk to it or kill it.
  func prepared(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = try Self.executable()
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    return process
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let place = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: place, atomically: false, encoding: .utf8)
    return name
  }

  func contents(_ name: String) throws -> String { try text(folder.appendingPathComponent(name)) }

  /// Everything in the folder apart from the store, sorted.
  func files() throws -> [String] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0 != "data" && !$0.hasPrefix("data/") }.sorted()
  }

  static func example(_ name: String) -> String {
    repositoryRoot.appendingPathComponent("Examples/\(name).yaml").path
  }

  /// The program beside the test bundle, from the same build.
  private static func executable() throws -> URL {
    let bundle = URL(fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    let beside = bundle.deletingLastPathComponent().appendingPathComponent("surefoot")
    let places = [beside] + ["release", "debug"].map {
      repositoryRoot.appendingPathComponent(".build/\($0)/surefoot")
    }
    return try #require(
      places.first { FileManager.default.isExecutableFile(atPath: $0.path) }, "build the product surefoot first")
  }

  private func text(_ place: URL) throws -> String {
    String(decoding: try Data(contentsOf: place), as: UTF8.self)
  }
}

/// Compares with a stored text; `RECORD_GOLDEN=1` stores it instead.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let place = repositoryRoot.appendingPathComponent("Tests/CommandTests/Golden/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try text.write(to: place, atomically: true, encoding: .utf8)
    return
  }
  let stored = try String(contentsOf: place, encoding: .utf8)
  #expect(text == stored, "\(name) differs; run with RECORD_GOLDEN=1 if that is meant", sourceLocation: sourceLocation)
}
