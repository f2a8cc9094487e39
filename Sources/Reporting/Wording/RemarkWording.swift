import Knowledge
import Pilots
import Recommendations

/// The pilot's typed remarks as sentences; an unknown kind keeps its id and detail.
enum RemarkWording {
  static func sentence(_ remark: PilotRemark) -> LocalizedText {
    let detail = remark.detail
    switch remark.kind {
    case PilotRemark.metricChanged:
      let metric = Wording.metric(detail)
      return LocalizedText(
        en: "“\(metric.en)” does not suit these data; the metric above stands in its place.",
        zh: "“\(metric.zh)”不适合这些数据，已改用上面的指标。")
    case PilotRemark.foldsChanged:
      return LocalizedText(
        en: "\(detail) folds were used instead of the number planned.", zh: "实际使用 \(detail) 折，与计划不同。")
    case PilotRemark.rareClasses:
      return LocalizedText(
        en: "Some folds cannot show these rare classes: \(detail).", zh: "以下稀有类别在部分折中不会出现：\(detail)。")
    case PilotRemark.filesSkipped:
      return LocalizedText(
        en: "Left out because they could not be read: \(detail).", zh: "因无法读取而未使用：\(detail)。")
    case PilotRemark.encodingNotTimed:
      return LocalizedText(
        en: "The prediction time is that of the model alone, without reading and encoding the row.",
        zh: "预测耗时只计模型本身，不含读取和编码数据的时间。")
    case PilotRemark.simplerChosen:
      let other = candidate(detail)
      return LocalizedText(
        en: "“\(other.en)” was within one standard error, so the simpler model was chosen.",
        zh: "“\(other.zh)”与之相差不到一个标准误，因此选择了更简单的模型。")
    case PilotRemark.groupsNotCompared:
      return LocalizedText(
        en: "Results are compared by the groups of '\(detail)' only where there are two classes.",
        zh: "只有二分类结果才会按“\(detail)”分组比较。")
    default: return cut(remark)
    }
  }

  /// What the time budget or the training itself cut short.
  private static func cut(_ remark: PilotRemark) -> LocalizedText {
    let detail = remark.detail
    switch remark.kind {
    case PilotRemark.candidateSkipped:
      let name = candidate(detail)
      return LocalizedText(
        en: "The time budget left no room for “\(name.en)”.", zh: "时间预算不足，没有训练“\(name.zh)”。")
    case PilotRemark.foldsCut:
      let parts = detail.split(separator: ":")
      let name = candidate(String(parts.first ?? ""))
      let folds = (parts.last ?? "").drop { $0 == " " }
      return LocalizedText(
        en: "The time budget allowed only \(folds) folds for “\(name.en)”.",
        zh: "时间预算只够“\(name.zh)”做 \(folds) 折。")
    case PilotRemark.penaltiesCut:
      return LocalizedText(
        en: "The time budget allowed only \(detail) strengths of the linear model's penalty to be tried.",
        zh: "时间预算只够为线性模型尝试 \(detail) 种惩罚强度。")
    case PilotRemark.epochsCut:
      return LocalizedText(
        en: "The time budget allowed the network at most \(detail) epochs.", zh: "时间预算最多允许网络训练 \(detail) 轮。")
    case PilotRemark.roundsCut:
      return LocalizedText(
        en: "The time budget ended the boosting of trees at \(detail) rounds.",
        zh: "时间预算最多允许提升树训练 \(detail) 轮。")
    case PilotRemark.fitCut:
      let name = candidate(detail)
      return LocalizedText(
        en: "The time budget ended the fit of “\(name.en)” before it had settled.",
        zh: "时间预算用尽时，“\(name.zh)”尚未收敛。")
    case PilotRemark.diverged:
      return LocalizedText(
        en: "The network's loss stopped being a number at learning rate \(detail); it was left out.",
        zh: "学习率为 \(detail) 时，网络的损失不再是有效数字，已排除该网络。")
    default: return LocalizedText(en: "\(remark.kind): \(detail)", zh: "\(remark.kind)：\(detail)")
    }
  }

  private static func candidate(_ id: String) -> LocalizedText {
    PilotCandidate(rawValue: id).map(PilotWording.candidate) ?? LocalizedText(en: id, zh: id)
  }
}
