import Kernels

extension SampleData {
  static let sentimentReviewsEnglish = reviews(
    id: "sentiment-reviews-en", rows: 1_500, [(.english, 1_500)],
    title: BilingualText(en: "Synthetic product reviews, English", zh: "合成商品评论（英文）"))

  static let sentimentReviewsChinese = reviews(
    id: "sentiment-reviews-zh", rows: 1_500, [(.chinese, 1_500)],
    title: BilingualText(en: "Synthetic product reviews, Chinese", zh: "合成商品评论（中文）"))

  static let sentimentReviews = reviews(
    id: "sentiment-reviews", rows: 2_000, [(.english, 1_000), (.chinese, 1_000)],
    title: BilingualText(en: "Synthetic product reviews, English and Chinese", zh: "合成商品评论（中英混合）"))

  private static func reviews(
    id: String, rows: Int, _ parts: [(bank: ReviewBank, count: Int)], title: BilingualText
  ) -> SampleData {
    SampleData(
      id: id, kind: .synthetic, title: title,
      process: BilingualText(
        en: "Synthetic: a seeded generator writes \(rows) short reviews from banks of clauses on quality,"
          + " delivery, service, price and use. Most have clauses of one mind; a third concede a point to"
          + " the other side; some negate. Six in a hundred labels are turned round, so that no model can be"
          + " right every time. No real review is in it.",
        zh: "合成数据：由固定种子的生成器用质量、物流、服务、价格和使用等方面的句库写出 \(rows) 条短评。多数评论意见一致，"
          + "三分之一会承认另一面，也有否定句。百分之六的标签被故意颠倒，因此没有模型能次次正确。不含任何真实评论。"),
      sourceID: "generator:\(id)"
    ) { _, seed throws(DatasetError) in
      var rows: [[String]] = []
      var random = SeededGenerator(seed: seed, purpose: id)
      for (bank, count) in parts {
        for _ in 0..<count { rows.append(bank.review(&random)) }
      }
      random.shuffle(&rows)
      return .table(RawTable(names: ["review", "sentiment"], rows: rows), target: "sentiment")
    }
  }
}

extension ReviewBank {
  /// The share of labels that say the opposite of what was written.
  private static let labelNoise = 0.06

  /// One review and its label, `positive` or `negative`.
  func review(_ random: inout SeededGenerator) -> [String] {
    let isPositive = random.uniform() < 0.52
    var topics = aspects
    random.shuffle(&topics)
    let count = 1 + random.index(below: 3)
    var clauses = topics.prefix(count).map { $0.clause(positive: isPositive, &random) }
    // The conceded point comes first or last; which verdict stands shows in the linking word only.
    if random.uniform() < 0.34 {
      let conceded = topics[count % topics.count].clause(positive: !isPositive, &random)
      let link = concessions[random.index(below: concessions.count)]
      clauses[0] = link.concededFirst ? link.join(conceded, clauses[0]) : link.join(clauses[0], conceded)
    }
    if random.uniform() < 0.4 { clauses.append(fillers[random.index(below: fillers.count)]) }
    if random.uniform() < 0.3 {
      let verdicts = isPositive ? praise : complaint
      clauses.append(verdicts[random.index(below: verdicts.count)])
    }
    let opening = random.uniform() < 0.5 ? openings[random.index(below: openings.count)] : nil
    let label = random.uniform() < Self.labelNoise ? !isPositive : isPositive
    return [text(opening, clauses), label ? "positive" : "negative"]
  }
}

extension ReviewBank.Aspect {
  /// A clause on this aspect; one in five says its mind by denying the opposite.
  func clause(positive: Bool, _ random: inout SeededGenerator) -> String {
    let subject = subjects[random.index(below: subjects.count)]
    let denies = random.uniform() < 0.2
    let words = positive != denies ? good : bad
    let word = words[random.index(below: words.count)]
    return (denies ? denial : assertion).replacing("SUBJECT", with: subject).replacing("WORD", with: word)
  }
}
