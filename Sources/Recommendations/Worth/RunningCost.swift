import Knowledge

/// What people and retraining cost every month.
struct RunningCost {
  let situation: Situation
  let prices: Prices
  let rate: Double

  /// Working hours of a month: 160.
  static let workingHours = 160.0

  var parts: [CostPart] {
    [ServingCost(situation: situation, prices: prices, rate: rate).part, review, upkeep, retraining]
  }

  /// Checking by people, unless the minutes saved already leave it out, as their question asks for.
  private var review: CostPart {
    guard situation.usesModel else {
      return CostPart(
        kind: .review,
        how: LocalizedText(
          en: "people decide already; what a case costs them today is not asked",
          zh: "本来就由人处理；目前每个案例的人工成本未作询问"))
    }
    if let saved = situation.number(Ask.minutes), saved > 0 {
      return CostPart(
        kind: .review,
        how: LocalizedText(
          en: "already taken off the minutes saved", zh: "已从节省的分钟数中扣除"),
        causedBy: [Ask.minutes])
    }
    let share = prices.reviewShare.range(in: situation)
    guard share.high > 0 else {
      return CostPart(
        kind: .review, how: LocalizedText(en: "nobody checks", zh: "没有人核对"),
        causedBy: [prices.reviewShare.question])
    }
    let minutes = prices.reviewMinutes
    let hour = prices.reviewHour
    return CostPart(
      kind: .review,
      how: LocalizedText(
        en: "cases × \(share.inWords) of them checked × \(minutes.range.inWords) minutes ÷ 60 × "
          + "\(hour.range.inWords) \(prices.currency) for an hour",
        zh: "案例数 × 核对比例 \(share.inWords) × \(minutes.range.inWords) 分钟 ÷ 60 × "
          + "每小时 \(hour.range.inWords) \(prices.currency)"),
      causedBy: [prices.reviewShare.question],
      basis: prices.reviewShare.basis + minutes.basis + hour.basis,
      shape: {
        let checked = $0(share, .reviewShare) * $0(minutes.range, .reviewMinutes) / 60
        return CostShape(perCase: checked * $0(hour.range, .reviewHour) * rate)
      })
  }

  private var upkeep: CostPart {
    guard let effort = prices.efforts[situation.approach], !situation.isTodaysWay else {
      return CostPart(
        kind: .upkeep, how: LocalizedText(en: "as today", zh: "与现状相同"), causedBy: [Ask.baseline])
    }
    let month = prices.engineerMonth
    let skill = prices.skillFactor.range(in: situation)
    let drift = prices.driftFactor.range(in: situation)
    return CostPart(
      kind: .upkeep,
      how: LocalizedText(
        en: "\(effort.upkeep.inWords) hours × \(drift.inWords) for drift × \(skill.inWords) for skills × "
          + "\(month.range.inWords) \(prices.currency) ÷ \(plain(Self.workingHours)) hours",
        zh: "\(effort.upkeep.inWords) 小时 × 漂移系数 \(drift.inWords) × 经验系数 \(skill.inWords) × "
          + "每人月 \(month.range.inWords) \(prices.currency) ÷ \(plain(Self.workingHours)) 小时"),
      causedBy: [prices.driftFactor.question, prices.skillFactor.question],
      basis: effort.basis + month.basis + prices.driftFactor.basis + prices.skillFactor.basis,
      shape: {
        let hours = $0(effort.upkeep, .upkeep) * $0(drift, .driftFactor) * $0(skill, .skillFactor)
        return CostShape(fixed: hours / Self.workingHours * $0(month.range, .engineerMonth) * rate)
      })
  }

  private var retraining: CostPart {
    guard let run = TrainingRun(situation, prices, rate: rate) else {
      return CostPart(kind: .retraining, how: LocalizedText(en: "nothing is trained", zh: "不需要训练"))
    }
    guard run.missing.isEmpty else {
      return CostPart(kind: .retraining, how: MonthlyValue.missingText, missing: run.missing)
    }
    let times = prices.retrainingsAMonth.range(in: situation)
    return CostPart(
      kind: .retraining,
      how: LocalizedText(
        en: "\(times.inWords) trainings a month × \(run.how.en)",
        zh: "每月 \(times.inWords) 次训练 × \(run.how.zh)"),
      causedBy: [prices.retrainingsAMonth.question, Ask.machine],
      basis: prices.retrainingsAMonth.basis + run.basis,
      shape: { CostShape(fixed: $0(times, .retrainings) * run.cost($0)) })
  }
}
