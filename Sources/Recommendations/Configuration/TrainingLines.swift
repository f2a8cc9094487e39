import Knowledge

/// The settings of the model and its training.
///
/// - Parameter choice: lines about the choice of the model, which follow its name.
func trainingLines(
  _ situation: Situation, _ plan: TrainingPlan, about choice: [ConfigurationLine]
) -> [ConfigurationLine] {
  let model = modelLines(situation, plan)
  return model.prefix(1) + choice + model.dropFirst() + stepLines(situation, plan)
    + dataLines(situation, plan)
}

private func modelLines(_ situation: Situation, _ plan: TrainingPlan) -> [ConfigurationLine] {
  var lines: [ConfigurationLine] = []
  guard let target = situation.target else { return lines }
  lines.append(ConfigurationLine("model", Label.approach, en: target.name.en, zh: target.name.zh))
  if let size = target.architecture.sizeInWords {
    lines.append(ConfigurationLine(key: "size", label: Label.size, value: size))
  }
  guard situation.usesModel else { return lines }
  switch plan.method {
  case .full where situation.approach == .fineTuned:
    lines.append(
      ConfigurationLine(
        "method", Label.method, en: "all weights, starting from the published ones", zh: "在公开权重基础上全参数微调"))
  case .full:
    lines.append(
      ConfigurationLine("method", Label.method, en: "all weights, from random ones", zh: "随机初始化，训练全部参数"))
  case .lora:
    lines.append(
      ConfigurationLine(
        key: "method", label: Label.method,
        value: LocalizedText(
          en: "low-rank adapters (LoRA, rank \(Workload.adapterRank)) on frozen weights: far less memory",
          zh: "冻结权重，只训练低秩适配器（LoRA，秩 \(Workload.adapterRank)），显著节省显存"),
        causedBy: plan.methodCauses))
  case .qlora:
    lines.append(
      ConfigurationLine(
        key: "method", label: Label.method,
        value: LocalizedText(
          en:
            "low-rank adapters (rank \(Workload.adapterRank)) on weights of 4 bits (QLoRA): the least memory",
          zh: "权重量化为 4 位，只训练低秩适配器（QLoRA，秩 \(Workload.adapterRank)），显存占用最小"),
        causedBy: plan.methodCauses))
  case .none:
    lines.append(
      ConfigurationLine("method", Label.method, en: "none: used as it is", zh: "不训练，直接使用现成模型"))
  }
  return lines
}

private func stepLines(_ situation: Situation, _ plan: TrainingPlan) -> [ConfigurationLine] {
  var lines: [ConfigurationLine] = []
  if let sequence = situation.target?.sequence, situation.target?.architecture.isPretrainedKind == true {
    lines.append(
      ConfigurationLine(
        "sequence", Label.sequence, en: "\(sequence) tokens, patches or frames",
        zh: "\(sequence) 个词元、图块或语音帧"))
  }
  guard plan.method != .none else { return lines }
  if let batch = plan.batch {
    let steps = plan.accumulation
    lines.append(
      ConfigurationLine(
        key: "batch", label: Label.batch,
        value: LocalizedText(
          en: steps > 1 ? "\(batch) examples, gradients added over \(steps) steps" : "\(batch) examples",
          zh: steps > 1 ? "\(batch) 条样本，梯度累积 \(steps) 步" : "\(batch) 条样本"),
        causedBy: plan.batchCauses))
  }
  if let epochs = plan.epochs {
    lines.append(
      ConfigurationLine(
        key: "epochs", label: Label.epochs,
        value: plan.isSmallData
          ? LocalizedText(
            en: "at most \(plain(epochs)), stopped as soon as the validation loss rises",
            zh: "最多 \(plain(epochs)) 轮，验证损失上升即提前停止")
          : LocalizedText(en: plain(epochs), zh: "\(plain(epochs)) 轮"),
        causedBy: plan.isSmallData ? ["data.labelled-examples"] : plan.epochsCauses))
  }
  if let rate = situation.target?.learningRate {
    lines.append(ConfigurationLine("learning-rate", Label.learningRate, en: "\(rate)", zh: "\(rate)"))
  }
  return lines
}

