import Knowledge

/// Names of the pilot's typed remarks; an unknown kind keeps its id.
enum RemarkWording {
  static func kind(_ id: String) -> LocalizedText {
    names[id] ?? LocalizedText(en: id, zh: id)
  }

  private static let names: [String: LocalizedText] = [
    "inferred-types": LocalizedText(en: "Column types inferred", zh: "推断的列类型"),
    "inferred-target": LocalizedText(en: "Target column inferred", zh: "推断的目标列"),
    "dropped-columns": LocalizedText(en: "Columns left out", zh: "未使用的列"),
    "dropped-rows": LocalizedText(en: "Rows left out", zh: "未使用的行"),
    "skipped-files": LocalizedText(en: "Files skipped", zh: "跳过的文件"),
    "suspect-leak": LocalizedText(en: "Column that may give the answer away", zh: "可能泄露答案的列"),
    "budget-exhausted": LocalizedText(en: "Budget used up", zh: "预算用尽"),
    "fewer-folds": LocalizedText(en: "Fewer folds than planned", zh: "折数少于计划"),
    "subsampled": LocalizedText(en: "Only part of the rows used", zh: "只使用部分行"),
  ]
}
