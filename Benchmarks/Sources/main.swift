import Foundation

// Usage: surefoot-benchmark WORKLOAD FOLDER [--threads N]. Runs one workload on the files that make_data.py
// wrote, and prints one line of JSON as the peers do. `resume` is described in ResumeWorkload.swift.

let workloads: [String: (Arguments) throws -> Report] = [
  "W1": referenceNetwork, "W2": convolutionNetwork, "W4": wideNetwork, "W5": boostedTrees, "W6": tableFile,
  "fit": fittedTrees, "gemm": matrixProductRate, "growth": growth,
  "stream": stream,
  "gru": gruNetwork, "lstm": lstmNetwork,
  "W3": transformerNetwork,
]

do {
  if CommandLine.arguments.dropFirst().first == "resume" {
    try resume(Array(CommandLine.arguments.dropFirst(2)))
    exit(0)
  }
  let arguments = try Arguments(CommandLine.arguments)
  guard let workload = workloads[arguments.workload] else {
    throw BenchmarkError("no workload \(arguments.workload); there are \(workloads.keys.sorted())")
  }
  print(try workload(arguments).json)
} catch {
  FileHandle.standardError.write(Data("surefoot-benchmark: \(error)\n".utf8))
  exit(2)
}
