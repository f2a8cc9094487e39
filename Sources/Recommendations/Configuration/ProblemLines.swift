import Knowledge

/// What the pilot of a task of its own kind trains and how it is judged, in lines for the reader; the sizes
/// stand beside the results, because they are the network's own.
func problemLines(_ problem: ProblemKind) -> [ConfigurationLine] {
  guard let network = network(of: problem) else { return [] }
  return [
    ConfigurationLine(key: "pilot-network", label: Label.approach, value: network),
    ConfigurationLine(
      key: "pilot-split", label: Label.split,
      value: LocalizedText(
        en: "seven tenths to train on, one to choose by, two to test on; trained once",
        zh: "七成用于训练，一成用于选择，两成用于测试；各训练一次")),
  ]
}

private func network(of problem: ProblemKind) -> LocalizedText? {
  switch problem {
  case .labelled: nil
  case .translation: LocalizedText(en: "encoder–decoder Transformer", zh: "编码器–解码器 Transformer")
  case .retrieval:
    LocalizedText(en: "two encoders, one for questions, one for passages", zh: "双塔编码器：问题与段落各一个")
  case .textGeneration: LocalizedText(en: "causal Transformer over characters", zh: "字符级因果 Transformer")
  case .objectDetection: LocalizedText(en: "convolutional detector on a grid", zh: "基于网格的卷积检测网络")
  case .imageGeneration: LocalizedText(en: "generative adversarial network", zh: "生成对抗网络")
  case .speechRecognition:
    LocalizedText(
      en: "network over spectral frames, trained with connectionist temporal classification",
      zh: "处理频谱帧、以 CTC 训练的网络")
  case .speechSynthesis: LocalizedText(en: "dilated convolutions from text to spectrum", zh: "由文本到频谱的空洞卷积网络")
  case .returnForecast: LocalizedText(en: "small network over the last returns", zh: "读取近期收益率的小型网络")
  case .portfolio: LocalizedText(en: "small network from past returns to weights", zh: "由历史收益得出权重的小型网络")
  case .moveChoice: LocalizedText(en: "dense network over the squares of a position", zh: "读取棋盘各格的全连接网络")
  case .gridBehaviour: LocalizedText(en: "policy network over a view of the grid", zh: "读取网格视野的策略网络")
  case .noteGeneration: LocalizedText(en: "causal Transformer over notes", zh: "音符级因果 Transformer")
  case .nextFrame: LocalizedText(en: "convolutional network over the last frames", zh: "读取最近几帧的卷积网络")
  }
}
