extension DatasetNote {
  /// One sentence for a report.
  public func text(in language: String) -> String { wording.text(in: language) }

  private var wording: BilingualText {
    switch self {
    case .separator, .encoding, .columnNamed, .numberStyle, .strayText, .dateParts, .missingValues:
      tableWording
    case .sequences, .groupsKeptOut: columnUseWording
    case .targetFound, .taskInferred, .columnsDropped, .rowsWithoutTarget, .rareClasses, .extraColumns,
      .rowsDrawn, .rowsIncomplete:
      targetWording
    case .imagesResized, .soundRate, .soundsCut, .filesSkipped, .filesDrawn: folderWording
    case .rowsByDate, .periodsIncomplete, .figuresRead, .daysToWeeks: seriesWording
    }
  }

  private var columnUseWording: BilingualText {
    switch self {
    case .sequences(let column, .nucleotides(let length?)):
      say(
        "Column '\(column)' holds nucleotides, \(length) in every row, and is read letter by letter: each place's"
          + " letters and pairs, and words of three wherever they stand.",
        "列“\(column)”是碱基序列，每行 \(length) 个，逐位读取：每个位置的碱基和相邻两个碱基，以及不论位置的三碱基词。")
    case .sequences(let column, .nucleotides(nil)):
      say(
        "Column '\(column)' holds nucleotides of uneven length and is read as words of"
          + " \(TextForm.wordLengths.lowerBound) to \(TextForm.wordLengths.upperBound) letters wherever they stand.",
        "列“\(column)”是长短不一的碱基序列，按 \(TextForm.wordLengths.lowerBound) 至"
          + " \(TextForm.wordLengths.upperBound) 个碱基的词读取，不论位置。")
    case .sequences(let column, .structures):
      say(
        "Column '\(column)' holds molecules as SMILES strings and is read as runs of one to"
          + " \(TextForm.longestRun) tokens: atoms, bonds, branches, rings.",
        "列“\(column)”是 SMILES 分子结构式，按一至 \(TextForm.longestRun) 个符号的片段读取：原子、化学键、支链、环。")
    case .sequences(let column, .words):
      say("Column '\(column)' is read as text.", "列“\(column)”按文本读取。")
    case .groupsKeptOut(let column, let names):
      say(
        "Column '\(column)' is kept out of the features; results are compared by it: \(names.joined(separator: ", ")).",
        "列“\(column)”不作为特征，只用于比较各群体的结果：\(names.joined(separator: "、"))。")
    default: preconditionFailure("not a note on how a column is used")
    }
  }

  private var tableWording: BilingualText {
    switch self {
    case .separator(let separator):
      say("Fields are separated by \(separator.english).", "字段以\(separator.chinese)分隔。")
    case .encoding(let encoding):
      say("Text was read as \(encoding.rawValue).", "文本按 \(encoding.rawValue) 编码读取。")
    case .columnNamed(let position, let name):
      say(
        "Column \(position) has no name and is called '\(name)' here.", "第 \(position) 列没有名字，这里称为“\(name)”。")
    case .numberStyle(let column, let style):
      say(
        "Column '\(column)': numbers are written like \(style.example) and were read that way.",
        "列“\(column)”：数字的写法类似 \(style.example)，已按此读取。")
    case .strayText(let column, let count, let example, let row):
      say(
        "Column '\(column)' holds numbers, but \(count) \(count == 1 ? "cell does" : "cells do") not (first"
          + " '\(example)' in row \(row)); treated as missing.",
        "列“\(column)”是数字列，但有 \(count) 个单元格不是数（首个为第 \(row) 行的“\(example)”），按缺失处理。")
    case .dateParts(let column, let order, let certain):
      say(
        "Column '\(column)' holds dates, read as \(order.english), and is used as year, month, day of the week"
          + " and hour." + (certain ? "" : " Another order of day and month would fit as well."),
        "列“\(column)”是日期，按\(order.chinese)读取，以年、月、星期几和小时参与学习。"
          + (certain ? "" : "日与月的另一种顺序同样说得通。"))
    case .missingValues(let total, let spellings):
      say(
        "\(total) \(total == 1 ? "cell" : "cells") without a value: "
          + spellings.map { "\($0.count) × \($0.spelling.isEmpty ? "empty" : "'\($0.spelling)'")" }
          .joined(separator: ", ") + ".",
        "\(total) 个单元格没有值："
          + spellings.map { "\($0.spelling.isEmpty ? "空" : "“\($0.spelling)”") × \($0.count)" }
          .joined(separator: "、") + "。")
    default: preconditionFailure("not a note on a table")
    }
  }

