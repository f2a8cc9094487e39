import Knowledge
import Recommendations

extension PilotCandidate {
  /// What a person reads for the candidate.
  public var title: LocalizedText { PilotWording.candidate(self) }
}

/// What a person reads for a metric's id; an unknown id stays as it is.
public func metricTitle(_ id: String) -> LocalizedText {
  Wording.metric(id)
}
