import Knowledge

/// The models of pilots in words; what has no wording keeps its id.
enum ModelWording {
  static func text(_ id: String) -> LocalizedText { names[id] ?? LocalizedText(en: id, zh: id) }

  private static let names: [String: LocalizedText] = [
    // One label or number a row.
    "mean": LocalizedText(en: "always the mean", zh: "恒取均值"),
    "class-shares": LocalizedText(en: "always the share of each class", zh: "恒取各类别所占比例"),
    "drawn-classes": LocalizedText(en: "classes drawn by their shares", zh: "按类别占比随机抽取"),
    "positive-class": LocalizedText(en: "always the positive class", zh: "恒取正类"),
    "ridge-regression": LocalizedText(en: "ridge regression", zh: "岭回归"),
    "logistic-regression": LocalizedText(en: "logistic regression", zh: "逻辑回归"),
    "boosted-trees": LocalizedText(en: "gradient-boosted trees", zh: "梯度提升树"),
    "dense-network": LocalizedText(en: "dense network", zh: "全连接网络"),
    "convolutional-network": LocalizedText(en: "convolutional network", zh: "卷积网络"),
    "sequence-network": LocalizedText(en: "convolutional network over the letters", zh: "处理字母序列的卷积网络"),
    // Texts.
    "unigram": LocalizedText(en: "how common each symbol is", zh: "各符号的出现频率"),
    "bigram": LocalizedText(en: "the symbol before", zh: "只看前一个符号"),
    "trigram": LocalizedText(en: "the two symbols before", zh: "只看前两个符号"),
    "causal-transformer": LocalizedText(en: "causal Transformer", zh: "因果 Transformer"),
    "random-order": LocalizedText(en: "passages in random order", zh: "段落随机排序"),
    "bm25": LocalizedText(en: "BM25", zh: "BM25"),
    "text-encoder": LocalizedText(en: "learned text encoder", zh: "学习得到的文本编码器"),
    "word-for-word": LocalizedText(en: "word for word", zh: "逐词对译"),
    "phrase-table": LocalizedText(en: "phrase table with a language model", zh: "短语表加语言模型"),
    "encoder-decoder-transformer": LocalizedText(
      en: "encoder–decoder Transformer", zh: "编码器–解码器 Transformer"),
    // Pictures.
    "constant-boxes": LocalizedText(en: "the same boxes for every picture", zh: "每张图片都用同一组固定方框"),
    "gradient-histogram-windows": LocalizedText(
      en: "sliding windows on histograms of gradients", zh: "梯度直方图滑动窗口"),
    "grid-detector": LocalizedText(en: "convolutional detector on a grid", zh: "网格卷积检测网络"),
    "independent-pixels": LocalizedText(en: "each pixel by itself", zh: "各像素独立取值"),
    "normal-pixels": LocalizedText(en: "normal distribution of all pixels", zh: "全部像素的正态分布"),
    "adversarial-generator": LocalizedText(en: "generative adversarial network", zh: "生成对抗网络"),
    "last-frame": LocalizedText(en: "the last frame again", zh: "重复上一帧"),
    "mean-frame": LocalizedText(en: "the mean frame", zh: "平均帧"),
    "motion-compensation": LocalizedText(en: "blocks moved on", zh: "块运动补偿"),
    "convolutional-frames": LocalizedText(en: "convolutional network over frames", zh: "处理多帧的卷积网络"),
    // Sounds.
    "constant-sentence": LocalizedText(en: "always the commonest sentence", zh: "恒取最常见的句子"),
    "time-warping": LocalizedText(en: "nearest template by dynamic time warping", zh: "动态时间规整找最近模板"),
    "ctc-recurrent": LocalizedText(
      en: "recurrent network, connectionist temporal classification", zh: "以 CTC 训练的循环网络"),
    "average-recording": LocalizedText(en: "average recording of its length", zh: "同等长度的平均录音"),
    "letter-means": LocalizedText(en: "the average frame of each letter", zh: "每个字母的平均帧"),
    "dilated-causal-convolutions": LocalizedText(en: "dilated causal convolutions", zh: "因果空洞卷积"),
    // Series, games and melodies.
    "note-transformer": LocalizedText(en: "causal Transformer over notes", zh: "音符级因果 Transformer"),
    "random-walk": LocalizedText(en: "random walk: no change", zh: "随机游走：不变"),
    "autoregression": LocalizedText(en: "autoregression", zh: "自回归"),
    "causal-convolution": LocalizedText(en: "causal convolutions", zh: "因果卷积网络"),
    "equal-weights": LocalizedText(en: "equal weights", zh: "等权重"),
    "least-variance": LocalizedText(en: "least variance, shrunk covariances", zh: "最小方差（收缩协方差）"),
    "share-network": LocalizedText(en: "network that gives weights", zh: "给出权重的网络"),
    "square-order": LocalizedText(en: "the square most often right", zh: "最常正确的格子"),
    "one-move-rules": LocalizedText(en: "rules that look one move ahead", zh: "只看一步的规则"),
    "naive-bayes-squares": LocalizedText(en: "naive Bayes over the squares", zh: "逐格朴素贝叶斯"),
    "move-network": LocalizedText(en: "network over the squares", zh: "读取各格的网络"),
    "step-shares": LocalizedText(en: "steps as often as in the demonstrations", zh: "按示范中的频率走步"),
    "scripted-steps": LocalizedText(en: "scripted steps", zh: "脚本策略"),
    "imitation-network": LocalizedText(en: "network that imitates a planner", zh: "模仿规划器的网络"),
    "word-templates": LocalizedText(en: "templates of words, dynamic time warping", zh: "词模板，动态时间规整"),
    "recording-templates": LocalizedText(
      en: "templates of recordings, dynamic time warping", zh: "整段录音模板，动态时间规整"),
    "action-shares": LocalizedText(en: "steps as often as in the demonstrations", zh: "按示范中的频率走步"),
    "random-steps": LocalizedText(en: "random steps", zh: "随机走步"),
  ]
}
