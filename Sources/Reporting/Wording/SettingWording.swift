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
    default: LocalizedText(en: id, zh: id)
    }
  }

  private static let names: [String: LocalizedText] = [
    "l2": LocalizedText(en: "L2 penalty", zh: "L2 惩罚"),
    "widths": LocalizedText(en: "hidden widths", zh: "隐藏层宽度"),
    "dropout": LocalizedText(en: "dropout", zh: "随机失活率"),
    "learning-rate": LocalizedText(en: "learning rate", zh: "学习率"),
    "batch": LocalizedText(en: "batch", zh: "批大小"),
    "epochs": LocalizedText(en: "epochs", zh: "训练轮数"),
  ]
}
