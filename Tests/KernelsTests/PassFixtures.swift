import Kernels
import Testing

/// The passes on every instruction set of this machine, and in double precision.
let everyPasses =
  InstructionSet.available.map { VectorPasses($0) } + [VectorPasses(precision: .double)]

/// Every length up to well over two of the widest vectors, and lengths around powers of two beyond.
let lengths = Array(0...40) + [47, 48, 49, 63, 64, 65, 127, 129]

extension VectorPasses: CustomTestStringConvertible {
  public var testDescription: String { precision == .double ? "double" : "\(instructionSet)" }

  /// What one operation may round by, in the size of its result.
  var rounding: Double { precision == .double ? 0x1p-52 : 0x1p-23 }
}

/// Numbers in memory between guards: no pass may write there, and what it reads there spoils its result.
final class Buffer {
  let passes: VectorPasses
  let count: Int
  private let memory: Numbers
  /// Odd, so that the numbers start on no vector's boundary.
  private static let guards = 37

  /// The values rounded to the precision of the passes.
  init(_ passes: VectorPasses, _ values: [Double]) {
    self.passes = passes
    count = values.count
    let bytes = (count + 2 * Self.guards) * passes.precision.bytes
    memory = Numbers.allocate(byteCount: bytes, alignment: 64)
    // All bits set is not a number, in either precision.
    memory.initializeMemory(as: UInt8.self, repeating: 0xff, count: bytes)
    for (index, value) in values.enumerated() { passes.write(value, to: start, at: index) }
  }

  convenience init(_ passes: VectorPasses, count: Int, filled value: Double = 7) {
    self.init(passes, [Double](repeating: value, count: count))
  }

  deinit { memory.deallocate() }

  var start: Numbers { passes.place(memory, Self.guards) }
  var values: [Double] { (0..<count).map { passes.read(start, at: $0) } }
  subscript(_ index: Int) -> Double { passes.read(start, at: index) }

  /// The numbers' bits, for comparisons that tell 0 from −0 and one NaN from another.
  var bytes: [UInt8] {
    let length = count * passes.precision.bytes
    return Array(UnsafeRawBufferPointer(start: start, count: length))
  }

  /// Whether nothing beside the numbers was written.
  var isIntact: Bool {
    let edge = Self.guards * passes.precision.bytes
    let above = edge + count * passes.precision.bytes
    return (0..<edge).allSatisfy {
      memory.load(fromByteOffset: $0, as: UInt8.self) == 0xff
        && memory.load(fromByteOffset: above + $0, as: UInt8.self) == 0xff
    }
  }
}

/// Values spread evenly over ±range, by seed.
func numbers(_ count: Int, _ seed: UInt64, _ range: Double = 3) -> [Double] {
  var generator = SeededGenerator(seed: seed)
  return (0..<count).map { _ in generator.uniform(-range, range) }
}

/// Whole numbers from −4 to 4, so that every product and sum is exact in either precision.
func wholes(_ count: Int, _ seed: UInt64) -> [Double] {
  var generator = SeededGenerator(seed: seed)
  return (0..<count).map { _ in Double(generator.index(below: 9)) - 4 }
}

/// Expects intact guards, and values equal to `expected` within so many roundings of the larger of
/// `scale` and their size.
func expectClose(
  _ found: Buffer, _ expected: [Double], _ what: String, roundings: Double = 4, scale: Double = 1,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.isIntact, "\(what) wrote beside its numbers", sourceLocation: sourceLocation)
  #expect(found.count == expected.count, sourceLocation: sourceLocation)
  for (index, (value, wanted)) in zip(found.values, expected).enumerated() {
    let tolerance = roundings * found.passes.rounding * max(scale, abs(wanted))
    // Written so that a value that is no number fails.
    if !(abs(value - wanted) <= tolerance) && value != wanted {
      Issue.record(
        "\(what)[\(index)] of \(found.count) is \(value), not \(wanted)", sourceLocation: sourceLocation)
      return
    }
  }
}
