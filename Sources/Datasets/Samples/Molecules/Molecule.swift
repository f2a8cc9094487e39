/// A molecule read from its structure string, hydrogens counted but not drawn.
package struct Molecule: Equatable {
  package struct Atom: Equatable {
    /// `C`, `N`, `O`, `S`, `F`, `Cl` or `Br`.
    package var element: String
    package var isAromatic: Bool
    /// +1, 0 or −1.
    package var charge = 0
    package var hydrogens = 0
  }

  package struct Bond: Equatable {
    package var first: Int
    package var second: Int
    /// 1, 2 or 3; 1 between aromatic atoms, whose electrons are shared around the ring.
    package var order: Int
    package var isAromatic: Bool
  }

  package internal(set) var atoms: [Atom] = []
  package internal(set) var bonds: [Bond] = []

  /// The bonds of each atom, as places in `bonds`.
  var bondsOfAtoms: [[Int]] {
    var places = [[Int]](repeating: [], count: atoms.count)
    for (place, bond) in bonds.enumerated() {
      places[bond.first].append(place)
      places[bond.second].append(place)
    }
    return places
  }
}

extension Molecule {
  /// Reads a SMILES string (Weininger, 1988) of the elements above: branches, rings by one digit, aromatic
  /// atoms in small letters, `=` and `#`, and the brackets `[N+]`, `[O-]` and `[nH]`; nil for any other.
  package init?(smiles: String) {
    var previous: Int?
    var open: [Int?] = []
    var rings: [Character: (atom: Int, order: Int)] = [:]
    var order = 1
    var rest = Substring(smiles)
    while let character = rest.first {
      if let atom = Molecule.takeAtom(&rest) {
        atoms.append(atom)
        if let previous { connect(previous, atoms.count - 1, order) }
        (previous, order) = (atoms.count - 1, 1)
        continue
      }
      rest.removeFirst()
      switch character {
      case "=": order = 2
      case "#": order = 3
      case "(": open.append(previous)
      case ")":
        guard let back = open.popLast() else { return nil }
        previous = back
      case "1"..."9":
        guard let here = previous else { return nil }
        if let ring = rings.removeValue(forKey: character) {
          guard ring.atom != here else { return nil }
          connect(ring.atom, here, max(order, ring.order))
        } else {
          rings[character] = (here, order)
        }
        order = 1
      default: return nil
      }
    }
    guard !atoms.isEmpty, open.isEmpty, rings.isEmpty, order == 1 else { return nil }
    guard addHydrogens() else { return nil }
  }

  private mutating func connect(_ first: Int, _ second: Int, _ order: Int) {
    let isAromatic = atoms[first].isAromatic && atoms[second].isAromatic && order == 1
    bonds.append(Bond(first: first, second: second, order: order, isAromatic: isAromatic))
  }

  private static func takeAtom(_ rest: inout Substring) -> Atom? {
    let written: [(text: String, atom: Atom)] = [
      ("[N+]", Atom(element: "N", isAromatic: false, charge: 1)),
      ("[O-]", Atom(element: "O", isAromatic: false, charge: -1)),
      ("[nH]", Atom(element: "N", isAromatic: true, hydrogens: 1)),
      ("Cl", Atom(element: "Cl", isAromatic: false)), ("Br", Atom(element: "Br", isAromatic: false)),
      ("C", Atom(element: "C", isAromatic: false)), ("N", Atom(element: "N", isAromatic: false)),
      ("O", Atom(element: "O", isAromatic: false)), ("S", Atom(element: "S", isAromatic: false)),
      ("F", Atom(element: "F", isAromatic: false)), ("c", Atom(element: "C", isAromatic: true)),
      ("n", Atom(element: "N", isAromatic: true)), ("o", Atom(element: "O", isAromatic: true)),
      ("s", Atom(element: "S", isAromatic: true)),
    ]
    guard let found = written.first(where: { rest.hasPrefix($0.text) }) else { return nil }
    rest.removeFirst(found.text.count)
    return found.atom
  }

  /// Fills every atom up to its usual valence; false where an atom has too many bonds.
  private mutating func addHydrogens() -> Bool {
    let places = bondsOfAtoms
    for index in atoms.indices {
      let used = places[index].reduce(0) { $0 + bonds[$1].order }
      let atom = atoms[index]
      let valences: [Int] =
        switch (atom.element, atom.isAromatic) {
        // One electron of an aromatic carbon goes into the ring.
        case ("C", true): [3]
        case ("N", true): [atom.hydrogens == 1 ? 3 : used]
        case (_, true): [used]
        case ("C", _): [4]
        case ("N", _): [3 + atom.charge]
        case ("O", _): [2 + atom.charge]
        case ("S", _): [2, 4, 6]
        default: [1]
        }
      guard let valence = valences.first(where: { $0 >= used }) else { return false }
      atoms[index].hydrogens = valence - used
    }
    return true
  }
}
