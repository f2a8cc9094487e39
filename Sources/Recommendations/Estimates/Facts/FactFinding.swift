import Knowledge

/// A fault in a table of facts, with the line of the row.
public struct FactFinding: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    case empty
    case unclosedQuote
    case missingColumn(String, found: [String])
    case wrongCellCount(expected: Int, found: Int)
    case notAValue(column: String, found: String)
    case estimate(EstimateError)
  }

  public var line: Int
  public var problem: Problem

  init(line: Int, problem: Problem) {
    (self.line, self.problem) = (line, problem)
  }

  /// What is wrong, without the place.
  public var text: LocalizedText {
    switch problem {
    case .empty: LocalizedText(en: "the file has no rows", zh: "文件中没有数据行")
    case .unclosedQuote: LocalizedText(en: "a quote is not closed", zh: "引号没有闭合")
    case .missingColumn(let name, let found):
      if let near = nearestName(to: name, among: found) {
        LocalizedText(
          en: "no column named '\(name)'; is '\(near)' meant?", zh: "没有名为“\(name)”的列，是否写成了“\(near)”？")
      } else {
        LocalizedText(en: "no column named '\(name)'", zh: "没有名为“\(name)”的列")
      }
    case .wrongCellCount(let expected, let found):
      LocalizedText(en: "expected \(expected) cells, found \(found)", zh: "应有 \(expected) 个单元格，实际 \(found) 个")
    case .notAValue(let column, let found):
      LocalizedText(
        en: "\(column): expected a number, a range or a bound, found '\(found)'",
        zh: "\(column)：应为数字、区间或界限，实际是“\(found)”")
    case .estimate(let error): error.text
    }
  }
}
