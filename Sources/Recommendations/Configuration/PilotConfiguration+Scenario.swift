import Knowledge

extension PilotConfiguration {
  /// The pilot that stands for a scenario's target, sized to the data that was claimed.
  ///
  /// Few labels ask for more dropout and a larger penalty; many labels for fewer folds.
  init(_ situation: Situation) {
    let labels = situation.number("data.labelled-examples")
    let small = labels.map { $0 < TrainingPlan.smallData } ?? false
    let large = labels.map { $0 > 5_000 } ?? false
    let modality = situation.scenario.modality
    self.init(
      metric: situation.scenario.goodResult.metric,
      widths: modality == .text ? [64] : [128, 64],
      dropout: modality == .text || small ? 0.3 : 0.2,
      batchSize: 32,
      maximumEpochs: modality == .image ? 40 : modality == .text ? 20 : 150,
      patience: modality == .image ? 8 : modality == .text ? 3 : 15,
      l2: small ? 0.001 : 0.0001,
      folds: large ? 3 : 5,
      standsFor: PilotCandidate.approaches(for: situation.scenario.problem))
    lines =
      situation.scenario.problem == .labelled
      ? settingLines(modality, small: small, large: large) : problemLines(situation.scenario.problem)
  }

  private func settingLines(_ modality: Modality, small: Bool, large: Bool) -> [ConfigurationLine] {
    let labels: [QuestionID] = ["data.labelled-examples"]
    func line(_ key: String, _ label: LocalizedText, _ en: String, _ zh: String, _ causes: [QuestionID] = [])
      -> ConfigurationLine
    {
      ConfigurationLine(key: key, label: label, value: LocalizedText(en: en, zh: zh), causedBy: causes)
    }
    let network = networkText(modality)
    return [
      line("pilot-network", Label.approach, network.en, network.zh),
      line(
        "pilot-regularisation", Label.regularisation,
        "dropout \(dropout), weight penalty \(l2), early stopping",
        "dropout \(dropout)，权重惩罚 \(l2)，提前停止", small ? labels : []),
      line("pilot-learning-rate", Label.learningRate, "\(learningRate) (Adam)", "\(learningRate)（Adam）"),
      line("pilot-batch", Label.batch, "\(batchSize) examples", "\(batchSize) 条样本"),
      line(
        "pilot-epochs", Label.epochs, "at most \(maximumEpochs), ended after \(patience) without progress",
        "最多 \(maximumEpochs) 轮，连续 \(patience) 轮无改善即停"),
      line(
        "pilot-split", Label.split, "a fifth held out; \(folds) folds of the rest for choosing",
        "留出五分之一；其余 \(folds) 折交叉验证用于选择", large ? labels : []),
    ]
  }

  /// The architecture that the pilot chooses by what the examples are.
  private func networkText(_ modality: Modality) -> LocalizedText {
    let hidden = widths.map(String.init).joined(separator: " – ")
    let dense = LocalizedText(en: "dense network, hidden widths \(hidden)", zh: "全连接网络，隐藏层宽 \(hidden)")
    if modality == .image {
      return LocalizedText(
        en: "convolutional network: blocks of 3 × 3 convolution, batch normalisation and pooling that halve"
          + " the side, two for small pictures, three for larger ones moved about by a few pixels",
        zh: "卷积网络：由 3 × 3 卷积、批归一化和池化组成的块，每块边长减半；小图两块，大图三块并随机平移几个像素")
    }
    if modality == .text {
      return LocalizedText(
        en: dense.en + "; for equally long nucleotide sequences a convolutional network over their letters",
        zh: dense.zh + "；等长的碱基序列改用逐位卷积网络")
    }
    return dense
  }
}
