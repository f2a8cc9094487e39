import Knowledge

/// The metrics' names for a reader.
public enum MetricName {
  /// The name of a metric id, or the id itself where there is none.
  public static func text(_ id: String) -> LocalizedText {
    names[id] ?? LocalizedText(en: id, zh: id)
  }

  private static let names: [String: LocalizedText] = [
    "area-under-roc": LocalizedText(en: "area under the ROC curve", zh: "ROC 曲线下面积"),
    "area-under-pr": LocalizedText(en: "area under the precision–recall curve", zh: "PR 曲线下面积"),
    "accuracy": LocalizedText(en: "accuracy", zh: "准确率"),
    "macro-f1": LocalizedText(en: "macro F1", zh: "宏平均 F1 值"),
    "f1": LocalizedText(en: "F1", zh: "F1 值"),
    "rmse": LocalizedText(en: "root mean squared error", zh: "均方根误差"),
    "mean-absolute-error": LocalizedText(en: "mean absolute error", zh: "平均绝对误差"),
    "r-squared": LocalizedText(en: "R²", zh: "R²"),
    "log-loss": LocalizedText(en: "log loss", zh: "对数损失"),
    "chr-f": LocalizedText(en: "character F score (chrF)", zh: "字符级 F 值（chrF）"),
    "recall-at-5": LocalizedText(en: "recall among the first five", zh: "前五条召回率"),
    "bits-per-character": LocalizedText(en: "bits per character", zh: "每字符比特数"),
    "mean-average-precision": LocalizedText(
      en: "mean average precision at an overlap of one half", zh: "平均精度均值（重叠率 0.5）"),
    "frechet-distance": LocalizedText(en: "Fréchet distance", zh: "弗雷歇距离"),
    "word-error-rate": LocalizedText(en: "word error rate", zh: "词错误率"),
    "log-spectral-distance": LocalizedText(en: "log-spectral distance in decibels", zh: "对数谱距离（分贝）"),
    "mean-squared-error": LocalizedText(en: "mean squared error", zh: "均方误差"),
    "sharpe-ratio": LocalizedText(en: "Sharpe ratio a year", zh: "年化夏普比率"),
    "optimal-move-share": LocalizedText(en: "share of moves that keep the best result", zh: "保持最优结果的着法占比"),
    "mean-return": LocalizedText(en: "mean return of an episode", zh: "每局平均回报"),
    "bits-per-note": LocalizedText(en: "bits per note", zh: "每音符比特数"),
  ]
}