private func dataLines(_ situation: Situation, _ plan: TrainingPlan) -> [ConfigurationLine] {
  var lines: [ConfigurationLine] = []
  guard situation.trains else { return lines }
  if plan.isSmallData {
    lines.append(
      ConfigurationLine(
        "regularisation", Label.regularisation,
        en: "strong: dropout 0.3, larger weight penalty, early stopping, because there are few examples",
        zh: "样本少，采用较强正则化：dropout 0.3、加大权重惩罚、提前停止", "data.labelled-examples"))
  }
  if situation.hasRarePositives {
    lines.append(
      ConfigurationLine(
        "class-weights", Label.classWeights,
        en:
          "weight each class by the inverse of its share, and choose the threshold by the cost of each error",
        zh: "按类别占比的倒数加权，并根据两类错误的代价选定阈值"))
  }
  if situation.isAny("data.quality", "mixed", "poor") {
    lines.append(
      ConfigurationLine(
        "cleaning", Label.preprocessing,
        en:
          "remove duplicates, mark missing values in a column of their own, have a sample of labels checked by two people",
        zh: "去除重复样本，缺失值单列标记，并抽样由两人复核标签", "data.quality"))
  }
  if situation.isAny("data.label-is-proxy", "partly", "yes") {
    lines.append(
      ConfigurationLine(
        "label-check", Label.labels,
        en: "the label stands for something else: measure on a sample how far the two agree before training",
        zh: "标签只是替代指标：训练前抽样测量它与真正目标的一致程度", "data.label-is-proxy"))
  }
  if situation.isAny("data.label-source", "crowd", "heuristic", "user-feedback") {
    lines.append(
      ConfigurationLine(
        "label-source", Label.labels,
        en: "keep an expert-labelled test part: these labels are too noisy to judge by",
        zh: "另留一份专家标注的测试集：现有标签噪声较大，不宜作为评判依据", "data.label-source"))
  }
  return lines
}

extension Architecture {
  /// Layers and widths in words; nil where nothing is published or there is nothing to say.
  var sizeInWords: LocalizedText? {
    switch self {
    case .rules, .hosted: nil
    case .linear(let inputs, let outputs):
      LocalizedText(en: "\(inputs) features to \(outputs) outputs", zh: "\(inputs) 个特征，\(outputs) 个输出")
    case .dense(let inputs, let widths, let outputs):
      LocalizedText(
        en: ([inputs] + widths + [outputs]).map(String.init).joined(separator: " – "),
        zh: ([inputs] + widths + [outputs]).map(String.init).joined(separator: " – "))
    case .encoder(let sizes):
      LocalizedText(
        en: "\(sizes.layers) layers, width \(sizes.width), \(sizes.heads) heads",
        zh: "\(sizes.layers) 层，宽 \(sizes.width)，\(sizes.heads) 头")
    case .decoder(let sizes):
      LocalizedText(
        en: "\(sizes.layers) layers, width \(sizes.width), \(sizes.heads) heads",
        zh: "\(sizes.layers) 层，宽 \(sizes.width)，\(sizes.heads) 头")
    case .vision(let sizes):
      LocalizedText(
        en: "\(sizes.layers) layers, width \(sizes.width), \(sizes.heads) heads, "
          + "patches of \(sizes.patch) × \(sizes.patch)",
        zh: "\(sizes.layers) 层，宽 \(sizes.width)，\(sizes.heads) 头，图块 \(sizes.patch) × \(sizes.patch)")
    case .speechEncoder(let sizes):
      LocalizedText(
        en: "\(sizes.layers) layers, width \(sizes.width), \(sizes.heads) heads",
        zh: "\(sizes.layers) 层，宽 \(sizes.width)，\(sizes.heads) 头")
    case .textToText(let sizes):
      LocalizedText(
        en:
          "\(sizes.encoderLayers) + \(sizes.decoderLayers) layers, width \(sizes.width), \(sizes.heads) heads",
        zh: "\(sizes.encoderLayers) + \(sizes.decoderLayers) 层，宽 \(sizes.width)，\(sizes.heads) 头")
    case .speechToText(let sizes):
      LocalizedText(
        en:
          "\(sizes.encoderLayers) + \(sizes.decoderLayers) layers, width \(sizes.width), \(sizes.heads) heads",
        zh: "\(sizes.encoderLayers) + \(sizes.decoderLayers) 层，宽 \(sizes.width)，\(sizes.heads) 头")
    case .residual, .convolutional:
      parameterCount.map {
        LocalizedText(en: "\(plain($0)) parameters", zh: "\(plain($0)) 个参数")
      }
    }
  }
}
