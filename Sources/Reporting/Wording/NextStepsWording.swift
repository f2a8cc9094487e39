import Knowledge

/// Words of the to-do list.
enum NextStepsWording {
  static let title = LocalizedText(en: "What to do next", zh: "接下来做什么")
  static let introduction = LocalizedText(
    en:
      "In this order. Each step names the answer or measurement that caused it. Points are upper bounds: what the step can bring if it succeeds fully.",
    zh: "按此顺序进行。每一步都注明由哪个回答或实测引起。分值是上限，即该步完全成功时最多带来的变化。")
  static let nothing = LocalizedText(
    en: "Nothing that a person can change stands in the way.", zh: "没有可由人改变的因素妨碍推进。")
  static let because = LocalizedText(en: "Because", zh: "起因")
  static let effort = LocalizedText(en: "Effort", zh: "工作量")
  static let atStake = LocalizedText(en: "At stake", zh: "影响")

  static func upToFit(_ points: String) -> LocalizedText {
    LocalizedText(en: "up to \(points) points of fit", zh: "适合度最多 +\(points) 分")
  }

  static func upToRisk(_ points: String) -> LocalizedText {
    LocalizedText(en: "up to \(points) points less risk", zh: "风险最多 −\(points) 分")
  }

  static func answered(_ answer: String) -> LocalizedText {
    LocalizedText(en: "answered “\(answer)”", zh: "回答是“\(answer)”")
  }

  static func findOut(_ question: String, help: String) -> LocalizedText {
    LocalizedText(en: "Find out: \(question) \(help)", zh: "先弄清楚：\(question)\(help)")
  }

  static let blocks = LocalizedText(en: "this alone caps the verdict", zh: "仅此一项就限制了结论")

  static func requiredFor(_ verdict: LocalizedText) -> LocalizedText {
    LocalizedText(en: "“\(verdict.en)” requires it", zh: "“\(verdict.zh)”要求满足")
  }

  static func correct(_ fact: String) -> LocalizedText {
    LocalizedText(
      en:
        "Settle the contradiction about “\(fact)”: correct the answer, or find out why the measurement differs.",
      zh: "澄清“\(fact)”上的矛盾：更正回答，或查明实测为何不同。")
  }

  static func contradiction(claim: String, measured: String) -> LocalizedText {
    LocalizedText(en: "claimed “\(claim)”, measured \(measured)", zh: "自述“\(claim)”，实测 \(measured)")
  }

  static let stop = LocalizedText(
    en:
      "Stop here, or collect more and better data and run the pilot again: the model did not beat the naive baseline.",
    zh: "就此停止，或者收集更多更好的数据后重新试点：模型没有胜过朴素基线。")

  static let withoutControl = LocalizedText(
    en: "Run the pilot without the control: leave out 'control:' in the answer sheet, or --control.",
    zh: "去掉对照再运行试点：删除答卷中的 control: 一行，或不加 --control。")
  static let distrust = LocalizedText(
    en:
      "Repeat the control with another seed. If it finds a signal again, look for rows that repeat and columns that"
      + " give the outcome away; until then no pilot on these data can be believed.",
    zh: "换一个随机种子重做对照。如果仍然找到信号，请检查重复的行和泄露结果的列；在此之前，这些数据上的任何试点结果都不可信。")

  static func measuredGain(_ gain: String) -> LocalizedText {
    LocalizedText(en: "gain over the baseline \(gain)", zh: "相对基线的提升为 \(gain)")
  }

  static let ownData = LocalizedText(
    en: "Run the pilot on your own data: surefoot assess ANSWERS.yaml --data DATA.csv --target COLUMN.",
    zh: "用自己的数据运行试点：surefoot assess 答卷.yaml --data 数据.csv --target 目标列。")

  static func ranOn(_ origin: LocalizedText) -> LocalizedText {
    LocalizedText(en: "the pilot ran on \(origin.en)", zh: "试点用的是\(origin.zh)")
  }

  static let noPilot = LocalizedText(en: "no pilot was run", zh: "没有运行试点")

  static let checkLeak = LocalizedText(
    en: "Check whether these columns are known at the time of a decision; leave them out if not: ",
    zh: "检查这些列在作决定时是否已知，若不是就去掉：")
  static let leak = LocalizedText(
    en: "each alone predicts the target nearly perfectly", zh: "其中任何一列单独就几乎能完全预测目标")

  static let startWithRules = LocalizedText(
    en:
      "Write down the rules people use today and put them to work first; they are also the baseline any later model must beat.",
    zh: "先把人们现在使用的规则写下来并付诸使用；它也是以后任何模型必须胜过的基线。")
  static let rulesFirst = LocalizedText(en: "rules and people rank first", zh: "规则和人工排在第一")

  static func build(_ name: String) -> LocalizedText {
    LocalizedText(
      en:
        "Build the target configuration “\(name)” and introduce it in stages, with the same test on the same held-out rows.",
      zh: "按目标配置“\(name)”实施，分阶段上线，并在同一批留出数据上做同样的测试。")
  }

  static func verdictIs(_ verdict: LocalizedText) -> LocalizedText {
    LocalizedText(en: "the verdict is “\(verdict.en)”", zh: "结论是“\(verdict.zh)”")
  }
}
