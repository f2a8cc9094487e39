import Kernels

extension SampleData {
  /// Structure strings with a computed solubility.
  static let moleculeSolubility = SampleData(
    id: "molecule-solubility", kind: .synthetic,
    title: BilingualText(en: "Made-up molecules with a computed solubility", zh: "虚构分子及其计算溶解度"),
    process: BilingualText(
      en: "Synthetic: a seeded grammar writes 2,000 different valid structure strings (SMILES) of chains, "
        + "rings and common groups. The logarithm of the solubility is computed, not measured: 0.16 − 0.63 "
        + "logP − 0.0062 weight + 0.066 rotatable bonds − 0.74 aromatic share (Delaney, 2004), where logP "
        + "is itself an approximate sum over atoms in the manner of Wildman and Crippen (1999), plus normal"
        + " noise with a standard deviation of 0.3. Whether such molecules exist was not asked.",
      zh: "合成数据：由固定种子的文法写出 2000 个互不相同的合法结构式（SMILES），由链、环和常见基团组成。溶解度的对数是算出来的，不是测出来的："
        + "0.16 − 0.63 logP − 0.0062 分子量 + 0.066 可旋转键数 − 0.74 芳香原子占比（Delaney，2004），其中 logP 又是仿照 "
        + "Wildman 与 Crippen（1999）按原子近似求和的结果，再加标准差为 0.3 的正态噪声。这些分子是否真实存在并未考证。"),
    sourceID: "generator:molecule-solubility"
  ) { _, seed throws(DatasetError) in
    var grammar = StructureGrammar(seed: seed)
    var random = SeededGenerator(seed: seed, purpose: "solubility")
    var seen = Set<String>()
    var rows: [[String]] = []
    while rows.count < 2_000 {
      let structure = grammar.molecule()
      guard seen.insert(structure).inserted, let molecule = Molecule(smiles: structure),
        molecule.atoms.count <= 40
      else { continue }
      let solubility = molecule.logSolubility + random.normal(standardDeviation: 0.3)
      rows.append([structure, plainDecimal(solubility, 2)])
    }
    return .table(RawTable(names: ["structure", "log_solubility"], rows: rows), target: "log_solubility")
  }
}
