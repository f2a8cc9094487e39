import Kernels
import Testing

/// The passes on every instruction set of this machine.
let everyPasses = InstructionSet.available.map { VectorPasses($0) }

/// Shapes around every vector width, with a stride that leaves values which no pass may touch.
let shapes: [(rows: Int, columns: Int, stride: Int)] = [
  (1, 1, 1), (7, 1, 1), (40, 1, 1), (3, 2, 16), (5, 17, 32), (2, 33, 48), (4, 16, 16),
]

func numbers(_ count: Int, _ seed: UInt64, _ range: Double = 3) -> [Float] {
  var generator = SeededGenerator(seed: seed)
  return (0..<count).map { _ in Float(generator.uniform(-range, range)) }
}

/// Expects values equal to `expected` within `tolerance` of the larger of 1 and their size.
func expectClose(
  _ found: [Float], _ expected: [Double], _ tolerance: Double = 2e-6, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for (index, (f, e)) in zip(found, expected).enumerated() {
    let gap = abs(Double(f) - e)
    if gap > tolerance * max(1, abs(e)) {
      Issue.record("\(what)[\(index)] is \(f), not \(e)", sourceLocation: sourceLocation)
      return
    }
  }
}
