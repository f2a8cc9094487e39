import CKernels

/// An instruction set that the element-wise passes are compiled for, from the common one to the widest.
public enum InstructionSet: Int32, CaseIterable, Codable, Comparable, Sendable {
  /// What every machine of its kind has: SSE2 on x86, NEON on ARM.
  case baseline = 0
  /// AVX2 with fused multiply-add.
  case avx2 = 1
  /// AVX-512 F, VL, DQ and BW.
  case avx512 = 2

  /// The widest one that this processor runs.
  public static let best = InstructionSet(rawValue: ck_best_level()) ?? .baseline

  /// Those that this processor runs, narrowest first.
  public static var available: [InstructionSet] { allCases.filter { $0 <= best } }

  public static func < (left: InstructionSet, right: InstructionSet) -> Bool {
    left.rawValue < right.rawValue
  }
}
