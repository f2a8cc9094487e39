import Knowledge
import Recommendations

/// Words of what it is worth and costs; amounts come in worded.
enum ValueWording {
  static let title = LocalizedText(en: "What it is worth and what it costs", zh: "价值与成本")
  static let notProvided = LocalizedText(
    en: "Value and cost: not provided, because the record was made without prices.",
    zh: "价值与成本：未提供，因为生成这份记录时没有价格数据。")

  static func introduction(_ currency: String, _ date: String) -> LocalizedText {
    LocalizedText(
      en:
        "Amounts are in \(currency), at the catalog's prices of \(date). The first figure takes every price at its likely value; brackets hold nine of ten draws over low, likely and high prices. Value counts only what is better than today's way; what today's way costs is not asked and not taken off.",
      zh:
        "金额单位为 \(currency)，按知识库 \(date) 的价格计算。第一个数按各项价格的最可能值得出，括号内是在低、中、高价格之间均匀抽取时十之有九所在的范围。价值只计比现有做法好的部分；现有做法的成本没有询问，也没有扣除。"
    )
  }

  static func exchange(_ code: String, _ rate: String, _ base: String) -> LocalizedText {
    LocalizedText(
      en: "You answered in \(code); 1 \(code) counts as \(rate) \(base).",
      zh: "你以 \(code) 作答；1 \(code) 按 \(rate) \(base) 折算。")
  }

  static let monthlyValue = LocalizedText(en: "Value a month", zh: "每月价值")
  static let valueMeaning = LocalizedText(
    en: "if the score wanted is reached, before any cost", zh: "达到目标得分时，未扣成本")
  static let partOfValue = LocalizedText(
    en: "only in part: an answer is missing", zh: "仅为一部分：缺少回答")
  static let firstYear = LocalizedText(en: "Cost in the first year", zh: "第一年总成本")
  static let breakEven = LocalizedText(en: "Pays from", zh: "回本业务量")
  static let unknown = LocalizedText(en: "not known", zh: "未知")
  static let never = LocalizedText(en: "never", zh: "永不")

  static func casesAMonth(_ count: String) -> LocalizedText {
    LocalizedText(en: "\(count) cases a month", zh: "每月 \(count) 个案例")
  }

  /// - Parameter months: after which it has paid for itself at the volume answered; nil when not known.
  static func breakEvenMeaning(_ approach: String, months: String?) -> LocalizedText {
    LocalizedText(
      en: "within a year, with “\(approach)”"
        + (months.map { "; at the volume answered, months until it is paid back: \($0)" } ?? ""),
      zh: "采用“\(approach)”，一年内回本" + (months.map { "；按所答业务量，回本月数：\($0)" } ?? ""))
  }

  static func costMeaning(_ approach: String) -> LocalizedText {
    LocalizedText(
      en: "to build and run “\(approach)”, people included", zh: "“\(approach)”的建设与运行，含人工")
  }

  static let missingTitle = LocalizedText(en: "Some answers are missing", zh: "缺少部分回答")
  static let missing = LocalizedText(
    en: "What depends on them is left out, not counted as nothing: ", zh: "取决于它们的部分没有计入，并不等于零：")
  static let noShareTitle = LocalizedText(en: "The score is not a share of right results", zh: "得分并非正确比例")

  static func noShare(_ metric: LocalizedText) -> LocalizedText {
    LocalizedText(
      en:
        "The measure here is \(metric.en), yet the value reads your scores as shares of right results. Trust the order of size, not the digits, until errors are counted one by one.",
      zh: "这里的指标是\(metric.zh)，而价值计算把得分当作正确比例。在逐个统计错误之前，只能相信数量级，不要相信具体数字。")
  }

  static let partsCaption = LocalizedText(en: "What a month brings", zh: "每月带来的价值")
  static let part = LocalizedText(en: "Part", zh: "组成")
  static let amount = LocalizedText(en: "Amount", zh: "金额")
  static let perMonth = LocalizedText(en: "A month", zh: "每月")
  static let once = LocalizedText(en: "Once", zh: "一次性")
  static let rests = LocalizedText(en: "Rests on", zh: "依据")

  static func part(_ kind: ValuePart.Kind) -> LocalizedText {
    switch kind {
    case .time: LocalizedText(en: "Work saved", zh: "节省的人工")
    case .right: LocalizedText(en: "More right results", zh: "更多正确结果")
    case .wrong: LocalizedText(en: "Fewer errors", zh: "更少错误")
    }
  }

  static func item(_ kind: CostItem.Kind) -> LocalizedText {
    switch kind {
    case .labelling: LocalizedText(en: "Labelling", zh: "标注")
    case .training: LocalizedText(en: "Training", zh: "训练")
    case .integration: LocalizedText(en: "Building it in", zh: "开发与接入")
    case .serving: LocalizedText(en: "Answering cases", zh: "运行推理")
    case .review: LocalizedText(en: "Checks by people", zh: "人工核对")
    case .upkeep: LocalizedText(en: "Monitoring and upkeep", zh: "监测与维护")
    case .retraining: LocalizedText(en: "Training again", zh: "再训练")
    }
  }

  static func approachesCaption(_ currency: String) -> LocalizedText {
    LocalizedText(
      en: "Value and whole cost of each approach, in \(currency)", zh: "各做法的价值与全部成本（\(currency)）")
  }

  static func paid(_ amount: String, once: Bool) -> LocalizedText {
    once
      ? LocalizedText(en: "\(amount) once", zh: "一次性 \(amount)")
      : LocalizedText(en: "\(amount) a month", zh: "每月 \(amount)")
  }

  static func insufficient(_ shortfalls: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      en: "no: " + shortfalls.map(\.en).joined(separator: ", "),
      zh: "不够：" + shortfalls.map(\.zh).joined(separator: "、"))
  }

  static let suffices = LocalizedText(en: "Suffices", zh: "是否够用")
  static let yes = LocalizedText(en: "yes", zh: "够用")
  static let valueColumn = LocalizedText(
    en: "Value a month, if it scores as wanted", zh: "每月价值（达到目标得分时）")
  static let breakEvenColumn = LocalizedText(en: "Pays from (cases a month)", zh: "回本业务量（案例/月）")
  static let gainColumn = LocalizedText(en: "Must score higher by (points)", zh: "须高出的得分（百分点）")

  static func shortfall(_ shortfall: ApproachWorth.Shortfall) -> LocalizedText {
    switch shortfall {
    case .fit: LocalizedText(en: "fit", zh: "适合度")
    case .risk: LocalizedText(en: "risk", zh: "风险")
    case .veto: LocalizedText(en: "veto", zh: "否决项")
    case .score: LocalizedText(en: "score", zh: "得分")
    }
  }

  static func itemsCaption(_ approach: String) -> LocalizedText {
    LocalizedText(en: "How the cost of “\(approach)” is made up", zh: "“\(approach)”的成本构成")
  }
}
