import Knowledge
import Questionnaires
import Scoring

extension ReportContext {
  /// How many points another answer could bring at most: fit regained and residual risk removed.
  ///
  /// Counts what the judged approach loses where the answer is not already the best one. For a mitigation
  /// it is the share of the residual risk that its best level removes beyond the present one; for a driver
  /// of a risk, all of that risk's points.
  func stakes(of id: QuestionID) -> (fit: Double, risk: Double) {
    guard let judged else { return (0, 0) }
    var fit = 0.0
    for item in judged.contributions where item.points < 0 && item.questions.contains(id) {
      switch item.origin {
      case .criterion:
        if let supply = criteria[item.id]?.supply, isBest(id, in: supply, wanted: .high) { continue }
        fit -= item.points
      case .veto: fit -= item.points
      case .risk: continue
      }
    }
    var risk = 0.0
    for item in judged.riskContributions where item.points > 0 && item.questions.contains(id) {
      risk += item.points * removable(id, from: item.id)
    }
    return (fit, risk)
  }

  private enum Wanted { case low, high }

  /// The share of a risk's points that another answer to the question could remove, 0–1.
  private func removable(_ id: QuestionID, from risk: String) -> Double {
    guard let risk = risks[risk] else { return 0 }
    let drives = risk.drivers.contains { $0.questions.contains(id) && !isBest(id, in: $0, wanted: .low) }
    if drives { return 1 }
    var kept = 1.0
    for mitigation in risk.mitigations where mitigation.removed.questions.contains(id) {
      guard case .levels(_, let levels) = mitigation.removed, let best = levels.values.max() else { continue }
      let present = option(id).flatMap { levels[$0] } ?? 0
      if present < 1 { kept *= (1 - best) / (1 - present) }
    }
    return 1 - kept
  }

  /// Whether the present answer already is the best the supply knows; unsure counts as no.
  private func isBest(_ id: QuestionID, in supply: Supply, wanted: Wanted) -> Bool {
    switch supply {
    case .levels(id, let levels), .numbers(id, let levels):
      guard let option = option(id), let level = levels[option] else { return false }
      return wanted == .high ? level == levels.values.max() : level == levels.values.min()
    case .combined(_, let parts):
      return parts.filter { $0.questions.contains(id) }.allSatisfy { isBest(id, in: $0, wanted: wanted) }
    default: return false
    }
  }

  /// The option chosen, by the person or else by the scenario's preset.
  private func option(_ id: QuestionID) -> OptionID? {
    if let answer = assessment.sheet.answers[id] {
      guard case .option(let option) = answer.value else { return nil }
      return option
    }
    return scenario?.presets.first { $0.question == id }.map { OptionID($0.value) }
  }
}
