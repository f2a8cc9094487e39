import Knowledge
import Recommendations

/// Words of the section that compares claims with measurements.
enum EvidenceWording {
  static let title = LocalizedText(en: "Claimed and measured", zh: "自述与实测")
  static let introduction = LocalizedText(
    en:
      "What the pilot measured takes the place of the claim it tests, and the score is computed again. Facts measured on sample data are shown but say nothing about your own data, so they do not count unless the rubric says that any data will do.",
    zh: "试点实测的结果会取代它所检验的自述，然后重新计算分数。在样例数据上测得的事实照样列出，但不能说明你自己的数据，因此除非评分标准允许，否则不计入。")
  static let absent = LocalizedText(
    en: "Nothing was measured: no pilot was run. All scores rest on the answers alone.",
    zh: "没有实测：没有运行试点，所有分数只依据回答。")
  static let caption = LocalizedText(en: "Claims beside measurements", zh: "自述与实测对照")
  static let fact = LocalizedText(en: "Fact", zh: "事实")
  static let claim = LocalizedText(en: "Claimed", zh: "自述")
  static let measured = LocalizedText(en: "Measured", zh: "实测")
  static let result = LocalizedText(en: "Result", zh: "结果")
  static let agrees = LocalizedText(en: "agrees", zh: "一致")
  static let differs = LocalizedText(en: "differs", zh: "不一致")
  static let doesNotCount = LocalizedText(
    en: "does not count: sample data", zh: "不计入：样例数据")
  static let noClaim = LocalizedText(en: "nothing was claimed", zh: "没有自述可比")
  static let answerStays = LocalizedText(en: "measured fact", zh: "实测事实")

  static func replaces(_ value: String) -> LocalizedText {
    LocalizedText(en: "counts as “\(value)”", zh: "按“\(value)”计")
  }

  static func tests(_ title: String) -> LocalizedText {
    LocalizedText(en: "tests “\(title)”", zh: "检验“\(title)”")
  }

  static let beforeAfterCaption = LocalizedText(
    en: "Scores from the answers alone and with measured evidence", zh: "仅凭回答的分数与加入实测后的分数")
  static let before = LocalizedText(en: "Answers alone", zh: "仅凭回答")
  static let after = LocalizedText(en: "With measurements", zh: "加入实测")
  static let score = LocalizedText(en: "Score", zh: "分数")
  static let rubricChart = LocalizedText(en: "Fit by rubric", zh: "各维度适合度")

  static func rubricLine(_ name: String, before: String, after: String?) -> LocalizedText {
    LocalizedText(
      en: after.map { "\(name): \(before), then \($0)" } ?? "\(name): \(before)",
      zh: after.map { "\(name)：先 \(before)，后 \($0)" } ?? "\(name)：\(before)")
  }

  static func rubricFit(_ name: String) -> LocalizedText {
    LocalizedText(en: "Fit: \(name)", zh: "适合度：\(name)")
  }

  /// What a measured fact is called.
  static func observation(_ id: String) -> LocalizedText {
    switch id {
    case "rows": LocalizedText(en: "Labelled rows", zh: "带标签的数据行数")
    case "rarest-class-share", "class-balance":
      LocalizedText(en: "Share of the rarest class", zh: "最少类别所占比例")
    case "missing-share": LocalizedText(en: "Share of missing values", zh: "缺失值比例")
    case "duplicate-share": LocalizedText(en: "Share of repeated rows", zh: "重复行比例")
    case "suspect-leaks", "suspect-leak":
      LocalizedText(en: "Columns that give the answer away", zh: "可能泄露答案的列")
    case "train-validation-gap", "generalisation-gap":
      LocalizedText(en: "Loss from training to validation", zh: "从训练到验证的损失幅度")
    case "gain-over-baseline":
      LocalizedText(en: "Share of the possible gain reached over the naive baseline", zh: "相对朴素基线实现的可得提升比例")
    case "pilot-score": LocalizedText(en: "Score of the pilot's winner", zh: "试点优胜模型的得分")
    case "baseline-score": LocalizedText(en: "Score of the naive baseline", zh: "朴素基线的得分")
    case "training-seconds": LocalizedText(en: "Time to train once", zh: "训练一次的时间")
    case "prediction-seconds": LocalizedText(en: "Time for one prediction", zh: "单次预测时间")
    case "peak-memory", "peak-memory-bytes":
      LocalizedText(en: "Peak memory of the pilot", zh: "试点的内存峰值")
    default: LocalizedText(en: id, zh: id)
    }
  }
}
