import Knowledge

/// A candidate's settings in words; what has no wording keeps its id.
enum SettingWording {
  static func setting(_ key: String, _ value: String) -> LocalizedText {
    if key == "model" { return model(value) }
    guard let name = names[key] else { return LocalizedText(en: "\(key) \(value)", zh: "\(key) \(value)") }
    return LocalizedText(en: "\(name.en) \(value)", zh: "\(name.zh) \(value)")
  }

  /// The model first, then the rest by id.
  static func order(_ key: String) -> String { key == "model" ? "" : key }

  private static func model(_ id: String) -> LocalizedText {
    switch id {
    case "mean": LocalizedText(en: "always the mean", zh: "恒取均值")
    case "class-shares": LocalizedText(en: "always the share of each class", zh: "恒取各类别所占比例")
    case "ridge-regression": LocalizedText(en: "ridge regression", zh: "岭回归")
    case "logistic-regression": LocalizedText(en: "logistic regression", zh: "逻辑回归")
    case "dense-network": LocalizedText(en: "dense network", zh: "全连接网络")
    case "convolutional-network": LocalizedText(en: "convolutional network", zh: "卷积网络")
    case "sequence-network": LocalizedText(en: "convolutional network over letters", zh: "碱基序列卷积网络")
    case "boosted-trees": LocalizedText(en: "gradient-boosted trees", zh: "梯度提升树")
    default: LocalizedText(en: id, zh: id)
    }
  }

  private static let names: [String: LocalizedText] = [
    "l2": LocalizedText(en: "L2 penalty", zh: "L2 惩罚"),
    "widths": LocalizedText(en: "hidden widths", zh: "隐藏层宽度"),
    "dropout": LocalizedText(en: "dropout", zh: "随机失活率"),
    "learning-rate": LocalizedText(en: "learning rate", zh: "学习率"),
    "batch": LocalizedText(en: "batch", zh: "批大小"),
    "filters": LocalizedText(en: "filters", zh: "卷积核数量"),
    "kernels": LocalizedText(en: "kernel sizes", zh: "卷积核尺寸"),
    "shift": LocalizedText(en: "random shift in pixels", zh: "随机平移（像素）"),
    "rounds": LocalizedText(en: "rounds", zh: "提升轮数"),
    "leaves": LocalizedText(en: "leaves a tree", zh: "每棵树叶数"),
    "leaf-rows": LocalizedText(en: "rows a leaf at least", zh: "每叶最少行数"),
    "row-share": LocalizedText(en: "share of rows a round", zh: "每轮抽取的行占比"),
    "column-share": LocalizedText(en: "share of columns a tree", zh: "每棵树抽取的列占比"),
    "epochs": LocalizedText(en: "epochs", zh: "训练轮数"),
  ]
}
