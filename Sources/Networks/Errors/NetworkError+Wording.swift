extension NetworkError: CustomStringConvertible {
  /// The error as one English sentence.
  public var description: String {
    switch self {
    case .illegalParameter(let name, let range, let value):
      "\(name) is \(value); it must be \(range)"
    case .unsuitableInput(let layer, let expected, let found):
      "layer \(layer) cannot take \(found); it expects \(expected)"
    case .repeatedName(let name):
      "two parts of the network are called \(name); every input and node needs a name of its own"
    case .unknownSource(let node, let name, let known):
      "\(node) takes its input from \(name), which is no input or earlier node; there are \(list(known))"
    case .unknownKind(let family, let name, let known):
      "there is no \(family) of kind \(name); the kinds are \(list(known))"
    case .exceedsMemory(let needed, let limit):
      "the network needs \(needed) bytes; \(limit) may be used"
    case .otherCheckpoint(let what):
      "the saved file belongs to another training: its \(what) differs"
    case .unreadableFile(let path, let reason):
      "\(path) \(reason.description)"
    case .missingTensor(let name, let known):
      "the file has no tensor \(name); it has \(list(known))"
    case .tensorShape(let name, let expected, let found):
      "tensor \(name) has shape \(found); the network expects \(expected)"
    case .noRows:
      "there are no rows to train or test on"
    case .noWeight:
      "every row has weight 0; at least one must weigh more"
    case .shapeMismatch(let what, let expected, let found):
      "each row has \(found) \(what); the network expects \(expected)"
    case .nonFiniteFeature(let row, let column):
      "the feature in row \(row), column \(column) (counting from 0) is not a finite number"
    case .featureOutOfRange(let row, let column, let value, let range):
      "the feature in row \(row), column \(column) (counting from 0) is \(value); it must be \(range)"
    case .targetOutOfRange(let row, let value, let range):
      "the target of row \(row) (counting from 0) is \(value); it must be \(range)"
    case .notADistribution(let row, let sum):
      "the target probabilities of row \(row) (counting from 0) add up to \(sum); they must add up to 1"
    case .labelsTooLong(let row, let needed, let time):
      "the labels of row \(row) (counting from 0) need \(needed) time steps; the output has \(time)"
    case .singular:
      "the linear equations have no single solution; use a larger l2"
    case .stopped:
      "stopped before there was a result"
    }
  }

  /// The error as one Chinese sentence.
  public var chineseDescription: String {
    switch self {
    case .illegalParameter(let name, let range, let value):
      "\(name) 的值为 \(value)，合法范围是：\(range)"
    case .unsuitableInput(let layer, let expected, let found):
      "层 \(layer) 不能接受 \(found)，它需要 \(expected)"
    case .repeatedName(let name):
      "网络中有两个部分都叫 \(name)；每个输入和节点都要有自己的名字"
    case .unknownSource(let node, let name, let known):
      "\(node) 的输入 \(name) 既不是输入，也不是前面的节点；可用的有：\(list(known))"
    case .unknownKind(let family, let name, let known):
      "没有名为 \(name) 的 \(family) 类型；可用的有：\(list(known))"
    case .exceedsMemory(let needed, let limit):
      "该网络需要 \(needed) 字节内存，而允许使用 \(limit) 字节"
    case .otherCheckpoint(let what):
      "保存的文件属于另一次训练：\(what) 不一致"
    case .unreadableFile(let path, let reason):
      "\(path) \(reason.chineseDescription)"
    case .missingTensor(let name, let known):
      "文件中没有张量 \(name)；现有：\(list(known))"
    case .tensorShape(let name, let expected, let found):
      "张量 \(name) 的形状是 \(found)，而网络需要 \(expected)"
    case .noRows:
      "没有可供训练或测试的数据行"
    case .noWeight:
      "所有行的权重都是 0，至少要有一行大于 0"
    case .shapeMismatch(let what, let expected, let found):
      "每行的 \(what) 有 \(found) 个值，而网络需要 \(expected) 个"
    case .nonFiniteFeature(let row, let column):
      "第 \(row) 行第 \(column) 列（从 0 数起）的特征不是有限数值"
    case .featureOutOfRange(let row, let column, let value, let range):
      "第 \(row) 行第 \(column) 列（从 0 数起）的特征为 \(value)，合法范围是：\(range)"
    case .targetOutOfRange(let row, let value, let range):
      "第 \(row) 行（从 0 数起）的目标值为 \(value)，合法范围是：\(range)"
    case .notADistribution(let row, let sum):
      "第 \(row) 行（从 0 数起）的目标概率之和为 \(sum)，必须等于 1"
    case .labelsTooLong(let row, let needed, let time):
      "第 \(row) 行（从 0 数起）的标签序列至少需要 \(needed) 个时间步，而输出只有 \(time) 个"
    case .singular:
      "线性方程组没有唯一解；请加大 l2"
    case .stopped:
      "在得到结果之前已被停止"
    }
  }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}

extension TrainingDiverged: CustomStringConvertible {
  /// The error as one English sentence.
  public var description: String {
    "training diverged in epoch \(epoch), step \(step), in layer \(layer), with learning rate "
      + "\(learningRate); try a smaller one"
  }

  /// The error as one Chinese sentence.
  public var chineseDescription: String {
    "训练在第 \(epoch) 轮第 \(step) 步发散，出现在层 \(layer)，学习率为 \(learningRate)；请改用更小的学习率"
  }
}

extension FileFault {
  fileprivate var description: String {
    switch self {
    case .missing: "cannot be read"
    case .damaged: "is no safetensors file, or is cut off"
    case .numberFormat(let name): "holds numbers of format \(name); F16, BF16, F32 and F64 are read"
    case .partialRow: "does not hold a whole number of rows"
    case .noNetwork: "holds weights without a network's configuration"
    case .noCheckpoint: "is no checkpoint of a training"
    }
  }

  fileprivate var chineseDescription: String {
    switch self {
    case .missing: "无法读取"
    case .damaged: "不是 safetensors 文件，或内容不完整"
    case .numberFormat(let name): "中的数值格式为 \(name)；可读取 F16、BF16、F32 和 F64"
    case .partialRow: "的长度不是整数行"
    case .noNetwork: "只有权重，没有网络配置"
    case .noCheckpoint: "不是训练的检查点"
    }
  }
}

extension AdversarialTrainingDiverged: CustomStringConvertible {
  /// The error as one English sentence.
  public var description: String {
    "adversarial training diverged in step \(step), in layer \(layer) of the \(network.rawValue); "
      + "try smaller learning rates"
  }

  /// The error as one Chinese sentence.
  public var chineseDescription: String {
    let part = network == .generator ? "生成器" : "判别器"
    return "对抗训练在第 \(step) 步发散，出现在\(part)的层 \(layer)；请改用更小的学习率"
  }
}