  private var seriesWording: BilingualText {
    switch self {
    case .rowsByDate(let column):
      say(
        "The rows were put in the order of the dates in column '\(column)'.",
        "各行已按列“\(column)”的日期重新排序。")
    case .periodsIncomplete(let periods):
      say(
        "\(periods) \(periods == 1 ? "date lacks" : "dates lack") a figure and \(periods == 1 ? "was" : "were")"
          + " left out.",
        "\(periods) 个日期缺少数值，未使用。")
    case .figuresRead(let areReturns):
      areReturns
        ? say(
          "A negative figure occurs, so the figures were read as returns (0.01 for one per cent).",
          "数据中有负数，因此按收益率读取（0.01 表示百分之一）。")
        : say("No negative figure occurs, so the figures were read as prices.", "数据中没有负数，因此按价格读取。")
    case .daysToWeeks(let days, let weeks):
      say(
        "\(days) days were joined into \(weeks) weeks; weights are set once a week.",
        "\(days) 个日收益合并为 \(weeks) 周；权重每周调整一次。")
    default: preconditionFailure("not a note on a series")
    }
  }

  private var targetWording: BilingualText {
    switch self {
    case .targetFound(let column):
      say(
        "No target was named; '\(column)' was taken, the only column with a usual target name.",
        "没有指明目标列；采用了“\(column)”，它是唯一名字像目标的列。")
    case .taskInferred(let column, let task, let reason):
      say(
        "'\(column)' is the target: \(task.english), because \(reason.text(in: "en")).",
        "“\(column)”是目标：\(task.chinese)，因为\(reason.text(in: "zh"))。")
    case .columnsDropped(let names):
      say("Columns left out: \(names.joined(separator: ", ")).", "未使用的列：\(names.joined(separator: "、"))。")
    case .rowsWithoutTarget(let rows):
      say(
        "\(rows) \(rows == 1 ? "row has" : "rows have") no target value and \(rows == 1 ? "was" : "were") left out.",
        "\(rows) 行没有目标值，未使用。")
    case .rowsDrawn(let kept, let all):
      say(
        "\(kept) of \(all) rows were drawn by chance, as many as a pilot can use.",
        "从 \(all) 行中随机抽取 \(kept) 行，这是试点用得上的数量。")
    case .rowsIncomplete(let rows):
      say(
        "\(rows) \(rows == 1 ? "row has" : "rows have") an empty cell and \(rows == 1 ? "was" : "were") left out.",
        "\(rows) 行有空单元格，未使用。")
    case .rareClasses(let names):
      say(
        "Fewer than ten examples each: \(names.joined(separator: ", ")).",
        "样本不足十个的类别：\(names.joined(separator: "、"))。")
    case .extraColumns(let names):
      say(
        "Columns that the training data does not have were ignored: \(names.joined(separator: ", ")).",
        "忽略了训练数据中没有的列：\(names.joined(separator: "、"))。")
    default: preconditionFailure("not a note on the target")
    }
  }

  private var folderWording: BilingualText {
    switch self {
    case .imagesResized(let side, let channels):
      say(
        "Pictures were brought to \(side) × \(side) pixels, \(channels == 1 ? "grey" : "in colour").",
        "图片统一为 \(side) × \(side) 像素，\(channels == 1 ? "灰度" : "彩色")。")
    case .soundRate(let hertz):
      say(
        "Sounds were mixed to one channel at \(hertz) samples a second.",
        "声音合并为单声道，每秒 \(hertz) 个采样。")
    case .soundsCut(let count, let seconds):
      say(
        "\(count) \(count == 1 ? "sound is" : "sounds are") longer than \(seconds) seconds; only the beginning was used.",
        "\(count) 段声音超过 \(seconds) 秒，只用了开头部分。")
    case .filesSkipped(let count):
      say(
        "\(count) \(count == 1 ? "file" : "files") could not be read and \(count == 1 ? "was" : "were") skipped.",
        "\(count) 个文件无法读取，已跳过。")
    case .filesDrawn(let kept, let of):
      say(
        "\(kept) of \(of) files were drawn at random and read.", "从 \(of) 个文件中随机抽取并读取了 \(kept) 个。")
    default: preconditionFailure("not a note on a folder")
    }
  }
}

extension Separator {
  fileprivate var english: String {
    switch self {
    case .comma: "commas"
    case .semicolon: "semicolons"
    case .tab: "tabs"
    case .pipe: "vertical bars"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .comma: "逗号"
    case .semicolon: "分号"
    case .tab: "制表符"
    case .pipe: "竖线"
    }
  }
}

extension LearningTask {
  fileprivate var english: String {
    switch self {
    case .binary(let positive): "two classes, the positive one being '\(positive)'"
    case .multiclass: "several classes"
    case .regression: "a number to be estimated"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .binary(let positive): "两个类别，其中“\(positive)”为正类"
    case .multiclass: "多个类别"
    case .regression: "要估计的数值"
    }
  }
}
