/// What the cells of a text column are made of, which decides how they are cut into terms.
public enum TextForm: Sendable, Hashable, Codable {
  /// A language: words, or characters where words have no spaces between them.
  case words
  /// Nucleotides: A, C, G, T or U, N where unknown.
  ///
  /// `length` is set where all cells are equally long, so that a letter's place means something.
  case nucleotides(length: Int?)
  /// Molecules written as SMILES strings.
  case structures
}

extension TextForm {
  /// The longest equal length at which each place is a feature of its own.
  static let longestPlaced = 400
  /// The least mean length of a cell that is taken for a sequence.
  private static let leastLength = 8.0
  /// The least mean length of a cell that is taken for a structure: molecules are short.
  private static let leastStructure = 5.0

  /// The form of a column whose every present cell is a sequence; nil where one is not, where there are fewer
  /// than ten, or where they are so short that they may be codes.
  static func sequence(_ table: RawTable, _ column: Int) -> TextForm? {
    var count = 0
    var letters = 0
    var lengths = Set<Int>()
    var (areNucleotides, areStructures) = (true, true)
    var marked = 0
    table.forEachCell(column) { _, cell in
      guard areNucleotides || areStructures, !MissingValues.contains(cell) else { return }
      count += 1
      letters += cell.count
      if lengths.count < 2 { lengths.insert(cell.count) }
      areNucleotides = areNucleotides && cell.allSatisfy(isNucleotide)
      if areStructures {
        let structure = StructureScan(cell)
        areStructures = structure.isLawful
        if structure.hasMarks { marked += 1 }
      }
    }
    guard count >= 10 else { return nil }
    let mean = Double(letters) / Double(count)
    if areNucleotides, mean >= leastLength {
      let isPlaced = lengths.count == 1 && Int(mean) <= longestPlaced
      return .nucleotides(length: isPlaced ? Int(mean) : nil)
    }
    // Codes of capital letters may look like chains of atoms; rings, branches and double bonds do not.
    return areStructures && mean >= leastStructure && marked * 4 >= count ? .structures : nil
  }
}

/// A, C, G, T, U or N in either case.
func isNucleotide(_ byte: UInt8) -> Bool {
  switch byte & 0xDF {
  case UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "T"), UInt8(ascii: "U"),
    UInt8(ascii: "N"):
    byte >= 0x41
  default: false
  }
}

/// One look at a cell that may be a SMILES string: known atoms, balanced branches, closed rings.
private struct StructureScan {
  var isLawful = true
  /// Whether it shows a ring, a branch, a double or triple bond, or a bracket.
  var hasMarks = false

  init(_ cell: UnsafeBufferPointer<UInt8>) {
    var depth = 0
    var openRings = Set<UInt8>()
    var atoms = 0
    forEachStructureToken(cell) { start, end in
      switch cell[start] {
      case UInt8(ascii: "("):
        depth += 1
        hasMarks = true
      case UInt8(ascii: ")"):
        depth -= 1
        if depth < 0 { isLawful = false }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if atoms == 0 { isLawful = false }
        if openRings.remove(cell[start]) == nil { openRings.insert(cell[start]) }
        hasMarks = true
      case UInt8(ascii: "="), UInt8(ascii: "#"): hasMarks = true
      case UInt8(ascii: "["):
        if cell[end - 1] != UInt8(ascii: "]") { isLawful = false }
        hasMarks = true
        atoms += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "."), UInt8(ascii: ":"),
        UInt8(ascii: "%"):
        break
      default:
        if !"BCNOPSFIbcnops".utf8.contains(cell[start]) { isLawful = false }
        atoms += 1
      }
    }
    if depth != 0 || !openRings.isEmpty || atoms == 0 { isLawful = false }
  }
}

/// Calls `body` with the bounds of every token: a bracket with what it holds, `Cl`, `Br`, or one character.
func forEachStructureToken(_ text: UnsafeBufferPointer<UInt8>, _ body: (_ start: Int, _ end: Int) -> Void) {
  var at = 0
  while at < text.count {
    var end = at + 1
    let next = end < text.count ? text[end] : 0
    switch text[at] {
    case UInt8(ascii: "["): end = (text[at...].firstIndex(of: UInt8(ascii: "]")) ?? text.count - 1) + 1
    case UInt8(ascii: "C") where next == UInt8(ascii: "l"): end += 1
    case UInt8(ascii: "B") where next == UInt8(ascii: "r"): end += 1
    default: break
    }
    body(at, end)
    at = end
  }
}
