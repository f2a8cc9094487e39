extension Molecule {
  /// Grams a mole.
  package var weight: Double {
    let masses = [
      "C": 12.011, "N": 14.007, "O": 15.999, "S": 32.06, "F": 18.998, "Cl": 35.45, "Br": 79.904,
    ]
    return atoms.reduce(0) { $0 + (masses[$1.element] ?? 0) + 1.008 * Double($1.hydrogens) }
  }

  /// Aromatic atoms as a share of all atoms but hydrogen, 0–1.
  package var aromaticShare: Double {
    Double(atoms.count { $0.isAromatic }) / Double(max(atoms.count, 1))
  }

  /// Single bonds outside rings between two atoms that have further neighbours; the bond between the carbon
  /// and the nitrogen of an amide does not turn, and one beside a triple bond turns nothing.
  package var rotatableBonds: Int {
    let places = bondsOfAtoms
    func hasDouble(_ atom: Int, to element: String) -> Bool {
      places[atom].contains { place in
        let bond = bonds[place]
        return bond.order == 2 && atoms[bond.first == atom ? bond.second : bond.first].element == element
      }
    }
    return bonds.indices.count { place in
      let bond = bonds[place]
      let ends = [bond.first, bond.second]
      guard bond.order == 1, !bond.isAromatic, ends.allSatisfy({ places[$0].count > 1 }),
        !ends.contains(where: { places[$0].contains { bonds[$0].order == 3 } }), !isInRing(place, places)
      else { return false }
      let isAmide = zip(ends, ends.reversed()).contains { carbon, nitrogen in
        atoms[carbon].element == "C" && atoms[nitrogen].element == "N" && hasDouble(carbon, to: "O")
      }
      return !isAmide
    }
  }

  /// Whether the ends of a bond stay connected without it.
  private func isInRing(_ place: Int, _ places: [[Int]]) -> Bool {
    var seen: Set<Int> = [bonds[place].first]
    var open = [bonds[place].first]
    while let atom = open.popLast() {
      for other in places[atom] where other != place {
        let bond = bonds[other]
        let next = bond.first == atom ? bond.second : bond.first
        if seen.insert(next).inserted { open.append(next) }
      }
    }
    return seen.contains(bonds[place].second)
  }

  /// The logarithm of the partition between octanol and water, as a sum over atoms.
  ///
  /// The table is a rounded and much simplified one in the manner of Wildman and Crippen (1999), so that a
  /// value may be off by half a unit or more; for sample data, not for chemistry.
  package var logP: Double {
    let places = bondsOfAtoms
    return atoms.indices.reduce(0) { sum, index in
      let neighbours = places[index].map { place in
        let bond = bonds[place]
        return (element: atoms[bond.first == index ? bond.second : bond.first].element, order: bond.order)
      }
      return sum + contribution(atoms[index], neighbours)
    }
  }

  private func contribution(_ atom: Atom, _ neighbours: [(element: String, order: Int)]) -> Double {
    let hydrogens = Double(atom.hydrogens)
    let multiple = neighbours.first { $0.order > 1 }
    switch atom.element {
    case "C":
      let base: Double
      if atom.isAromatic {
        base = atom.hydrogens > 0 ? 0.16 : 0.14
      } else if let multiple {
        base = multiple.order == 3 ? 0 : multiple.element == "C" ? 0.16 : -0.28
      } else if neighbours.contains(where: { $0.element != "C" }) {
        base = -0.20
      } else {
        base = neighbours.count > 2 ? 0 : 0.14
      }
      return base + 0.12 * hydrogens
    case "N":
      if atom.charge > 0 { return -0.24 }
      if atom.isAromatic || multiple != nil { return -0.32 + 0.21 * hydrogens }
      return [-0.32, -0.71, -1.02, -1.02][min(atom.hydrogens, 3)] + 0.21 * hydrogens
    case "O":
      if atom.charge < 0 { return 0.12 }
      if atom.isAromatic { return 0.16 }
      if multiple != nil { return -0.15 }
      return atom.hydrogens > 0 ? -0.29 - 0.27 * hydrogens : -0.07
    case "S": return multiple == nil ? 0.64 + 0.12 * hydrogens : 0
    case "F": return 0.42
    case "Cl": return 0.69
    default: return 0.88
    }
  }

  /// The decimal logarithm of the solubility in water in moles a litre.
  ///
  /// logS = 0.16 − 0.63 logP − 0.0062 weight + 0.066 rotatable bonds − 0.74 aromatic share (Delaney, "ESOL:
  /// estimating aqueous solubility directly from molecular structure", 2004).
  package var logSolubility: Double {
    0.16 - 0.63 * logP - 0.0062 * weight + 0.066 * Double(rotatableBonds) - 0.74 * aromaticShare
  }
}
