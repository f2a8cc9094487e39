import Knowledge

extension PilotError {
  /// One sentence for the person, with what was expected.
  public var text: LocalizedText {
    switch self {
    case .noFeatures:
      LocalizedText(
        en: "No column besides the target varies in the training rows; at least one must.",
        zh: "除目标列外，训练数据中没有任何取值有变化的列；至少需要一列。")
    case .tooFewRows(let training, let needed):
      LocalizedText(
        en: "\(training) training rows are too few; at least \(needed) are needed to compare models.",
        zh: "训练样本只有 \(training) 行，至少需要 \(needed) 行才能比较模型。")
    case .metricUndefined(let metric, .test):
      LocalizedText(
        en:
          "The metric '\(metric.id)' has no value on the test rows, for example because a class is missing there.",
        zh: "指标“\(metric.id)”在测试数据上没有值，例如其中缺少某个类别。")
    case .metricUndefined(let metric, .fold(let fold)):
      LocalizedText(
        en:
          "The metric '\(metric.id)' has no value in fold \(fold), for example because a class is missing there.",
        zh: "指标“\(metric.id)”在第 \(fold) 折上没有值，例如其中缺少某个类别。")
    case .otherTask(let expected, let found):
      LocalizedText(
        en: "The test data have another task than the training data: expected \(expected), found \(found).",
        zh: "测试数据与训练数据的任务不同：应为 \(expected)，实为 \(found)。")
    case .cancelled:
      LocalizedText(
        en: "The pilot was stopped; finished parts are kept, and the same command goes on from there.",
        zh: "试点已停止；已完成的部分已保存，再次运行相同命令会从中断处继续。")
    }
  }
}
