extension DatasetError {
  /// Of tables of prices by date.
  var seriesWording: BilingualText {
    switch self {
    case .noDateColumn(let columns):
      say(
        "no column holds a date in every row, such as 2024-03-05, 20240305 or 2024-03; the columns are:"
          + " \(shortList(columns, ", "))",
        "没有一列在每一行都写有日期（如 2024-03-05、20240305 或 2024-03）；现有的列：\(shortList(columns, "、"))")
    case .repeatedDate(let column, let row, let text):
      say(
        "column '\(column)', row \(row): the date '\(text)' occurs a second time; expected one row a date",
        "列“\(column)”第 \(row) 行：日期“\(text)”重复出现；每个日期应只有一行")
    case .priceNotPositive(let column, let row, let value):
      say(
        "column '\(column)', row \(row): the price is \(value); expected a number above 0 or an empty cell",
        "列“\(column)”第 \(row) 行：价格为 \(value)；应为大于 0 的数或空单元格")
    case .returnTooLow(let column, let row, let value):
      say(
        "column '\(column)', row \(row): the return is \(value); expected a share above −1, such as 0.01 for one"
          + " per cent",
        "列“\(column)”第 \(row) 行：收益率为 \(value)；应为大于 −1 的小数，例如 0.01 表示百分之一")
    case .tooFewPeriods(let periods, let least):
      say(
        "\(count(periods, "date")) with a figure; at least \(least) needed to train, to choose and to test",
        "有数值的日期只有 \(periods) 个；训练、选择和测试至少需要 \(least) 个")
    case .tooFewAssets(let found):
      say(
        "at least two columns of prices or returns needed beside the date; found: "
          + (found.isEmpty ? "none" : shortList(found, ", ")),
        "除日期外至少需要两列价格或收益；现有：\(found.isEmpty ? "无" : shortList(found, "、"))")
    default: preconditionFailure("not an error of a series")
    }
  }
}
