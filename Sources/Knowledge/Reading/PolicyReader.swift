extension ReadingContext {
  func policy(_ node: SourceNode) -> Policy? {
    guard
      let values = mapping(
        node,
        required: [
          "version", "fit", "risk", "ranking", "verdicts", "no-ai-first", "cannot-tell", "sensitivity",
        ],
        optional: ["agreement", "basis"]),
      let version = text(values["version"]),
      let fit = values["fit"].flatMap({ mapping($0, required: ["mean", "floor", "basis"]) }),
      let floor = number(fit["floor"], named: "floor", in: 0.01...50),
      let risk = values["risk"].flatMap({ mapping($0, required: ["norm", "basis"]) }),
      let norm = number(risk["norm"], named: "norm", in: 1...100),
      let ranking = values["ranking"].flatMap({
        mapping($0, required: ["risk-weight", "tolerance", "basis"])
      }),
      let riskWeight = number(ranking["risk-weight"], named: "risk-weight", in: 0...10),
      let tolerance = number(ranking["tolerance"], named: "tolerance", in: 0...100),
      let whenNoAIFirst = noAIFirst(values["no-ai-first"]),
      let boundary = values["cannot-tell"].flatMap({ boundary($0) }),
      let sensitivity = values["sensitivity"].flatMap({
        mapping($0, required: ["draws", "concentration", "settled-share", "basis"])
      }),
      let draws = number(sensitivity["draws"], named: "draws", in: 100...1_000_000),
      let concentration = number(
        sensitivity["concentration"], named: "concentration", in: 1...1_000_000),
      let settledShare = number(sensitivity["settled-share"], named: "settled-share", in: 0.5...1)
    else { return nil }
    for part in [fit, risk, ranking, sensitivity] {
      _ = basis(part["basis"], at: node.position)
    }
    if let meanNode = fit["mean"], meanNode.text != "geometric" {
      report(
        .unknownName(kind: "mean", name: meanNode.text ?? "", known: ["geometric"]),
        at: meanNode.position)
    }
    return Policy(
      version: version, fitFloor: floor, riskNorm: norm, rankingRiskWeight: riskWeight,
      rankingTolerance: tolerance,
      bounds: (list(values["verdicts"]) ?? []).compactMap { bound($0) },
      whenNoAIFirst: whenNoAIFirst, boundaryAbove: boundary.0, boundaryBelow: boundary.1,
      settledShare: settledShare, draws: Int(draws), weightConcentration: concentration)
  }

  /// Either the verdict alone, or `{verdict:, basis:}`.
  private func noAIFirst(_ node: SourceNode?) -> VerdictLevel? {
    guard let node else { return nil }
    if node.entries != nil {
      guard let values = mapping(node, required: ["verdict"], optional: ["basis"]) else { return nil }
      _ = basis(values["basis"], at: node.position)
      return name(values["verdict"], kind: "verdict", as: VerdictLevel.self)
    }
    return name(node, kind: "verdict", as: VerdictLevel.self)
  }

  private func bound(_ node: SourceNode) -> Policy.Bound? {
    guard
      let values = mapping(
        node, required: ["verdict", "fit-at-least", "risk-at-most", "basis"],
        optional: ["requires"]),
      let verdict = name(values["verdict"], kind: "verdict", as: VerdictLevel.self),
      let fit = number(values["fit-at-least"], named: "fit-at-least", in: 0...100),
      let risk = number(values["risk-at-most"], named: "risk-at-most", in: 0...100)
    else { return nil }
    return Policy.Bound(
      verdict: verdict, fitAtLeast: fit, riskAtMost: risk,
      requires: values["requires"].flatMap { condition($0) },
      basis: basis(values["basis"], at: node.position))
  }

  private func boundary(_ node: SourceNode) -> (VerdictLevel, VerdictLevel)? {
    guard let values = mapping(node, required: ["when-range-crosses", "basis"]),
      let elements = list(values["when-range-crosses"])
    else { return nil }
    _ = basis(values["basis"], at: node.position)
    let levels = elements.compactMap { name($0, kind: "verdict", as: VerdictLevel.self) }
    guard levels.count == 2 else {
      report(.tooFew(what: "verdicts", count: levels.count, atLeast: 2), at: node.position)
      return nil
    }
    return (levels[0], levels[1])
  }
}
