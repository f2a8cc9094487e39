import Knowledge

/// How it will be judged: split, metric, baseline, bar, groups and who validates.
func evaluationLines(_ situation: Situation, _ plan: TrainingPlan) -> [ConfigurationLine] {
  guard situation.usesModel else { return [] }
  return [splitLine(situation, plan), metricLine(situation), baselineLine(situation), barLine(situation)]
    + groupLines(situation) + outsideLines(situation)
}

private func splitLine(_ situation: Situation, _ plan: TrainingPlan) -> ConfigurationLine {
  let key = "evaluation-split"
  if situation.isAny("data.drift", "high") {
    return ConfigurationLine(
      key, Label.split, en: "by time: train on the past, test on the newest fifth",
      zh: "按时间划分：用过去训练，用最新五分之一测试",
      "data.drift")
  }
  if !situation.trains {
    return ConfigurationLine(
      key, Label.split,
      en: "a fixed test set of at least 200 real cases, never shown while prompts are written",
      zh: "固定测试集，至少 200 条真实案例，编写提示词时不得查看")
  }
  if plan.isSmallData {
    return ConfigurationLine(
      key, Label.split,
      en: "five-fold cross-validation rather than one split, because there are few examples",
      zh: "样本少，用五折交叉验证代替单次划分", "data.labelled-examples")
  }
  return ConfigurationLine(
    key, Label.split,
    en: "a fifth held out, of the same class shares; choices by cross-validation on the rest",
    zh: "留出五分之一（类别比例一致），其余部分交叉验证用于选择")
}

private func metricLine(_ situation: Situation) -> ConfigurationLine {
  let metric = situation.scenario.goodResult.metric
  let name = MetricName.text(metric)
  if situation.hasRarePositives, metric != "area-under-pr" {
    return ConfigurationLine(
      "evaluation-metric", Label.metric,
      en: "\(name.en), and beside it the area under the precision-recall curve, because one class is rare",
      zh: "\(name.zh)，并列精确率-召回率曲线下面积，因为有一类很少见")
  }
  return ConfigurationLine("evaluation-metric", Label.metric, en: name.en, zh: name.zh)
}

private func baselineLine(_ situation: Situation) -> ConfigurationLine {
  let key = "evaluation-baseline"
  let score = situation.number("task.baseline-score").map { plain($0) }
  let causes: [QuestionID] = score == nil ? ["task.baseline"] : ["task.baseline", "task.baseline-score"]
  func line(_ en: String, _ zh: String) -> ConfigurationLine {
    ConfigurationLine(
      key: key, label: Label.baseline,
      value: LocalizedText(
        en: en + (score.map { ", \($0) today" } ?? ""), zh: zh + (score.map { "，目前为 \($0)" } ?? "")),
      causedBy: causes)
  }
  if situation.isAny("task.baseline", "rules-or-people") {
    return line("the present rules or people on the same cases", "与现有规则或人工在相同案例上比较")
  }
  if situation.isAny("task.baseline", "model-in-use") {
    return line("the model in use on the same cases", "与现用模型在相同案例上比较")
  }
  return ConfigurationLine(
    key, Label.baseline, en: "always the commonest answer, and a linear model", zh: "总是给出最常见答案，以及线性模型")
}

private func barLine(_ situation: Situation) -> ConfigurationLine {
  let key = "evaluation-threshold"
  if let target = situation.number("task.target-score") {
    return ConfigurationLine(
      key, Label.threshold, en: "at least \(plain(target)), with the lower end of the interval",
      zh: "不低于 \(plain(target))，以置信区间下限为准", "task.target-score")
  }
  return ConfigurationLine(
    key, Label.threshold, en: "clearly better than the baseline: the interval of the gain lies above zero",
    zh: "明显优于基线：增益的置信区间在零以上")
}

private func groupLines(_ situation: Situation) -> [ConfigurationLine] {
  let skewed = situation.isAny("data.representative", "partly", "no")
  let vulnerable = situation.isAny("privacy.vulnerable-subjects", "yes")
  guard skewed || vulnerable else { return [] }
  let causes: [QuestionID] =
    (skewed ? ["data.representative"] : []) + (vulnerable ? ["privacy.vulnerable-subjects"] : [])
  return [
    ConfigurationLine(
      key: "evaluation-groups", label: Label.groups,
      value: LocalizedText(
        en: "the metric for each group of people, device and place apart; the worst one counts",
        zh: "按人群、设备、地点分别计算指标，以最差一组为准"),
      causedBy: causes)
  ]
}

private func outsideLines(_ situation: Situation) -> [ConfigurationLine] {
  guard situation.isAny("safety.stakes", "high", "critical"),
    situation.isAny("safety.validation", "none", "internal")
  else { return [] }
  return [
    ConfigurationLine(
      "evaluation-outside", Label.outside,
      en: "by people who did not build it, on data from another place or period, before use",
      zh: "投入使用前，由未参与开发的人员用其他机构或时期的数据验证", "safety.stakes", "safety.validation")
  ]
}
