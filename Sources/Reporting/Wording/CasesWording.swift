import Knowledge

/// Words of the section on documented deployments.
enum CasesWording {
  static let title = LocalizedText(en: "Documented cases most like this one", zh: "最相似的公开案例")
  static let introduction = LocalizedText(
    en:
      "Found by comparing what was known before launch there with the answers here: 0 means the same in every compared answer, 1 different in all. This is for reading only and never enters a score.",
    zh: "依据各案例上线前已知的情况与本次回答逐项比较得出：0 表示比较的各项完全相同，1 表示全部不同。仅供参阅，不计入任何评分。")
  static let none = LocalizedText(
    en: "Too few answers are in common with any documented case for a comparison.",
    zh: "与公开案例共有的回答太少，无法比较。")
  static let caption = LocalizedText(en: "Nearest documented cases", zh: "距离最近的公开案例")
  static let deployment = LocalizedText(en: "Deployment", zh: "案例")
  static let outcome = LocalizedText(en: "How it ended, and why", zh: "结果及原因")
  static let distance = LocalizedText(en: "Distance", zh: "距离")

  static func launched(_ year: Int) -> LocalizedText {
    LocalizedText(en: " (\(year))", zh: "（\(year) 年）")
  }

  static func distance(_ value: String, _ compared: String) -> LocalizedText {
    LocalizedText(en: "\(value) over \(compared) answers", zh: "\(value)（比较 \(compared) 项）")
  }

  static func outcome(_ outcome: DocumentedCase.Outcome) -> LocalizedText {
    switch outcome {
    case .success: LocalizedText(en: "Success", zh: "成功")
    case .mixed: LocalizedText(en: "Mixed", zh: "好坏参半")
    case .failure: LocalizedText(en: "Failure", zh: "失败")
    }
  }
}
