import Knowledge

/// What is paid once: labels, training and the work of building it in.
struct BuildingCost {
  let situation: Situation
  let prices: Prices
  let knowledge: KnowledgeBase
  /// Base units for one unit of the prices' currency.
  let rate: Double

  var parts: [CostPart] { [labelling, training, integration] }

  /// Examples up to where the approach is comfortable, that are not labelled yet.
  private var labelling: CostPart {
    let demand = knowledge.approach(situation.approach)?.demands["data.enough-labels"]
    guard case .span(_, let comfortable) = demand else {
      return CostPart(
        kind: .labelling,
        how: LocalizedText(en: "needs no labelled examples", zh: "不需要带标签的样本"))
    }
    guard let have = situation.number(Ask.labels) else {
      return CostPart(kind: .labelling, how: MonthlyValue.missingText, missing: [Ask.labels])
    }
    let short = max(0, comfortable - have)
    let price = prices.label
    guard short > 0 else {
      return CostPart(
        kind: .labelling,
        how: LocalizedText(
          en: "none: \(plain(have)) examples, comfortable from \(plain(comfortable))",
          zh: "无需补充：已有 \(plain(have)) 条，达到 \(plain(comfortable)) 条即较充裕"),
        causedBy: [Ask.labels])
    }
    let range = price.range(in: situation)
    return CostPart(
      kind: .labelling,
      how: LocalizedText(
        en: "(\(plain(comfortable)) comfortable − \(plain(have)) there) × \(range.inWords) "
          + "\(prices.currency) for a label",
        zh: "（较充裕 \(plain(comfortable)) − 已有 \(plain(have))）× 每条标签 \(range.inWords) \(prices.currency)"),
      causedBy: [Ask.labels, price.question], basis: price.basis,
      shape: { CostShape(once: short * $0(range, .label) * rate) })
  }

  private var training: CostPart {
    guard let run = TrainingRun(situation, prices, rate: rate) else {
      return CostPart(
        kind: .training, how: LocalizedText(en: "nothing is trained", zh: "不需要训练"))
    }
    guard run.missing.isEmpty else {
      return CostPart(kind: .training, how: MonthlyValue.missingText, missing: run.missing)
    }
    let trainings = prices.trainings
    return CostPart(
      kind: .training,
      how: LocalizedText(
        en: "\(trainings.range.inWords) trainings × \(run.how.en)",
        zh: "\(trainings.range.inWords) 次训练 × \(run.how.zh)"),
      causedBy: [Ask.labels, Ask.machine], basis: trainings.basis + run.basis,
      shape: { CostShape(once: $0(trainings.range, .trainings) * run.cost($0)) })
  }

  private var integration: CostPart {
    guard let effort = prices.efforts[situation.approach], !situation.isTodaysWay else {
      return CostPart(
        kind: .integration, how: LocalizedText(en: "it is there already", zh: "现成可用"),
        causedBy: [Ask.baseline])
    }
    let month = prices.engineerMonth
    let factor = prices.skillFactor.range(in: situation)
    return CostPart(
      kind: .integration,
      how: LocalizedText(
        en: "\(effort.build.inWords) months × \(factor.inWords) for the team's skills × "
          + "\(month.range.inWords) \(prices.currency) for an engineer's month",
        zh: "\(effort.build.inWords) 人月 × 团队经验系数 \(factor.inWords) × "
          + "每人月 \(month.range.inWords) \(prices.currency)"),
      causedBy: [prices.skillFactor.question],
      basis: effort.basis + month.basis + prices.skillFactor.basis,
      shape: {
        CostShape(
          once: $0(effort.build, .build) * $0(factor, .skillFactor) * $0(month.range, .engineerMonth) * rate)
      })
  }
}

extension Situation {
  /// Whether the approach is what is done today: rules and people.
  var isTodaysWay: Bool { approach == .noAI && isAny(Ask.baseline, "rules-or-people") }
}
