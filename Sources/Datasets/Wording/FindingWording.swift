extension ColumnKind {
  /// The kind as a word for a report.
  public func text(in language: String) -> String {
    switch self {
    case .numeric: BilingualText(en: "number", zh: "数值").text(in: language)
    case .categorical: BilingualText(en: "category", zh: "类别").text(in: language)
    case .text: BilingualText(en: "text", zh: "文本").text(in: language)
    case .sequence: BilingualText(en: "sequence", zh: "序列").text(in: language)
    case .date: BilingualText(en: "date", zh: "日期").text(in: language)
    case .identifier: BilingualText(en: "identifier", zh: "标识").text(in: language)
    case .constant: BilingualText(en: "constant", zh: "恒定").text(in: language)
    case .empty: BilingualText(en: "empty", zh: "空").text(in: language)
    }
  }
}

extension ColumnFinding {
  /// One line for a report, such as "age: number, used; every value is a number; 177 missing".
  public func text(in language: String) -> String {
    let use: BilingualText =
      switch role {
      case .feature: BilingualText(en: "used", zh: "使用")
      case .target: BilingualText(en: "target", zh: "目标")
      case .dropped: BilingualText(en: "left out", zh: "不使用")
      case .group: BilingualText(en: "kept out, results are compared by it", zh: "不作为特征，用于分组比较")
      }
    let lost = BilingualText(en: "; \(missing) missing", zh: "；缺失 \(missing) 个")
    let gap = BilingualText(en: ", ", zh: "，").text(in: language)
    let start = BilingualText(en: "\(name): ", zh: "\(name)：").text(in: language)
    let reasonGap = BilingualText(en: "; ", zh: "；").text(in: language)
    return start + kind.text(in: language) + gap + use.text(in: language) + reasonGap
      + reason.text(in: language) + (missing > 0 ? lost.text(in: language) : "")
  }
}

extension ColumnReason {
  /// Why, as the second half of a sentence.
  public func text(in language: String) -> String { wording.text(in: language) }

  private var wording: BilingualText {
    switch self {
    case .numbers(.plain): say("every value is a number", "每个值都是数")
    case .numbers(let style):
      say("every value is a number written like \(style.example)", "每个值都是数，写法类似 \(style.example)")
    case .mostlyNumbers(let stray, let example, let row):
      say(
        "nearly every value is a number; \(stray) not, the first '\(example)' in row \(row)",
        "几乎每个值都是数；\(stray) 个不是，首个为第 \(row) 行的“\(example)”")
    case .levels(let count): say("\(count) different values", "\(count) 种不同的值")
    case .words(let average):
      say("\(Int(average.rounded())) words a cell on average", "平均每格约 \(Int(average.rounded())) 个词")
    case .chosenAsText: say("named as the text column", "被指定为文本列")
    case .sequences(.nucleotides(let length)):
      length.map { say("every value is a run of \($0) nucleotides", "每个值都是 \($0) 个碱基的序列") }
        ?? say("every value is a run of nucleotides", "每个值都是碱基序列")
    case .sequences(.structures): say("every value is a SMILES string", "每个值都是 SMILES 结构式")
    case .sequences(.words): say("every value is text", "每个值都是文本")
    case .chosenAsGroup(let count):
      say("named as the group column, \(count) groups", "被指定为群体列，共 \(count) 组")
    case .dates(let order): say("every value is a date, \(order.english)", "每个值都是日期，\(order.chinese)")
    case .countsUp: say("whole numbers that count up by one", "逐一递增的整数")
    case .nameAndDistinct:
      say("named like an identifier, and no value occurs twice", "名字像标识，且没有重复的值")
    case .nearlyAllDifferent(let count):
      say("\(count) different values, nearly one a row", "\(count) 种不同的值，几乎每行一个")
    case .oneValue(let value): say("every row has the value '\(value)'", "每一行的值都是“\(value)”")
    case .noValue: say("no row has a value", "没有一行有值")
    case .target(let reason): say(reason.text(in: "en"), reason.text(in: "zh"))
    }
  }
}

extension TaskReason {
  /// Why, as the second half of a sentence.
  public func text(in language: String) -> String { wording.text(in: language) }

  private var wording: BilingualText {
    switch self {
    case .twoValues: say("it has two different values", "它有两种不同的值")
    case .wholeNumbers(let count):
      say(
        "it has only \(count) different values, all whole numbers, each about ten times or more",
        "它只有 \(count) 种不同的值，都是整数，平均每种出现十次以上")
    case .labels(let count): say("it has \(count) different labels", "它有 \(count) 种不同的标签")
    case .manyNumbers(let count): say("it has \(count) different numbers", "它有 \(count) 个不同的数")
    case .asked(.classification): say("classification was asked for", "指定了分类")
    case .asked(.regression): say("regression was asked for", "指定了回归")
    case .folders(let count): say("there are \(count) class folders", "有 \(count) 个类别文件夹")
    }
  }
}

extension SkippedFile {
  /// One line for a report: the path and why it was left out.
  public func text(in language: String) -> String {
    path + (language.hasPrefix("zh") ? "：" : ": ") + reason.text(in: language)
  }
}

extension SkipReason {
  /// What the file is, as the second half of a sentence.
  public func text(in language: String) -> String { wording.text(in: language) }

  private var wording: BilingualText {
    switch self {
    case .empty: say("empty", "空文件")
    case .unknownFormat: say("neither PNG, JPEG nor a known sound format", "不是 PNG、JPEG，也不是认识的声音格式")
    case .truncated: say("cut short", "文件不完整")
    case .damaged(let words): say("damaged (\(words))", "已损坏（\(words)）")
    case .tooLarge: say("too large", "过大")
    case .otherMedium: say("of another medium than most files here", "与这里的多数文件不是同一种媒体")
    case .silent: say("without any sound", "没有任何声音")
    case .tooLong(let seconds):
      say("longer than \(seconds) seconds", "超过 \(seconds) 秒")
    }
  }
}

extension NumberStyle {
  /// A number written in this style.
  var example: String {
    switch self {
    case .plain: "1234.5"
    case .decimalComma: "1.234,5"
    case .groupedByComma: "1,234.5"
    case .groupedBySpace: "1 234.5"
    }
  }
}

extension DateOrder {
  var english: String {
    switch self {
    case .yearMonthDay: "year-month-day"
    case .dayMonthYear: "day-month-year"
    case .monthDayYear: "month-day-year"
    }
  }

  var chinese: String {
    switch self {
    case .yearMonthDay: "年-月-日"
    case .dayMonthYear: "日-月-年"
    case .monthDayYear: "月-日-年"
    }
  }
}
