extension NetworkError: CustomStringConvertible {
  /// The error as one English sentence.
  public var description: String {
    switch self {
    case .illegalParameter(let name, let range, let value):
      "\(name) is \(value); it must be \(range)"
    case .unsupportedPairing(let loss, let activation):
      "\(loss.rawValue) cannot follow a last layer with \(activation.rawValue); use \(names(of: loss))"
    case .dropoutInLastLayer(let rate):
      "the last layer has dropout \(rate); it must be 0, since it would drop the output itself"
    case .softmaxBeforeLastLayer(let layer):
      "layers[\(layer)] has softmax, which only the last layer may have; use identity, relu, sigmoid or tanh"
    case .noRows:
      "there are no rows to train or test on"
    case .noWeight:
      "every row has weight 0; at least one must weigh more"
    case .shapeMismatch(let what, let expected, let found):
      "each row has \(found) \(what); the network expects \(expected)"
    case .nonFiniteFeature(let row, let column):
      "the feature in row \(row), column \(column) (counting from 0) is not a finite number"
    case .targetOutOfRange(let row, let value, let range):
      "the target of row \(row) (counting from 0) is \(value); it must be \(range)"
    case .diverged(let epoch, let step, let rate):
      "training diverged in epoch \(epoch), step \(step), with learning rate \(rate); try a smaller one"
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
    case .unsupportedPairing(let loss, let activation):
      "损失函数 \(loss.rawValue) 不能接在激活函数为 \(activation.rawValue) 的输出层之后，可用：\(names(of: loss))"
    case .dropoutInLastLayer(let rate):
      "输出层的 dropout 为 \(rate)，必须为 0，否则会丢弃输出本身"
    case .softmaxBeforeLastLayer(let layer):
      "layers[\(layer)] 使用了 softmax，只有输出层可以使用；请改用 identity、relu、sigmoid 或 tanh"
    case .noRows:
      "没有可供训练或测试的数据行"
    case .noWeight:
      "所有行的权重都是 0，至少要有一行大于 0"
    case .shapeMismatch(let what, let expected, let found):
      "每行的 \(what) 有 \(found) 个值，而网络需要 \(expected) 个"
    case .nonFiniteFeature(let row, let column):
      "第 \(row) 行第 \(column) 列（从 0 数起）的特征不是有限数值"
    case .targetOutOfRange(let row, let value, let range):
      "第 \(row) 行（从 0 数起）的目标值为 \(value)，合法范围是：\(range)"
    case .diverged(let epoch, let step, let rate):
      "训练在第 \(epoch) 轮第 \(step) 步发散，学习率为 \(rate)；请改用更小的学习率"
    case .singular:
      "线性方程组没有唯一解；请加大 l2"
    case .stopped:
      "在得到结果之前已被停止"
    }
  }

  private func names(of loss: Loss) -> String {
    loss.outputActivations.map(\.rawValue).joined(separator: ", ")
  }
}
