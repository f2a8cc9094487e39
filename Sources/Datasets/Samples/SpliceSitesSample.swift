import Kernels

extension SampleData {
  /// Seventy letters around a GT: a donor site, or a decoy.
  static let spliceSites = SampleData(
    id: "splice-sites", kind: .synthetic,
    title: BilingualText(en: "Synthetic splice donor sites and decoys", zh: "合成的剪接供体位点与诱饵"),
    process: BilingualText(
      en: "Synthetic: a seeded generator draws 4,000 sequences of 70 letters with GT at letters 36 and 37. "
        + "Of a donor site the three letters before and the four after follow rounded letter frequencies of"
        + " human donor sites; where the last letter of the exon is not G, the fifth of the intron nearly "
        + "always is, and the other way round. The exon side is richer in C and G, the intron side in T, "
        + "and six in ten donor sites have the enhancer GAAGAA somewhere in the exon. A decoy shares the "
        + "GT, half of the letter preferences, one kind of surroundings on both sides, and in four of ten "
        + "the enhancer's letters in another order. Two in a hundred labels are wrong. No real genome is in"
        + " it.",
      zh: "合成数据：由固定种子的生成器抽取 4000 条 70 个碱基的序列，第 36、37 位都是 GT。供体位点的前三位和后四位按人类供体位点的近似碱基频率生成；"
        + "外显子末位不是 G 时，内含子第五位几乎总是 G，反之亦然。外显子一侧 C、G 较多，内含子一侧 T 较多；六成供体位点的外显子中某处含增强子 GAAGAA。"
        + "诱饵同样含 GT，带有一半的碱基偏好，两侧背景相同，四成含打乱次序的增强子字母。百分之二的标签是错的。不含任何真实基因组。"),
    sourceID: "generator:splice-sites"
  ) { _, seed throws(DatasetError) in
    var random = SeededGenerator(seed: seed, purpose: "splice sites")
    let rows = (0..<4_000).map { _ in
      let isDonor = random.uniform() < 0.48
      let sequence = isDonor ? DonorSite.donor(&random) : DonorSite.decoy(&random)
      let isWrong = random.uniform() < 0.02
      return [sequence, isDonor != isWrong ? "donor" : "decoy"]
    }
    return .table(RawTable(names: ["sequence", "site"], rows: rows), target: "site")
  }
}

/// How the letters around a donor site, or around a GT that is none, are drawn.
private enum DonorSite {
  /// Shares of A, C, G, T.
  typealias Letters = [Double]

  static let exon: Letters = [0.25, 0.26, 0.27, 0.22]
  static let intron: Letters = [0.25, 0.20, 0.20, 0.35]
  static let even: Letters = [0.25, 0.25, 0.25, 0.25]

  /// The three letters before the cut and the four after its GT, in percent and rounded.
  static let preferences: [Letters] = [
    [0.34, 0.36, 0.18, 0.12], [0.60, 0.13, 0.12, 0.15], [0.09, 0.03, 0.80, 0.08],
    [0.52, 0.03, 0.42, 0.03], [0.71, 0.08, 0.12, 0.09], [0.07, 0.06, 0.81, 0.06], [0.16, 0.17, 0.21, 0.46],
  ]

  static func donor(_ random: inout SeededGenerator) -> String {
    var motif = preferences.map { letter($0, &random) }
    // One of the two Gs makes up for the other: pairing with the spliceosome needs one at least.
    if motif[2] != "G" {
      motif[5] = random.uniform() < 0.96 ? "G" : motif[5]
      motif[4] = random.uniform() < 0.9 ? "A" : motif[4]
    } else if motif[5] != "G" {
      motif[1] = random.uniform() < 0.9 ? "A" : motif[1]
    }
    return assembled(
      exon, motif, intron, enhancer: random.uniform() < 0.6 ? "GAAGAA" : "", &random)
  }

  static func decoy(_ random: inout SeededGenerator) -> String {
    let around = [exon, intron, even][random.index(below: 3)]
    // Each letter follows the preferences half of the time, but the two Gs seldom together.
    var motif = preferences.map { letter(random.uniform() < 0.5 ? $0 : around, &random) }
    if motif[2] == "G", motif[5] == "G", random.uniform() < 0.5 {
      motif[random.uniform() < 0.5 ? 2 : 5] = letter([0.4, 0.2, 0, 0.4], &random)
    }
    let shuffled = ["AAGGAA", "GAAAGA", "AGGAAA", "AGAAAG"][random.index(below: 4)]
    let draw = random.uniform()
    return assembled(
      around, motif, around, enhancer: draw < 0.1 ? "GAAGAA" : draw < 0.5 ? shuffled : "", &random)
  }

  /// 32 letters with the enhancer among them, three of the motif, GT, the other four, 29 letters.
  private static func assembled(
    _ left: Letters, _ motif: [String], _ right: Letters, enhancer: String, _ random: inout SeededGenerator
  ) -> String {
    var before = (0..<32).map { _ in letter(left, &random) }
    let start = random.index(below: 32 - 6)
    before.replaceSubrange(start..<start + enhancer.count, with: enhancer.map(String.init))
    let after = (0..<29).map { _ in letter(right, &random) }
    return (before + motif[..<3] + ["G", "T"] + motif[3...] + after).joined()
  }

  private static func letter(_ shares: Letters, _ random: inout SeededGenerator) -> String {
    var left = random.uniform()
    for (share, letter) in zip(shares, ["A", "C", "G", "T"]) {
      left -= share
      if left < 0 { return letter }
    }
    return "T"
  }
}
