import Knowledge

/// What a reader is told of a comparison by group.
enum GroupWording {
  static func title(_ column: String) -> LocalizedText {
    LocalizedText(en: "Results by '\(column)' on the test rows", zh: "测试数据上按“\(column)”分组的结果")
  }

  static func columns(positive: String) -> [LocalizedText] {
    [
      LocalizedText(en: "Rows", zh: "行数"),
      LocalizedText(en: "Predicted '\(positive)'", zh: "被判为“\(positive)”的比例"),
      LocalizedText(en: "True-positive rate", zh: "真阳性率"),
      LocalizedText(en: "False-positive rate", zh: "假阳性率"),
      LocalizedText(en: "Area under ROC", zh: "ROC 曲线下面积"),
    ]
  }

  /// - Parameters:
  ///   - ratio: of the lowest to the highest share predicted positive; nil where it is not defined.
  ///   - otherRatio: the same for the shares not predicted positive.
  static func note(positive: String, ratio: Double?, otherRatio: Double?) -> LocalizedText {
    let (first, second) = (number(ratio), number(otherRatio))
    return LocalizedText(
      en: "The threshold is the one at which as many test rows are predicted '\(positive)' as truly are. "
        + "Lowest share divided by highest: \(first ?? "not defined") for '\(positive)', "
        + "\(second ?? "not defined") for the other class. Read the one of the two that is the favourable "
        + "outcome: below 0.8 it fails the four-fifths rule of American employment law (29 CFR 1607.4(D)), "
        + "which is a rule of thumb and no proof; the column was no feature, but others may stand in for "
        + "it.",
      zh: "阈值取使被判为“\(positive)”的测试行数与实际行数相同之处。最低比例除以最高比例：判为“\(positive)”者 \(first ?? "无定义")，"
        + "判为另一类者 \(second ?? "无定义")。请看其中对当事人有利的那一个：低于 0.8 即不符合美国雇佣法的五分之四规则"
        + "（29 CFR 1607.4(D)）。该规则只是经验法则，并非证明；该列没有作为特征，但其他列可能间接代表它。")
  }

  private static func number(_ ratio: Double?) -> String? {
    ratio.map { value in
      let hundredths = Int((value * 100).rounded())
      return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }
  }
}
