import Kernels

/// Writes structure strings whose every atom has a lawful number of bonds.
///
/// A group hangs on one bond of what stands before it. Groups that begin with a carbon may follow any atom,
/// the others only a carbon, so that no two of nitrogen, oxygen, sulphur and halogens stand side by side
/// except within the named groups.
struct StructureGrammar {
  private var random: SeededGenerator
  /// Atoms that may still be written.
  private var left = 0

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed, purpose: "structures")
  }

  private static let ends = [
    "O", "O", "N", "F", "Cl", "Cl", "Br", "C", "C", "C#N", "C(=O)O", "C(=O)N", "C(F)(F)F", "[N+](=O)[O-]",
    "OC",
    "C(C)C", "CCO", "N(C)C", "C=C", "SC", "S(=O)(=O)N",
  ]
  private static let carbonEnds = [
    "C", "C", "CC", "C(C)C", "C(C)(C)C", "CO", "CCO", "CCl", "CC#N", "CC(=O)O",
  ]

  /// One molecule, of about 4 to 30 atoms.
  mutating func molecule() -> String {
    left = 3 + random.index(below: 20)
    return carbonGroup(openRings: 0)
  }

  private mutating func pick(_ texts: [String]) -> String { texts[random.index(below: texts.count)] }

  /// A group that may hang on a carbon.
  private mutating func group(openRings: Int) -> String {
    guard left > 2 else { return pick(Self.ends) }
    switch random.uniform() {
    case ..<0.18: return pick(Self.ends)
    case ..<0.30: return take(1, "O") + carbonGroup(openRings: openRings)
    case ..<0.38: return take(1, "N") + carbonGroup(openRings: openRings)
    case ..<0.42: return take(1, "S") + carbonGroup(openRings: openRings)
    case ..<0.48:
      return take(
        6, pick(["N\(openRings + 1)CCOCC\(openRings + 1)", "N\(openRings + 1)CCCCC\(openRings + 1)"]))
    default: return carbonGroup(openRings: openRings)
    }
  }

  /// A group that begins with a carbon.
  private mutating func carbonGroup(openRings: Int) -> String {
    guard left > 2 else { return pick(Self.carbonEnds) }
    switch random.uniform() {
    case ..<0.26: return take(1, "C") + group(openRings: openRings)
    case ..<0.34: return take(2, "C(C)") + group(openRings: openRings)
    case ..<0.40: return take(2, "C(O)") + carbonGroup(openRings: openRings)
    case ..<0.47: return take(3, "C(=O)N") + carbonGroup(openRings: openRings)
    case ..<0.52: return take(3, "C(=O)O") + carbonGroup(openRings: openRings)
    case ..<0.55: return take(2, "C(=O)") + carbonGroup(openRings: openRings)
    case ..<0.88: return aromaticRing(openRings + 1)
    default: return saturatedRing(openRings + 1)
    }
  }

  private mutating func aromaticRing(_ digit: Int) -> String {
    guard digit < 9 else { return pick(Self.carbonEnds) }
    left -= 6
    switch random.uniform() {
    case ..<0.25: return "c\(digit)ccccc\(digit)"
    case ..<0.55: return "c\(digit)ccc(" + group(openRings: digit) + ")cc\(digit)"
    case ..<0.72: return "c\(digit)cccc(" + group(openRings: digit) + ")c\(digit)"
    case ..<0.82:
      return "c\(digit)ccc(" + group(openRings: digit) + ")c(" + group(openRings: digit) + ")c\(digit)"
    case ..<0.90: return "c\(digit)ccncc\(digit)"
    case ..<0.95: return "c\(digit)ccco\(digit)"
    default: return "c\(digit)ccc\(digit + 1)ccccc\(digit + 1)c\(digit)"
    }
  }

  private mutating func saturatedRing(_ digit: Int) -> String {
    guard digit < 9 else { return pick(Self.carbonEnds) }
    left -= 6
    switch random.uniform() {
    case ..<0.4: return "C\(digit)CCCCC\(digit)"
    case ..<0.7: return "C\(digit)CCC(" + group(openRings: digit) + ")CC\(digit)"
    case ..<0.85: return "C\(digit)CCCC\(digit)"
    default: return "C\(digit)CCNCC\(digit)"
    }
  }

  private mutating func take(_ atoms: Int, _ text: String) -> String {
    left -= atoms
    return text
  }
}
