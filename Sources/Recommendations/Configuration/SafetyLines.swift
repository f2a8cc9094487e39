import Knowledge

/// What protects the people an error would hurt.
func safetyLines(_ situation: Situation) -> [ConfigurationLine] {
  reviewLines(situation) + releaseLines(situation) + misuseLines(situation)
}

private func reviewLines(_ situation: Situation) -> [ConfigurationLine] {
  let grave = situation.isAny("safety.stakes", "high", "critical")
  let final = situation.isAny("safety.reversible", "no")
  guard grave || final else { return [] }
  let causes: [QuestionID] = (grave ? ["safety.stakes"] : []) + (final ? ["safety.reversible"] : [])
  var lines: [ConfigurationLine] = []
  if situation.isAny("safety.human-review", "every-case") {
    if situation.isAny("safety.reviewer-can-overrule", "no", "partly") {
      lines.append(
        ConfigurationLine(
          key: "human-review", label: Label.review,
          value: LocalizedText(
            en:
              "give the reviewer time, the case file and the power to overrule, and count how often it happens",
            zh: "让复核人有时间、有材料、有权推翻结果，并统计推翻次数"),
          causedBy: causes + ["safety.reviewer-can-overrule"]))
    }
  } else {
    lines.append(
      ConfigurationLine(
        key: "human-review", label: Label.review,
        value: LocalizedText(
          en: "a person decides before anything happens, at least where the model is unsure",
          zh: "在产生后果之前由人做决定，至少在模型把握不足时如此"),
        causedBy: causes + ["safety.human-review"]))
  }
  if !situation.isAny("safety.stop-switch", "yes") {
    lines.append(
      ConfigurationLine(
        key: "stop-switch", label: Label.stop,
        value: LocalizedText(
          en: "one named person can switch the model off at once; the old way of working stays ready",
          zh: "指定专人可随时停用模型，原有流程保持可用"),
        causedBy: causes + ["safety.stop-switch"]))
  }
  if situation.isAny("safety.contest", "no", "limited") {
    lines.append(
      ConfigurationLine(
        key: "contest", label: Label.contest,
        value: LocalizedText(
          en: "tell those affected that a model was used, and have objections decided by a person",
          zh: "告知当事人使用了模型，申诉由人裁定"),
        causedBy: causes + ["safety.contest"]))
  }
  return lines
}

private func releaseLines(_ situation: Situation) -> [ConfigurationLine] {
  guard situation.usesModel, situation.isAny("safety.rollout", "full-at-once") else { return [] }
  return [
    ConfigurationLine(
      "rollout", Label.rollout, en: "in stages: first beside the present way, then a small share, then all",
      zh: "分阶段上线：先与现有流程并行，再小范围，最后全面铺开", "safety.rollout")
  ]
}

private func misuseLines(_ situation: Situation) -> [ConfigurationLine] {
  var lines: [ConfigurationLine] = []
  guard situation.usesModel else { return lines }
  if situation.isAny("safety.adversaries", "yes") {
    lines.append(
      ConfigurationLine(
        "adversaries", Label.adversaries,
        en: situation.usesLargeModel
          ? "treat every input as hostile: no rights for the model, tests with planted instructions"
          : "test with inputs changed on purpose, limit queries, watch for sudden shifts",
        zh: situation.usesLargeModel ? "把一切输入视为不可信：模型不持有权限，并用植入指令做测试" : "用刻意篡改的输入测试，限制查询频率，留意突变",
        "safety.adversaries"))
  }
  if situation.isAny("safety.used-beyond-purpose", "possible", "yes") {
    lines.append(
      ConfigurationLine(
        "purpose", Label.purpose, en: "write down what the result may be used for, and log every use",
        zh: "写明结果的许可用途，并记录每次使用", "safety.used-beyond-purpose"))
  }
  return lines
}
