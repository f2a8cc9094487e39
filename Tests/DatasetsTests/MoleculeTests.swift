import Datasets
import Testing

/// Numbers worked out by hand from atomic masses and the table of contributions.
struct MoleculeTests {
  @Test(arguments: [
    ("CCO", 46.069, 0), ("c1ccccc1", 78.114, 0), ("CCCC", 58.124, 1), ("CCOCC", 74.123, 2),
    ("O=C(O)c1ccccc1", 122.123, 1), ("[O-][N+](=O)c1ccccc1", 123.111, 1), ("CC(=O)NC", 73.095, 0),
    ("c1cc[nH]c1", 67.091, 0), ("CC#N", 41.053, 0), ("NS(=O)(=O)C", 95.12, 0),
  ])
  func `weight and rotatable bonds of known molecules`(_ structure: String, _ weight: Double, _ turns: Int)
    throws
  {
    let molecule = try #require(Molecule(smiles: structure))
    // Benzoic acid's and nitrobenzene's one bond turns between the ring and the group.
    #expect(abs(molecule.weight - weight) < 0.01, "\(structure) weighs \(molecule.weight)")
    #expect(molecule.rotatableBonds == turns)
  }

  @Test func `ethanol and benzene have the solubility of the formula`() throws {
    let ethanol = try #require(Molecule(smiles: "CCO"))
    // 0.14 + 3 · 0.12, −0.20 + 2 · 0.12, −0.29 − 0.27.
    #expect(abs(ethanol.logP - -0.02) < 1e-9)
    #expect(abs(ethanol.logSolubility - (0.16 + 0.63 * 0.02 - 0.0062 * 46.069)) < 1e-4)
    let benzene = try #require(Molecule(smiles: "c1ccccc1"))
    // Six carbons of 0.16 with one hydrogen of 0.12 each.
    #expect(abs(benzene.logP - 1.68) < 1e-9 && benzene.aromaticShare == 1)
    #expect(abs(benzene.logSolubility - (0.16 - 0.63 * 1.68 - 0.0062 * 78.114 - 0.74)) < 1e-4)
  }

  @Test(arguments: ["", "C(", "C)", "C1CC", "CX", "C=", "C(C)(C)(C)(C)C", "F(C)C", "1CC1"])
  func `what is no lawful structure is refused`(_ text: String) {
    #expect(Molecule(smiles: text) == nil)
  }
}
