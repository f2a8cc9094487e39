import CKernels

/// Where numbers of one precision lie; the passes know which precision it is.
public typealias Numbers = UnsafeMutableRawPointer

/// How numbers are stored and calculated.
public enum Precision: String, Codable, CaseIterable, Sendable {
  /// 32 bits: what training uses.
  case single
  /// 64 bits: what gradient checks use; on one instruction set, without regard to speed.
  case double

  /// Bytes of one number.
  public var bytes: Int { self == .single ? 4 : 8 }
}

/// The passes of training over numbers in memory, on one instruction set and in one precision.
///
/// Matrices are row-major without gaps unless a parameter says otherwise. Results agree across
/// instruction sets to rounding, and are byte-equal from run to run on one of them. The passes are
/// grouped by family in the extensions beside this file.
public struct VectorPasses: Sendable {
  /// The instruction set in use.
  public let instructionSet: InstructionSet
  public let precision: Precision
  /// What the C passes take as their first argument.
  let level: Int32

  /// Passes on `instructionSet`, or on the best one this processor has if it lacks that.
  public init(_ instructionSet: InstructionSet = .best, precision: Precision = .single) {
    self.instructionSet = min(instructionSet, .best)
    self.precision = precision
    level = precision == .double ? doubleLevel : self.instructionSet.rawValue
  }

  /// The place `count` numbers after `start`.
  public func place(_ start: Numbers, _ count: Int) -> Numbers { start + count * precision.bytes }

  /// Reads one number, for the few places where a number decides what is done.
  public func read(_ start: Numbers, at index: Int) -> Double {
    precision == .single
      ? Double(start.load(fromByteOffset: index * 4, as: Float.self))
      : start.load(fromByteOffset: index * 8, as: Double.self)
  }

  /// Writes one number.
  public func write(_ value: Double, to start: Numbers, at index: Int) {
    if precision == .single {
      start.storeBytes(of: Float(value), toByteOffset: index * 4, as: Float.self)
    } else {
      start.storeBytes(of: value, toByteOffset: index * 8, as: Double.self)
    }
  }

  /// output ← input.
  public func copy(_ output: Numbers, _ input: Numbers, count: Int) {
    output.copyMemory(from: input, byteCount: count * precision.bytes)
  }

  /// output[r] ← the `columns` floats at row order[r] of the input, whose rows lie `stride` floats apart.
  ///
  /// - Parameter ahead: how many entries of `order` follow after `rows`; they are fetched beforehand.
  public func gather(
    _ output: Numbers, from input: UnsafePointer<Float>, order: UnsafePointer<Int>, rows: Int, ahead: Int,
    columns: Int, stride: Int
  ) {
    ck_gather(level, output, input, order, rows, ahead, columns, stride)
  }

  /// Copies floats in, at this precision.
  public func load(_ output: Numbers, from floats: UnsafePointer<Float>, count: Int) {
    if precision == .single {
      output.copyMemory(from: floats, byteCount: count * 4)
    } else {
      ck_from_floats(level, output, floats, count)
    }
  }

  /// Copies numbers out as floats.
  public func unload(_ floats: UnsafeMutablePointer<Float>, from input: Numbers, count: Int) {
    ck_to_floats(level, floats, input, count)
  }
}

/// The C name of double precision, CK_DOUBLE.
private let doubleLevel: Int32 = 3
