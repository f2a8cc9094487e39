import Foundation
import TestSupport
import Testing

/// The import lines of every module against the module table: no stage imports a later one, the engine
/// and the charts know nothing of the product, and each outside package has one home.
struct ModuleTableTests {
  /// What each module may import of ours, and from outside beside the standard library's own modules.
  private static let table: [String: (ours: [String], outside: [String])] = [
    "Knowledge": (["CYAML"], []),
    "Questionnaires": (["Knowledge"], []),
    "Scoring": (["Knowledge", "Questionnaires"], []),
    "Recommendations": (["Knowledge", "Questionnaires", "Scoring"], []),
    "Kernels": (["CKernels", "COpenBLAS"], []),
    "Networks": (["Kernels"], []),
    "Trees": (["CKernels", "Kernels"], []),
    "ModelMetrics": ([], []),
    "Datasets": (["Kernels", "CMedia"], []),
    "Pilots": (
      ["Knowledge", "Recommendations", "Kernels", "Networks", "Trees", "Datasets", "ModelMetrics"], []
    ),
    "Evidence": (
      ["Knowledge", "Questionnaires", "Recommendations", "Scoring", "Pilots", "ModelMetrics", "Datasets"],
      []
    ),
    "Assessments": (
      [
        "Knowledge", "Questionnaires", "Scoring", "Recommendations", "Kernels", "Datasets", "Pilots",
        "Evidence",
      ], []
    ),
    "Exporting": (
      ["Knowledge", "Questionnaires", "Recommendations", "Datasets", "Pilots", "Assessments"], []
    ),
    "Charts": ([], []),
    "Reporting": (
      [
        "Knowledge", "Questionnaires", "Scoring", "Recommendations", "Datasets", "Pilots", "Evidence",
        "Assessments", "Charts", "ModelMetrics",
      ], ["Mustache"]
    ),
    "Persistence": (["Knowledge", "Questionnaires", "Scoring", "Pilots", "Assessments"], ["GRDB"]),
  ]

  private static let system: Set<String> = [
    "Foundation", "Dispatch", "Synchronization", "Glibc", "FoundationEssentials",
  ]

  @Test(arguments: table.keys.sorted())
  func `a module imports only what its place in the line allows`(_ module: String) throws {
    let allowed = try #require(Self.table[module])
    let known = Self.system.union(allowed.ours).union(allowed.outside)
    let files = try swiftFiles(under: "Sources/\(module)")
    #expect(!files.isEmpty)
    for file in files {
      for name in try imports(in: file) {
        #expect(known.contains(name), "\(file.lastPathComponent) imports \(name)")
      }
    }
  }

  @Test func `the table covers every library module`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: repositoryRoot.appendingPathComponent("Sources").path)
    let swift = folders.filter { !$0.hasPrefix("C") || $0 == "Charts" }.filter { $0 != "surefoot" }
    #expect(Set(swift) == Set(Self.table.keys))
  }

  @Test func `only the command-line program prints, exits or reads the environment`() throws {
    for module in Self.table.keys.sorted() {
      for file in try swiftFiles(under: "Sources/\(module)") {
        let text = try String(contentsOf: file, encoding: .utf8)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
          let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
          for forbidden in [" print(", "exit(", "ProcessInfo", "Date()", ".random(in:", "getenv("] {
            // A generator passed in by the caller is not the system's.
            let isSeeded = forbidden == ".random(in:" && code.contains("using:")
            #expect(
              !code.contains(forbidden) || isSeeded, "\(module)/\(file.lastPathComponent):\(number + 1)")
          }
        }
      }
    }
  }

  private func swiftFiles(under folder: String) throws -> [URL] {
    let root = repositoryRoot.appendingPathComponent(folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return names.filter { $0.hasSuffix(".swift") }.map { root.appendingPathComponent($0) }
  }

  private func imports(in file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("import ") else { return nil }
      return line.split(separator: " ").last.map(String.init)
    }
  }
}
