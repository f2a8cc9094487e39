import Knowledge

/// Words of a comparison: the ranking and what differs.
enum ComparisonWording {
  static let kind = LocalizedText(en: "Comparison of assessments", zh: "评估对比报告")
  static let cases = LocalizedText(en: "Cases", zh: "案例数")
  static let caseName = LocalizedText(en: "Case", zh: "案例")

  static func portfolio(_ count: String) -> LocalizedText {
    LocalizedText(en: "\(count) cases side by side", zh: "\(count) 个案例的对比")
  }

  static func versions(_ scenario: String) -> LocalizedText {
    LocalizedText(en: "\(scenario): two versions", zh: "\(scenario)：两个版本")
  }

  static let ranking = LocalizedText(en: "Ranking", zh: "排名")
  static let rankedFirst = LocalizedText(en: "Ranked first", zh: "排名第一")
  static let rankingCaption = LocalizedText(en: "The cases, best first", zh: "各案例，从好到差")
  static let picture = LocalizedText(en: "Fit, risk and value", zh: "适合度、风险与价值")
  static let value = LocalizedText(en: "Value a month", zh: "每月价值")
  static let recommended = LocalizedText(en: "Best approach", zh: "最佳做法")
  static let isFirst = LocalizedText(en: "First", zh: "第一的概率")
  static let amongThree = LocalizedText(en: "First three", zh: "前三的概率")
  static let meanRank = LocalizedText(en: "Mean rank", zh: "平均名次")

  static func first(_ name: String, share: String, draws: String) -> LocalizedText {
    LocalizedText(
      en: "“\(name)”; it comes first in \(share) of \(draws) draws over what is unknown.",
      zh: "“\(name)”；在对未知部分的 \(draws) 次抽样中，有 \(share) 排第一。")
  }

  static let valueMeaning = LocalizedText(
    en:
      "Value a month: the likely figure of each case's own report, work saved and results bettered beyond today's way, before any cost; the bubbles show it. A dash means that answers it rests on are missing.",
    zh: "每月价值：取自各案例报告中的可能值，包括相对现行做法节省的人工和改善的结果，未扣成本；气泡大小即此值。短横表示缺少相关回答。")

  static let rescored = LocalizedText(en: "Scored again", zh: "重新评分")
  static let rescoredWhy = LocalizedText(
    en:
      "Cases are compared by today's catalog and rubrics. These were recorded under earlier ones: same answers, new rubric.",
    zh: "各案例一律按现行知识库和评分标准比较。下列案例是按早先的标准记录的：回答相同，标准更新。")

  static func rescored(
    _ recorded: (fit: String, risk: String, verdict: LocalizedText),
    _ now: (fit: String, risk: String, verdict: LocalizedText)
  ) -> LocalizedText {
    LocalizedText(
      en:
        "recorded as \(recorded.verdict.en), fit \(recorded.fit), residual risk \(recorded.risk); now \(now.verdict.en), fit \(now.fit), residual risk \(now.risk).",
      zh:
        "原记录为\(recorded.verdict.zh)，适合度 \(recorded.fit)，剩余风险 \(recorded.risk)；现在为\(now.verdict.zh)，适合度 \(now.fit)，剩余风险 \(now.risk)。"
    )
  }

  static let rubrics = LocalizedText(en: "Fit by rubric", zh: "各维度的适合度")
  static let rubricsCaption = LocalizedText(
    en: "Fit of the approach each case is judged by", zh: "各案例所评判做法的适合度")

  static let answers = LocalizedText(en: "Answers that differ", zh: "不同的回答")
  static let sameAnswers = LocalizedText(
    en: "All questions the cases share are answered alike.", zh: "各案例共有的问题，回答全部相同。")
  static let answersAndCases = LocalizedText(en: "Answers, with the cases that give them", zh: "回答及对应案例")
  static let notAsked = LocalizedText(en: "not asked", zh: "不需询问")

  static func answersCaption(_ count: String) -> LocalizedText {
    LocalizedText(en: "Questions answered differently: \(count)", zh: "回答不同的问题：\(count) 个")
  }

  static let record = LocalizedText(en: "How this was computed", zh: "计算方法")
  static let recordCaption = LocalizedText(en: "What was compared", zh: "对比的对象")
  static let givenAs = LocalizedText(en: "Given as", zh: "指定方式")

  static func method(draws: String, seed: String, riskWeight: String) -> LocalizedText {
    LocalizedText(
      en:
        "Cases rank by fit minus \(riskWeight) times residual risk; the verdict stands beside and does not enter the rank. Unknown answers leave a range for both. In each of \(draws) draws (seed \(seed)) every case takes a fit and a risk from triangular distributions over its ranges, peaked at the central values and independent of each other; the shares of draws are the probabilities of the ranks. Cases without unknowns keep their values, and cases that tie share their ranks. How sure the weights are is not drawn here.",
      zh:
        "案例按“适合度减去 \(riskWeight) 倍剩余风险”排名；结论列在旁边，不影响名次。未知回答使两者各有一个范围。共抽样 \(draws) 次（种子 \(seed)）：每次各案例的适合度和风险分别取自其范围上的三角分布，峰值在中心值，彼此独立；各名次所占的比例即为其概率。没有未知回答的案例取值不变，并列者平分名次。这里没有对权重的不确定性抽样。"
    )
  }
}
