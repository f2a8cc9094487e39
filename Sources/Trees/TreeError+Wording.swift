extension TreeError: CustomStringConvertible {
  /// The error as one English sentence.
  public var description: String {
    switch self {
    case .illegalParameter(let name, let range, let value):
      "\(name) is \(value); it must be \(range)"
    case .noRows:
      "there are no rows to train or test on"
    case .noColumns:
      "there are no columns to split by"
    case .noWeight:
      "every row has weight 0; at least one must weigh more"
    case .shapeMismatch(let what, let expected, let found):
      "there are \(found) \(what) where \(expected) are expected"
    case .targetOutOfRange(let row, let value, let range):
      "the target of row \(row) (counting from 0) is \(value); it must be \(range)"
    case .weightOutOfRange(let row, let value):
      "the weight of row \(row) (counting from 0) is \(value); it must be 0 ≤ weight < ∞"
    case .illegalLevel(let row, let column, let value):
      "the value in row \(row), column \(column) (counting from 0) is \(value); a level's code must be "
        + "a whole number from 0 to \(TreeColumn.highestLevel), or not a number where it is missing"
    case .monotoneNotKept(let column):
      "column \(column) (counting from 0) has a monotone direction, which single trees and "
        + "objectives with several classes cannot keep"
    case .noValidationRows:
      "early stopping needs validation rows"
    case .stopped:
      "stopped before there was a result"
    }
  }

  /// The error as one Chinese sentence.
  public var chineseDescription: String {
    switch self {
    case .illegalParameter(let name, let range, let value):
      "\(name) 的值为 \(value)，合法范围是：\(range)"
    case .noRows:
      "没有可供训练或测试的数据行"
    case .noColumns:
      "没有可供划分的列"
    case .noWeight:
      "所有行的权重都是 0，至少要有一行大于 0"
    case .shapeMismatch(let what, let expected, let found):
      "\(what) 的数量为 \(found)，应为 \(expected)"
    case .targetOutOfRange(let row, let value, let range):
      "第 \(row) 行（从 0 数起）的目标值为 \(value)，合法范围是：\(range)"
    case .weightOutOfRange(let row, let value):
      "第 \(row) 行（从 0 数起）的权重为 \(value)，合法范围是：0 ≤ weight < ∞"
    case .illegalLevel(let row, let column, let value):
      "第 \(row) 行第 \(column) 列（从 0 数起）的值为 \(value)；类别编码必须是 0 到 "
        + "\(TreeColumn.highestLevel) 的整数，缺失时为 NaN"
    case .monotoneNotKept(let column):
      "第 \(column) 列（从 0 数起）设置了单调方向，单棵决策树和多分类目标无法保持单调"
    case .noValidationRows:
      "提前停止需要验证数据行"
    case .stopped:
      "在得到结果之前已被停止"
    }
  }
}
