import Knowledge

/// The metrics' names for a reader.
public enum MetricName {
  /// The name of a metric id, or the id itself where there is none.
  public static func text(_ id: String) -> LocalizedText {
    names[id] ?? LocalizedText(en: id, zh: id)
  }

  private static let names: [String: LocalizedText] = [
    "area-under-roc": LocalizedText(en: "area under the ROC curve", zh: "ROC 曲线下面积"),
    "area-under-pr": LocalizedText(
      en: "area under the precision-recall curve", zh: "精确率-召回率曲线下面积"),
    "accuracy": LocalizedText(en: "accuracy", zh: "准确率"),
    "macro-f1": LocalizedText(en: "macro F1", zh: "宏平均 F1"),
    "f1": LocalizedText(en: "F1", zh: "F1"),
    "rmse": LocalizedText(en: "root mean squared error", zh: "均方根误差"),
    "mean-absolute-error": LocalizedText(en: "mean absolute error", zh: "平均绝对误差"),
    "r-squared": LocalizedText(en: "share of variance explained (R²)", zh: "决定系数 R²"),
    "log-loss": LocalizedText(en: "log loss", zh: "对数损失"),
  ]
}
