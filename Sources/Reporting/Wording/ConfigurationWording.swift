import Knowledge
import Recommendations

/// Words of the recommended configuration.
enum ConfigurationWording {
  static let title = LocalizedText(en: "Recommended configuration", zh: "推荐配置")

  static func target(_ name: String, _ approach: String) -> LocalizedText {
    LocalizedText(en: "Target: \(name) (\(approach))", zh: "目标配置：\(name)（\(approach)）")
  }

  static let otherWinnerTitle = LocalizedText(
    en: "The pilot's best is not what is recommended", zh: "试点的最优模型与推荐不同")

  static func otherWinner(
    _ candidate: LocalizedText, approach: LocalizedText?, recommended: LocalizedText?
  ) -> LocalizedText {
    let (way, first) = (approach ?? candidate, recommended ?? candidate)
    return LocalizedText(
      en:
        "In the pilot “\(candidate.en)” scored best. It stands for “\(way.en)”, which fits the rest of the scenario"
        + " less well than “\(first.en)”, or at more risk. Weigh the two on your own data.",
      zh: "试点中“\(candidate.zh)”得分最高，它代表“\(way.zh)”。综合场景的其他方面，后者不如“\(first.zh)”合适，或风险更高。请在自己的数据上权衡两者。")
  }

  static let settings = LocalizedText(en: "Settings of the target", zh: "目标配置的各项设置")
  static let setting = LocalizedText(en: "Setting", zh: "设置")
  static let value = LocalizedText(en: "Value", zh: "取值")
  static let causedBy = LocalizedText(en: "Because of", zh: "起因")
  static let scenarioEntry = LocalizedText(en: "the scenario's entry in the catalog", zh: "知识库中的场景条目")
  static let estimates = LocalizedText(en: "What the target takes", zh: "目标配置所需资源")
  static let resource = LocalizedText(en: "Resource", zh: "资源")
  static let low = LocalizedText(en: "Low", zh: "低")
  static let likely = LocalizedText(en: "Likely", zh: "最可能")
  static let high = LocalizedText(en: "High", zh: "高")
  static let how = LocalizedText(en: "How it was computed", zh: "计算方式")
  static let noEstimates = LocalizedText(
    en: "Resource estimates: not provided for this configuration.", zh: "资源估计：该配置未提供。")
  static let pilot = LocalizedText(en: "The pilot that stands for it", zh: "代表它的试点配置")
  static let pilotSettings = LocalizedText(en: "Settings of the pilot", zh: "试点的各项设置")
  static let carriesOver = LocalizedText(en: "What carries over", zh: "可以推及目标的结论")
  static let doesNotCarryOver = LocalizedText(en: "What does not", zh: "不能推及目标的结论")
  static let carryOverMissing = LocalizedText(
    en: "The catalog does not say what a pilot shows for this scenario.", zh: "知识库没有说明本场景的试点能说明什么。")
  static let standsForCaption = LocalizedText(
    en: "Which approach each candidate of the pilot stands for", zh: "试点中的各候选模型代表哪种做法")
  static let candidate = LocalizedText(en: "Candidate", zh: "候选模型")

  static func estimate(_ kind: ResourceEstimate.Kind) -> LocalizedText {
    switch kind {
    case .parameters: LocalizedText(en: "Parameters", zh: "参数量")
    case .trainingFLOPs: LocalizedText(en: "Work to train", zh: "训练计算量")
    case .trainingMemory: LocalizedText(en: "Memory to train", zh: "训练内存")
    case .inferenceMemory: LocalizedText(en: "Memory to use", zh: "使用内存")
    case .trainingSeconds: LocalizedText(en: "Time to train on the hardware answered", zh: "在所答硬件上的训练时间")
    case .trainingSecondsHere: LocalizedText(en: "Time to train here", zh: "本机训练时间")
    }
  }
}
