import Knowledge

/// A candidate's settings in words; what has no wording keeps its id.
enum SettingWording {
  static func setting(_ key: String, _ value: String) -> LocalizedText {
    if key == "model" { return ModelWording.text(value) }
    guard let name = names[key] else { return LocalizedText(en: "\(key) \(value)", zh: "\(key) \(value)") }
    return LocalizedText(en: "\(name.en) \(value)", zh: "\(name.zh) \(value)")
  }

  /// The model first, then the rest by id.
  static func order(_ key: String) -> String { key == "model" ? "" : key }

  private static let names: [String: LocalizedText] = [
    "l2": LocalizedText(en: "L2 penalty", zh: "L2 惩罚"),
    "widths": LocalizedText(en: "hidden widths", zh: "隐藏层宽度"),
    "dropout": LocalizedText(en: "dropout", zh: "随机失活率"),
    "learning-rate": LocalizedText(en: "learning rate", zh: "学习率"),
    "batch": LocalizedText(en: "batch", zh: "批大小"),
    "kernels": LocalizedText(en: "kernel sizes", zh: "卷积核尺寸"),
    "shift": LocalizedText(en: "random shift in pixels", zh: "随机平移（像素）"),
    "rounds": LocalizedText(en: "rounds", zh: "提升轮数"),
    "leaves": LocalizedText(en: "leaves a tree", zh: "每棵树叶数"),
    "leaf-rows": LocalizedText(en: "rows a leaf at least", zh: "每叶最少行数"),
    "row-share": LocalizedText(en: "share of rows a round", zh: "每轮抽取的行占比"),
    "column-share": LocalizedText(en: "share of columns a tree", zh: "每棵树抽取的列占比"),
    "epochs": LocalizedText(en: "epochs", zh: "训练轮数"),
    "width": LocalizedText(en: "width", zh: "宽度"),
    "blocks": LocalizedText(en: "blocks", zh: "层块数"),
    "layers": LocalizedText(en: "layers", zh: "层数"),
    "heads": LocalizedText(en: "attention heads", zh: "注意力头数"),
    "filters": LocalizedText(en: "filters", zh: "卷积核数"),
    "context": LocalizedText(en: "context", zh: "上下文长度"),
    "frames": LocalizedText(en: "frames read", zh: "读取帧数"),
    "steps": LocalizedText(en: "steps", zh: "训练步数"),
    "noise": LocalizedText(en: "random numbers in", zh: "输入随机数"),
    "boxes": LocalizedText(en: "boxes", zh: "目标框数"),
    "cell": LocalizedText(en: "pixels a cell", zh: "每格像素"),
    "augmentation": LocalizedText(en: "augmentation", zh: "数据增强"),
    "window": LocalizedText(en: "window", zh: "窗口"),
    "window-sizes": LocalizedText(en: "window sizes", zh: "窗口尺寸数"),
    "window-step": LocalizedText(en: "step of the window", zh: "窗口步长"),
    "reach": LocalizedText(en: "reach in pixels", zh: "搜索范围（像素）"),
    "templates": LocalizedText(en: "templates", zh: "模板数"),
    "buckets": LocalizedText(en: "hash buckets", zh: "哈希桶数"),
    "candidates": LocalizedText(en: "candidates looked at again", zh: "重排候选数"),
    "k1": LocalizedText(en: "k₁", zh: "k₁"),
    "b": LocalizedText(en: "b", zh: "b"),
    "language-model-weight": LocalizedText(en: "weight of the language model", zh: "语言模型权重"),
    "jump-penalty": LocalizedText(en: "penalty for jumps", zh: "跳跃惩罚"),
    "source-length": LocalizedText(en: "longest source", zh: "源句最长长度"),
    "target-length": LocalizedText(en: "longest target", zh: "目标句最长长度"),
    "bm25-share": LocalizedText(en: "share of BM25", zh: "BM25 占比"),
    "caution": LocalizedText(en: "caution", zh: "谨慎程度"),
    "hidden": LocalizedText(en: "hidden units", zh: "隐藏单元数"),
    "kernel": LocalizedText(en: "kernel", zh: "卷积核宽度"),
    "period": LocalizedText(en: "period", zh: "周期"),
    "risk-aversion": LocalizedText(en: "risk aversion", zh: "风险厌恶系数"),
    "sharpness": LocalizedText(en: "sharpness", zh: "决断程度"),
    "sight": LocalizedText(en: "sight in squares", zh: "视野（格）"),
    "states-per-map": LocalizedText(en: "states of a map", zh: "每张地图的状态数"),
    "symbols": LocalizedText(en: "written in", zh: "输出单位"),
    "decoding": LocalizedText(en: "decoding", zh: "解码方式"),
  ]
}
