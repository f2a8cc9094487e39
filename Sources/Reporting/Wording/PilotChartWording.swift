import Charts
import Knowledge

/// Words on and under the pilot's charts.
enum PilotChartWording {
  static let candidates = LocalizedText(en: "Validation scores of the candidates", zh: "候选模型的验证得分")
  static let losses = LocalizedText(en: "Loss while the small network trained", zh: "小型网络训练过程中的损失")
  static let roc = LocalizedText(en: "ROC curve", zh: "ROC 曲线")
  static let calibration = LocalizedText(en: "Calibration", zh: "校准曲线")
  static let confusion = LocalizedText(en: "Confusion matrix", zh: "混淆矩阵")
  static let predictions = LocalizedText(en: "Predicted and actual", zh: "预测值与实际值")

  static let training = LocalizedText(en: "Training", zh: "训练")
  static let validation = LocalizedText(en: "Validation (dashed)", zh: "验证（虚线）")
  static let epoch = LocalizedText(en: "Epoch", zh: "轮次")
  static let loss = LocalizedText(en: "Loss", zh: "损失")
  static let falseAlarms = LocalizedText(en: "False alarms among the negatives", zh: "负例中的误报率")
  static let hits = LocalizedText(en: "Hits among the positives", zh: "正例中的命中率")
  static let model = LocalizedText(en: "Model", zh: "模型")
  static let chance = LocalizedText(en: "Pure chance", zh: "随机猜测")
  static let predictedShare = LocalizedText(en: "Predicted probability", zh: "预测概率")
  static let observedShare = LocalizedText(en: "Share that came true", zh: "实际发生比例")
  static let perfect = LocalizedText(en: "Perfect calibration", zh: "完全校准")
  static let actual = LocalizedText(en: "Actual", zh: "实际")
  static let predicted = LocalizedText(en: "Predicted", zh: "预测")

  static func lossDescription(epochs: String, training: String, validation: String?) -> LocalizedText {
    LocalizedText(
      en: "Over \(epochs) epochs the training loss ends at \(training)"
        + (validation.map { " and the validation loss at \($0)." } ?? "."),
      zh: "经过 \(epochs) 轮，训练损失降到 \(training)" + (validation.map { "，验证损失为 \($0)。" } ?? "。"))
  }

  static func rocDescription(_ score: String) -> LocalizedText {
    LocalizedText(
      en: "On held-out rows; the further the line is above the diagonal, the better. Score: \(score).",
      zh: "在留出数据上；曲线越高于对角线越好。得分：\(score)。")
  }

  static func calibrationDescription(_ points: [(predicted: String, observed: String)]) -> LocalizedText {
    LocalizedText(
      en: "Predicted probability and share that came true, by bin: "
        + points.map { "\($0.predicted) → \($0.observed)" }.joined(separator: "; ") + ".",
      zh: "各区间的预测概率与实际发生比例：" + points.map { "\($0.predicted) → \($0.observed)" }.joined(separator: "；") + "。")
  }

  static func confusionDescription(right: String, all: String, share: String) -> LocalizedText {
    LocalizedText(
      en:
        "Rows are actual, columns predicted classes; \(right) of \(all) held-out rows (\(share)) lie on the diagonal.",
      zh: "行为实际类别，列为预测类别；留出的 \(all) 行中有 \(right) 行（\(share)）落在对角线上。")
  }

  static func predictionsDescription(_ count: String) -> LocalizedText {
    LocalizedText(
      en: "\(count) held-out rows; on the dashed line prediction and fact are equal.",
      zh: "留出的 \(count) 行；虚线上预测与实际相等。")
  }

  static func candidatesDescription(_ rows: [(name: String, score: String)], folds: Int) -> LocalizedText {
    let key =
      folds > 1
      ? LocalizedText(en: "Rings are folds, dots their mean with its interval. ", zh: "圆环为各折，圆点为均值及其区间。")
      : LocalizedText(en: "Dots are scores with their intervals. ", zh: "圆点为得分及其区间。")
    return LocalizedText(
      en: key.en + rows.map { "\($0.name): \($0.score)" }.joined(separator: "; ") + ".",
      zh: key.zh + rows.map { "\($0.name)：\($0.score)" }.joined(separator: "；") + "。")
  }
}
