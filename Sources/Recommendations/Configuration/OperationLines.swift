import Knowledge

/// Where the model runs, how it may handle data, and what stands around it in use.
func operationLines(_ situation: Situation) -> [ConfigurationLine] {
  guard situation.usesModel else { return safetyLines(situation) }
  return hostingLines(situation) + privacyLines(situation) + servingLines(situation)
    + explanationLines(situation) + changeLines(situation) + safetyLines(situation)
}

private func hostingLines(_ situation: Situation) -> [ConfigurationLine] {
  let stays = situation.isAny("privacy.may-leave-organisation", "no")
  let onlyServices = situation.isAny("compute.available", "api-only")
  if stays && onlyServices {
    return [
      ConfigurationLine(
        "hosting", Label.hosting,
        en:
          "contradiction: the data may not leave, but there are only outside services; get machines of your own first",
        zh: "存在矛盾：数据不得外传，却只有外部服务可用；须先落实自有算力", "privacy.may-leave-organisation",
        "compute.available")
    ]
  }
  if stays {
    return [
      ConfigurationLine(
        "hosting", Label.hosting,
        en: situation.usesLargeModel
          ? "on your own machines, with openly published weights; no outside service"
          : "on your own machines",
        zh: situation.usesLargeModel ? "部署在自有机器上，采用公开权重的模型，不用外部服务" : "部署在自有机器上",
        "privacy.may-leave-organisation")
    ]
  }
  if situation.isAny("privacy.may-leave-organisation", "anonymised-only") {
    return [
      ConfigurationLine(
        "hosting", Label.hosting,
        en: "outside only after anonymising; check on a sample that nobody can be recognised",
        zh: "须先匿名化才能使用外部服务；抽样检查确认无法识别个人", "privacy.may-leave-organisation")
    ]
  }
  if onlyServices {
    return [
      ConfigurationLine(
        "hosting", Label.hosting, en: "with an outside service", zh: "使用外部服务", "compute.available")
    ]
  }
  return []
}

private func privacyLines(_ situation: Situation) -> [ConfigurationLine] {
  var lines: [ConfigurationLine] = []
  if situation.isAny("privacy.personal-data", "identified", "special-category") {
    lines.append(
      ConfigurationLine(
        "pseudonymise", Label.pseudonyms,
        en: situation.trains
          ? "replace names and numbers by pseudonyms before training; keep the key apart"
          : "replace names and numbers by pseudonyms before they reach the model",
        zh: situation.trains ? "训练前将姓名、编号等替换为假名，对照表分开保管" : "送入模型前将姓名、编号等替换为假名",
        "privacy.personal-data"))
  }
  if situation.isAny("privacy.personal-data", "special-category"), situation.trains {
    lines.append(
      ConfigurationLine(
        "differential-privacy", Label.differentialPrivacy,
        en: "consider differentially private training, and measure what it costs in quality",
        zh: "考虑差分隐私训练，并实测其对效果的影响", "privacy.personal-data"))
  }
  return lines
}

private func servingLines(_ situation: Situation) -> [ConfigurationLine] {
  var lines: [ConfigurationLine] = []
  if situation.isAny("compute.latency", "realtime") {
    let parameters = situation.target?.architecture.parameterCount
    let limit = "100 ms"
    let large = parameters.map { $0 > 100e6 } ?? situation.usesLargeModel
    lines.append(
      ConfigurationLine(
        "latency", Label.latency,
        en: large
          ? "\(limit), one case at a time: distil or quantise to at most about 100 million parameters, or prepare answers ahead"
          : "\(limit), one case at a time (batch of one); measure the slowest 1 %",
        zh: large
          ? "\(limit) 内逐条处理：蒸馏或量化到约一亿参数以内，或提前算好结果" : "\(limit) 内逐条处理（批大小为 1）；关注最慢的 1 %",
        "compute.latency"))
  } else if situation.isAny("compute.latency", "batch") {
    lines.append(
      ConfigurationLine(
        "latency", Label.latency, en: "run in batches, for example every night",
        zh: "批量运行，例如每晚一次", "compute.latency"))
  }
  if situation.isAny("task.output", "structured"), situation.usesLargeModel {
    lines.append(
      ConfigurationLine(
        "output", Label.output, en: "constrain the output to a schema and refuse what does not match",
        zh: "用模式约束输出，不符合的一律拒收", "task.output"))
  }
  if situation.isAny("task.open-ended", "yes"), !situation.isAny("task.checked-before-use", "always") {
    lines.append(
      ConfigurationLine(
        "output-check", Label.output,
        en: "open-ended output: show where each statement comes from, and check samples",
        zh: "输出为开放式文本：标明每条内容的出处，并抽样核查", "task.open-ended", "task.checked-before-use"))
  }
  return lines
}

private func explanationLines(_ situation: Situation) -> [ConfigurationLine] {
  let method =
    situation.approach == .classical
    ? LocalizedText(
      en: "features with a plain meaning, and the weights of each case as its reasons",
      zh: "使用含义明确的特征，并以各特征权重作为每个个案的理由")
    : LocalizedText(
      en:
        "features with a plain meaning, permutation importance in the report, and a linear model beside it as a check",
      zh: "使用含义明确的特征，报告中给出置换重要性，并以线性模型对照")
  if situation.isAny("explainability.required", "legally-required") {
    var causes: [QuestionID] = ["explainability.required"]
    if situation.isAny("explainability.accepted-method", "no") {
      causes.append("explainability.accepted-method")
    }
    return [
      ConfigurationLine(key: "explanations", label: Label.explanations, value: method, causedBy: causes)
    ]
  }
  if situation.isAny("explainability.required", "desirable") {
    return [
      ConfigurationLine(
        "explanations", Label.explanations, en: "permutation importance for the model as a whole",
        zh: "对整个模型给出置换重要性", "explainability.required")
    ]
  }
  return []
}

private func changeLines(_ situation: Situation) -> [ConfigurationLine] {
  guard situation.isAny("data.drift", "high", "medium") else { return [] }
  let often = situation.isAny("data.drift", "high")
  let slow = situation.isAny("data.feedback-delay", "months", "never")
  var lines: [ConfigurationLine] = []
  if situation.trains {
    lines.append(
      ConfigurationLine(
        "retraining", Label.retraining,
        en: often
          ? "on a schedule, at least monthly, on the newest labels"
          : "every quarter, or when monitoring calls for it",
        zh: often ? "按固定周期（至少每月）用最新标签再训练" : "每季度一次，或在监测报警时进行", "data.drift"))
  }
  lines.append(
    ConfigurationLine(
      key: "monitoring", label: Label.monitoring,
      value: slow
        ? LocalizedText(
          en:
            "inputs and scores against the training data every week, since outcomes come late; label a sample by hand",
          zh: "结果反馈较晚，因此每周将输入和得分与训练数据对比，并人工标注少量样本")
        : LocalizedText(
          en: "the metric on new outcomes every week, with a bound that stops the model",
          zh: "每周用新结果计算指标，设定停用界限"),
      causedBy: slow ? ["data.drift", "data.feedback-delay"] : ["data.drift"]))
  return lines
}
