import Knowledge
import Recommendations

/// Words that samples with pictures share.
enum PictureWords {
  /// What a candidate is called above a column or a picture.
  static func name(_ candidate: PilotCandidate) -> LocalizedText {
    switch candidate {
    case .baseline: LocalizedText(en: "Naive baseline", zh: "朴素基线")
    case .linear, .classical, .trees: LocalizedText(en: "Classical method", zh: "经典方法")
    case .smallNetwork: LocalizedText(en: "Small network", zh: "小型网络")
    }
  }
}
