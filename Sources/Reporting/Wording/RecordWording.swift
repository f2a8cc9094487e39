import Knowledge

/// Words of the last section: what a recomputation needs.
enum RecordWording {
  static let title = LocalizedText(en: "Versions and sources", zh: "版本与来源")
  static let introduction = LocalizedText(
    en: "The same answers, data, versions and seed give the same result.",
    zh: "相同的回答、数据、版本和种子会得到相同的结果。")
  static let caption = LocalizedText(en: "What this report was computed from", zh: "本报告的计算依据")
  static let id = LocalizedText(en: "Assessment", zh: "评估编号")
  static let scenario = LocalizedText(en: "Scenario", zh: "场景")
  static let engine = LocalizedText(en: "Engine", zh: "引擎")
  static let catalog = LocalizedText(en: "Catalog", zh: "知识库")
  static let rubrics = LocalizedText(en: "Rubrics", zh: "评分标准")
  static let seed = LocalizedText(en: "Seed", zh: "种子")
  static let data = LocalizedText(en: "Data fingerprint", zh: "数据指纹")
  static let made = LocalizedText(en: "Made", zh: "生成时间")
  static let sources = LocalizedText(en: "Sources used", zh: "引用来源")
  static let judgement = LocalizedText(en: "our judgement", zh: "我们的判断")
  static let judged = LocalizedText(
    en: "Figures without a source are our judgement and marked so in the catalog.",
    zh: "没有来源的数值是我们的判断，在知识库中均有标明。")
  static let sourceTitle = LocalizedText(en: "Title", zh: "标题")
  static let author = LocalizedText(en: "Author", zh: "作者")
  static let date = LocalizedText(en: "Date", zh: "日期")
}
