import Knowledge
import Pilots
import Recommendations

/// Words of the pilot's section.
enum PilotWording {
  static let title = LocalizedText(en: "Pilot", zh: "试点")
  static let notRun = LocalizedText(en: "No pilot was run", zh: "没有运行试点")

  static func howToRun(_ scenario: String) -> LocalizedText {
    LocalizedText(
      en:
        "Nothing in this report was measured. To run one on your own data: surefoot assess ANSWERS.yaml --data DATA.csv --target COLUMN. To see how one goes on sample data: surefoot pilot \(scenario).",
      zh:
        "本报告中没有任何实测结果。用自己的数据运行试点：surefoot assess 答卷.yaml --data 数据.csv --target 目标列。用样例数据试运行：surefoot pilot \(scenario)。"
    )
  }

  static func origin(_ origin: PilotData.Origin) -> LocalizedText {
    switch origin {
    case .user: LocalizedText(en: "your own data", zh: "你自己的数据")
    case .sampleReal: LocalizedText(en: "real sample data", zh: "真实样例数据")
    case .sampleComputed: LocalizedText(en: "computed sample data", zh: "按规则算出的样例数据")
    case .sampleSynthetic: LocalizedText(en: "synthetic sample data", zh: "合成样例数据")
    }
  }

  /// What follows from where the data came from; nil for the person's own.
  static func caution(_ origin: PilotData.Origin) -> (title: LocalizedText, text: LocalizedText)? {
    switch origin {
    case .user: nil
    case .sampleReal:
      (
        LocalizedText(en: "Sample data, not yours", zh: "这是样例数据，不是你的数据"),
        LocalizedText(
          en:
            "The pilot ran on real, published data of the same kind. It shows what is possible, not what your data hold.",
          zh: "试点使用公开发布的同类真实数据。它说明这件事可以做到什么程度，不能说明你的数据如何。")
      )
    case .sampleComputed:
      (
        LocalizedText(en: "Computed data, not yours", zh: "这是算出来的数据，不是你的数据"),
        LocalizedText(
          en:
            "The pilot ran on data computed from rules that are known exactly. It shows that the task can be learnt, not what your data hold.",
          zh: "试点使用按已知规则算出的数据。它说明任务可以学会，不能说明你的数据如何。")
      )
    case .sampleSynthetic:
      (
        LocalizedText(en: "Synthetic data", zh: "合成数据"),
        LocalizedText(
          en:
            "The pilot ran on synthetic data made by a seeded generator. Its scores show that the line from data to report works; they are no evidence about real cases.",
          zh: "试点使用由带种子的生成器制造的合成数据。得分只说明从数据到报告的流程可用，不能作为真实情况的证据。")
      )
    }
  }

  static func candidate(_ candidate: PilotCandidate) -> LocalizedText {
    switch candidate {
    case .baseline: LocalizedText(en: "Naive baseline", zh: "朴素基线")
    case .linear: LocalizedText(en: "Linear model", zh: "线性模型")
    case .classical: LocalizedText(en: "Classical method", zh: "经典方法")
    case .trees: LocalizedText(en: "Boosted trees", zh: "提升树")
    case .smallNetwork: LocalizedText(en: "Small network", zh: "小型网络")
    }
  }

  static func task(_ id: String) -> LocalizedText {
    switch id {
    case "binary": LocalizedText(en: "two classes", zh: "二分类")
    case "multiclass": LocalizedText(en: "several classes", zh: "多分类")
    case "regression": LocalizedText(en: "a number", zh: "预测数值")
    default: ProblemKind(rawValue: id).map(problem) ?? LocalizedText(en: id, zh: id)
    }
  }

  private static func problem(_ kind: ProblemKind) -> LocalizedText {
    switch kind {
    case .labelled: LocalizedText(en: "a label or number", zh: "标签或数值")
    case .translation: LocalizedText(en: "the sentence in the other language", zh: "另一种语言的句子")
    case .retrieval: LocalizedText(en: "the passage that answers a question", zh: "回答问题的段落")
    case .textGeneration: LocalizedText(en: "the next character", zh: "下一个字符")
    case .objectDetection: LocalizedText(en: "boxes and what is in them", zh: "目标框及其类别")
    case .imageGeneration: LocalizedText(en: "new pictures", zh: "新的图片")
    case .speechRecognition: LocalizedText(en: "the words of a recording", zh: "录音中的文字")
    case .speechSynthesis: LocalizedText(en: "the spectrum of spoken text", zh: "文本对应的语音频谱")
    case .returnForecast: LocalizedText(en: "the next return", zh: "下一期收益率")
    case .portfolio: LocalizedText(en: "the weights of assets", zh: "各资产权重")
    case .moveChoice: LocalizedText(en: "the best move", zh: "最佳着法")
    case .gridBehaviour: LocalizedText(en: "the next step", zh: "下一步动作")
    case .noteGeneration: LocalizedText(en: "the next note", zh: "下一个音符")
    case .nextFrame: LocalizedText(en: "the next frame", zh: "下一帧画面")
    }
  }

  static let examples = LocalizedText(en: "Examples", zh: "样本数")
  static let controlTitle = LocalizedText(en: "This is a control", zh: "这是一次对照试验")

  static func control(_ control: PilotControl) -> LocalizedText {
    switch control {
    case .shuffledLabels:
      LocalizedText(
        en: "What was to be predicted had been dealt out by chance beforehand, so nothing could be learnt. "
          + "A pilot that can be believed finds no signal here; nothing else follows for the scenario.",
        zh: "要预测的内容事先已被随机打乱，因此什么也学不到。可信的试点此时应当找不到信号；除此之外，这次结果对场景本身没有任何说明。")
    }
  }

