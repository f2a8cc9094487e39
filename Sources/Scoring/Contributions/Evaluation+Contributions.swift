import Knowledge
import Questionnaires

extension Evaluation {
  /// Points each criterion and veto takes from 100; with 100 they add up to the fit exactly.
  ///
  /// The mean over rubrics is not a sum, so each rubric's share is its Shapley value (Shapley, 1953):
  /// its effect averaged over every order in which the rubrics go from perfect to actual. Within a
  /// rubric, which is a weighted sum, the share is split by each criterion's own shortfall.
  func contributions(_ fit: Fit, hits: [VetoHit], total: Double) -> [Contribution] {
    let shares = rubricShares(fit)
    var contributions: [Contribution] = []
    for rubric in compiled.rubrics.indices {
      let members = compiled.criteria.indices.filter {
        compiled.criteria[$0].rubric == rubric && fit.criteria[$0] != nil
      }
      let shortfalls = members.map { index in
        compiled.criteria[index].criterion.weight * (1 - (fit.criteria[index]?.value ?? 1))
      }
      let sum = shortfalls.reduce(0, +)
      for (index, shortfall) in zip(members, shortfalls) {
        let entry = compiled.criteria[index]
        contributions.append(
          Contribution(
            origin: .criterion, id: entry.criterion.id.name, rubric: compiled.rubrics[rubric].id,
            points: sum > 0 ? shares[rubric] * shortfall / sum : 0, questions: entry.questions))
      }
    }
    if let cap = hits.filter(\.certain).min(by: { $0.capFit < $1.capFit }), fit.mean.value > cap.capFit {
      contributions.append(
        Contribution(
          origin: .veto, id: cap.id.name, rubric: cap.rubric, points: cap.capFit - fit.mean.value,
          questions: cap.questions))
    }
    return balanced(contributions, start: 100, total: total)
  }

  /// Points each risk brings to the total; they add up to it exactly.
  ///
  /// The p-norm is homogeneous of degree one, so by Euler's theorem r^p ÷ Σ r^p of it belongs to each risk.
  func riskContributions(_ risks: [Tally.RiskSpan], total: Double) -> [Contribution] {
    let powers = risks.map { weighing.power($0.residual.value) }
    let sum = powers.reduce(0, +)
    guard sum > 0 else { return [] }
    let contributions = zip(compiled.risks, powers).map { entry, power in
      Contribution(
        origin: .risk, id: entry.risk.id.name, rubric: compiled.rubrics[entry.rubric].id,
        points: total * power / sum, questions: entry.questions)
    }
    return balanced(contributions, start: 0, total: total)
  }

  /// Each rubric's Shapley share of (mean − 100).
  private func rubricShares(_ fit: Fit) -> [Double] {
    let players = fit.rubrics.indices.filter { fit.rubrics[$0] != nil }
    let values = shapleyValues(players: players.count) { set in
      var points = fit.rubrics.map { $0.map { _ in Interval(100) } }
      for (bit, player) in players.enumerated() where set & (1 << bit) != 0 {
        points[player] = fit.rubrics[player].map { Interval($0.value) }
      }
      return weighing.mean(points).value
    }
    var shares = [Double](repeating: 0, count: fit.rubrics.count)
    for (player, share) in zip(players, values) {
      shares[player] = share
    }
    return shares
  }

  /// Puts what rounding left over on the largest part, so that the sum is exact to the last digits.
  private func balanced(_ parts: [Contribution], start: Double, total: Double) -> [Contribution] {
    var parts = parts
    let rest = total - parts.reduce(start) { $0 + $1.points }
    if let largest = parts.indices.max(by: { abs(parts[$0].points) < abs(parts[$1].points) }) {
      parts[largest].points += rest
    }
    return parts
  }
}