  static func methodOnce(metric: String, higherIsBetter: Bool) -> LocalizedText {
    LocalizedText(
      en:
        "\(metric), \(higherIsBetter ? "higher" : "lower") is better, with 95% intervals from resampled examples. Every candidate was trained once; the winner was chosen on a validation part and only then measured on a part held out from the start.",
      zh:
        "\(metric)，\(higherIsBetter ? "越高" : "越低")越好，附由重抽样得到的 95% 区间。每个候选各训练一次；先在验证部分上选出优胜者，再用一开始就留出的部分测量。")
  }

  static let dataCaption = LocalizedText(en: "The data of the pilot", zh: "试点所用数据")
  static let fact = LocalizedText(en: "Fact", zh: "事实")
  static let value = LocalizedText(en: "Value", zh: "取值")
  static let dataName = LocalizedText(en: "Data", zh: "数据")
  static let dataOrigin = LocalizedText(en: "Kind of data", zh: "数据性质")
  static let provenance = LocalizedText(en: "Where they come from", zh: "数据来源")
  static let taskName = LocalizedText(en: "Predicted", zh: "预测内容")
  static let rows = LocalizedText(en: "Rows", zh: "行数")
  static let features = LocalizedText(en: "Features after encoding", zh: "编码后的特征数")
  static let classes = LocalizedText(en: "Rows of each class", zh: "各类别行数")
  static let missing = LocalizedText(en: "Missing values", zh: "缺失值")
  static let repeated = LocalizedText(en: "Repeated rows", zh: "重复行")
  static let constant = LocalizedText(en: "Columns with one value only", zh: "只有一个取值的列")
  static let identifiers = LocalizedText(en: "Columns that look like identifiers", zh: "疑似标识符的列")
  static let leaks = LocalizedText(en: "Columns that alone give the answer away", zh: "单独就能泄露答案的列")
  static let fingerprint = LocalizedText(en: "Fingerprint", zh: "指纹")

  static func rows(training: String, test: String, given: Bool) -> LocalizedText {
    LocalizedText(
      en: "\(training) to train and validate, \(test) held out" + (given ? " (a file of its own)" : ""),
      zh: "训练与验证 \(training)，留出 \(test)" + (given ? "（单独的文件）" : ""))
  }

  static let candidatesCaption = LocalizedText(en: "What was compared", zh: "候选模型对比")
  static let validation = LocalizedText(en: "Validation", zh: "验证")
  static let test = LocalizedText(en: "Held-out rows", zh: "留出数据")
  static let training = LocalizedText(en: "Training rows", zh: "训练数据")
  static let parameters = LocalizedText(en: "Parameters", zh: "参数量")
  static let settings = LocalizedText(en: "Settings", zh: "设置")
  static let winner = LocalizedText(en: " (chosen)", zh: "（选中）")

  static func method(metric: String, folds: Int, higherIsBetter: Bool) -> LocalizedText {
    LocalizedText(
      en:
        "\(metric), \(higherIsBetter ? "higher" : "lower") is better, with 95% intervals. Candidates were compared over \(folds) folds of the training rows; the winner was chosen there and only then measured on rows held out from the start.",
      zh:
        "指标：\(metric)（\(higherIsBetter ? "越高越好" : "越低越好")），附 95% 区间。候选模型在训练数据的 \(folds) 折上比较，优胜者由此选出，之后才在一开始就留出的数据上测量。"
    )
  }

  static func gain(_ gain: String, relative: String) -> LocalizedText {
    LocalizedText(
      en: "Gain over the naive baseline: \(gain). That is \(relative) of what was left to gain.",
      zh: "相对朴素基线的提升：\(gain)，即可提升空间的 \(relative)。")
  }

  static let noGainTitle = LocalizedText(en: "No signal", zh: "没有信号")

  /// - Parameter byChance: whether the interval lies above zero and random orders reach as much.
  static func noGain(_ gain: String, byChance: Bool) -> LocalizedText {
    if byChance {
      return LocalizedText(
        en:
          "The gain over the naive baseline, \(gain), is within the noise: positives are few, and random orders of the rows score as high in more than one of forty cases. The pilot found no signal in these data.",
        zh: "相对朴素基线的提升为 \(gain)，没有超出噪声：正例很少，把数据随机排序，也有超过四十分之一的机会达到同样的得分。试点在这些数据中没有找到信号。")
    }
    return LocalizedText(
      en:
        "The gain over the naive baseline, \(gain), is within the noise: its interval touches zero. The pilot found no signal in these data.",
      zh: "相对朴素基线的提升为 \(gain)，区间触及零，没有超出噪声：试点在这些数据中没有找到信号。")
  }

  static let cost = LocalizedText(en: "What it cost here", zh: "在本机的开销")
  static let costs = LocalizedText(en: "Time and memory of the pilot", zh: "试点的时间与内存")
  static let whole = LocalizedText(en: "Whole pilot", zh: "整个试点")
  static let trainOnce = LocalizedText(en: "Training the winner once", zh: "优胜模型训练一次")
  static let predictOnce = LocalizedText(en: "One prediction", zh: "单次预测")
  static let memory = LocalizedText(en: "Peak memory", zh: "内存峰值")

  static func budget(_ used: String, _ budget: String, exhausted: Bool) -> LocalizedText {
    LocalizedText(
      en: "\(used) of \(budget) allowed" + (exhausted ? "; stopped by the budget" : ""),
      zh: "用去 \(used)，上限 \(budget)" + (exhausted ? "；因预算用尽而停止" : ""))
  }

  static let remarks = LocalizedText(en: "Remarks", zh: "说明")
}
