extension DatasetError: CustomStringConvertible {
  public var description: String { message(in: "en") }

  /// One line that says what is wrong, where, what was expected, and the nearest known name.
  public func message(in language: String) -> String {
    let text = wording
    return text.text(in: language)
  }

  private var wording: BilingualText {
    switch self {
    case .notFound, .unreadable, .emptyFile, .binaryFile, .notUTF8, .wrongEncoding: fileWording
    case .lineTooLong, .unclosedQuote, .numericHeader, .duplicateColumn, .raggedRow: lineWording
    case .infinity, .notANumber, .notANote, .allMissing, .tooFewRows, .tooFewDifferent, .noUsableColumn:
      valueWording
    case .targetNotNamed, .unknownColumn, .oneClass, .tooManyClasses: targetWording
    case .groupsNeedTable, .groupIsTarget, .groupCount: groupWording
    case .emptyFolder, .noClassFolders, .noMIDIFiles, .splitFolders, .nothingReadable, .oneClassLeft:
      folderWording
    case .tooFewPictures, .unknownPicture, .emptyCell, .boxOutside, .noBoxes, .clipTooShort, .tooFewClips:
      pictureWording
    case .noTranscripts, .missingRecording: speechWording
    case .noDateColumn, .repeatedDate, .priceNotPositive, .returnTooLow, .tooFewPeriods, .tooFewAssets:
      seriesWording
    case .boardSize, .unknownSign, .illegalMove, .mapSign, .mapRow, .mapPlaces, .mapTooLarge, .goalOutOfReach,
      .mapCount:
      gameWording
    case .missingColumn, .unseenClass, .otherForm, .unknownSample: schemaWording
    }
  }

  private var groupWording: BilingualText {
    switch self {
    case .groupsNeedTable(let column):
      say(
        "groups are a column of a table; a folder has no column '\(column)'",
        "群体须是表格中的一列；文件夹没有“\(column)”这一列")
    case .groupIsTarget(let column):
      say(
        "column '\(column)' is to be predicted and cannot be the group column as well",
        "列“\(column)”是要预测的目标，不能同时作为群体列")
    case .groupCount(let column, let distinct, let most):
      say(
        "group column '\(column)' has \(distinct) different values; expected 2 to \(most)",
        "群体列“\(column)”有 \(distinct) 种不同的值；应为 2 到 \(most) 种")
    default: preconditionFailure("not an error of a group column")
    }
  }

  private var fileWording: BilingualText {
    switch self {
    case .notFound(let path):
      say("\(path): no such file or folder", "\(path)：没有这个文件或文件夹")
    case .unreadable(let path, let reason):
      say("\(path): cannot be read: \(reason)", "\(path)：无法读取：\(reason)")
    case .emptyFile(let path):
      say("\(path): the file is empty; expected a header line and rows", "\(path)：文件是空的；应有表头行和数据行")
    case .binaryFile(let path, let format):
      say(
        "\(path): this is \(format.map(\.english) ?? "a binary file"), not a text table; expected CSV or TSV",
        "\(path)：这是\(format.map(\.chinese) ?? "二进制文件")，不是文本表格；应为 CSV 或 TSV")
    case .notUTF8(let path, let offset):
      say(
        "\(path): byte \(offset) is not valid UTF-8; name the encoding with --encoding, for example"
          + " --encoding windows-1252 or --encoding gb18030",
        "\(path)：第 \(offset) 字节不是有效的 UTF-8；请用 --encoding 指明编码，例如 --encoding gb18030")
    case .wrongEncoding(let path, let encoding, let offset):
      say(
        "\(path): byte \(offset) is not valid \(encoding.rawValue), the encoding that was named",
        "\(path)：第 \(offset) 字节不是有效的 \(encoding.rawValue)，与指明的编码不符")
    default: preconditionFailure("not a file error")
    }
  }

  private var lineWording: BilingualText {
    switch self {
    case .lineTooLong(let path, let line, let limit):
      say(
        "\(path):\(line): the line is longer than \(bytes(limit)); is this a text table with line ends?",
        "\(path):\(line)：这一行超过 \(bytes(limit))；它确实是带换行的文本表格吗？")
    case .unclosedQuote(let path, let line):
      say(
        "\(path):\(line): the quote opened on this line is never closed",
        "\(path):\(line)：这一行打开的引号一直没有关闭")
    case .numericHeader(let path, let field):
      say(
        "\(path):1: the first line holds the number '\(field)'; expected a header line with column names",
        "\(path):1：第一行里有数字“\(field)”；应为写有列名的表头行")
    case .duplicateColumn(let path, let name, let first, let second):
      say(
        "\(path):1: columns \(first) and \(second) are both named '\(name)'; give each its own name",
        "\(path):1：第 \(first) 列和第 \(second) 列都叫“\(name)”；每列应有自己的名字")
    case .raggedRow(let path, let row, let line, let expected, let got):
      say(
        "\(path):\(line): row \(row) has \(got) \(got == 1 ? "field" : "fields"), expected \(expected) as in the"
          + " header",
        "\(path):\(line)：第 \(row) 行有 \(got) 个字段，按表头应为 \(expected) 个")
    default: preconditionFailure("not a line error")
    }
  }

  private var valueWording: BilingualText {
    switch self {
    case .infinity(let column, let row, let text):
      say(
        "column '\(column)', row \(row): '\(text)' is infinite; expected a finite number or an empty cell",
        "列“\(column)”第 \(row) 行：“\(text)”是无穷大；应为有限的数或空单元格")
    case .notANumber(let column, let row, let text):
      say(
        "column '\(column)', row \(row): '\(text)' is not a number; expected a number",
        "列“\(column)”第 \(row) 行：“\(text)”不是数；应为一个数")
    case .notANote(let column, let row, let text):
      say(
        "column '\(column)', row \(row): '\(text)' is not a note; expected notes like C4:1, F#5:0.5 or Bb3:2,"
          + " and rests like R:1, with lengths in quarter notes up to 64",
        "列“\(column)”第 \(row) 行：“\(text)”不是音符；应为 C4:1、F#5:0.5、Bb3:2 这样的音符或 R:1 这样的休止，"
          + "时值以四分音符计，最长 64")
    case .allMissing(let column):
      say(
        "column '\(column)': every value of the target is missing; there is nothing to learn from",
        "列“\(column)”：目标列的值全部缺失，没有可供学习的内容")
    case .tooFewRows(let rows, let least):
      say(
        "\(count(rows, "row")) with a target value; at least \(least) needed",
        "有目标值的行只有 \(rows) 行；至少需要 \(least) 行")
    case .tooFewDifferent(let column, let distinct, let least):
      say(
        "column '\(column)': \(distinct) different \(distinct == 1 ? "value" : "values"); at least \(least) needed"
          + " to train, to choose and to test",
        "列“\(column)”只有 \(distinct) 种不同的值；训练、选择和测试至少需要 \(least) 种")
    case .noUsableColumn(let dropped):
      say(
        "no column to learn from is left"
          + (dropped.isEmpty
            ? "" : "; left out as empty, constant or identifier: \(dropped.joined(separator: ", "))"),
        "没有可供学习的列"
          + (dropped.isEmpty ? "" : "；因为空、恒定或只是标识而去掉的列：\(dropped.joined(separator: "、"))"))
    default: preconditionFailure("not a value error")
    }
  }

  private var targetWording: BilingualText {
    switch self {
    case .targetNotNamed(let columns):
      say(
        "no target was named; pass --target COLUMN with one of: \(shortList(columns, ", "))",
        "没有指明目标列；请用 --target 列名，可选：\(shortList(columns, "、"))")
    case .unknownColumn(let name, let nearest, let columns):
      say(
        "no column named '\(name)'; "
          + (nearest.map { "did you mean '\($0)'?" } ?? "the columns are: \(shortList(columns, ", "))"),
        "没有名为“\(name)”的列；" + (nearest.map { "是不是“\($0)”？" } ?? "现有的列：\(shortList(columns, "、"))"))
    case .oneClass(let column, let value):
      say(
        "column '\(column)': every row has the value '\(value)'; at least two different values needed",
        "列“\(column)”：每一行的值都是“\(value)”；至少需要两个不同的值")
    case .tooManyClasses(let column, let distinct, let rows):
      say(
        "column '\(column)': \(distinct) different labels in \(count(rows, "row")); expected at most"
          + " \(min(200, rows / 2)). Is it an identifier or free text?",
        "列“\(column)”：\(rows) 行里有 \(distinct) 种标签；最多应为 \(min(200, rows / 2)) 种。它是不是标识或自由文本？")
    default: preconditionFailure("not a target error")
    }
  }

  private var folderWording: BilingualText {
    switch self {
    case .emptyFolder(let path):
      say(
        "\(path): the folder is empty; expected one sub-folder a class with PNG, JPEG or WAV files",
        "\(path)：文件夹是空的；应为每个类别一个子文件夹，内有 PNG、JPEG 或 WAV 文件")
    case .noClassFolders(let path):
      say(
        "\(path): no sub-folders; expected one sub-folder a class with PNG, JPEG or WAV files",
        "\(path)：没有子文件夹；应为每个类别一个子文件夹，内有 PNG、JPEG 或 WAV 文件")
    case .noMIDIFiles(let path):
      say(
        "\(path): no files ending in .mid or .midi in the folder",
        "\(path)：文件夹里没有以 .mid 或 .midi 结尾的文件")
    case .splitFolders(let path, let names):
      say(
        "\(path): the sub-folders \(names.joined(separator: ", ")) are parts of a split, not classes; pass the"
          + " training part with --data and the other with --test",
        "\(path)：子文件夹 \(names.joined(separator: "、")) 是数据的划分，不是类别；请用 --data 给出训练部分，用 --test 给出另一部分")
    case .nothingReadable(let path, let skipped, let first):
      say(
        "\(path): none of \(count(skipped, "file")) could be read; the first, \(first.path), is"
          + " \(first.reason.text(in: "en"))",
        "\(path)：\(skipped) 个文件都无法读取；第一个是 \(first.path)：\(first.reason.text(in: "zh"))")
    case .oneClassLeft(let path, let name, let skipped):
      say(
        "\(path): only the class '\(name)' has readable files (\(skipped) skipped); at least two classes needed",
        "\(path)：只有类别“\(name)”有可读的文件（跳过 \(skipped) 个）；至少需要两个类别")
    default: preconditionFailure("not a folder error")
    }
  }

  private var pictureWording: BilingualText {
    switch self {
    case .tooFewPictures(let path, let found, let least):
      say(
        "\(path): \(count(found, "picture")) that can be read; at least \(least) needed",
        "\(path)：可读的图片只有 \(found) 张；至少需要 \(least) 张")
    case .unknownPicture(let name, let row, let nearest):
      say(
        "boxes.csv, row \(row): no picture '\(name)' in the folder"
          + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
        "boxes.csv 第 \(row) 行：文件夹里没有图片“\(name)”" + (nearest.map { "；是不是“\($0)”？" } ?? ""))
    case .emptyCell(let column, let row):
      say(
        "column '\(column)', row \(row): the cell is empty; expected a name",
        "列“\(column)”第 \(row) 行：单元格是空的；应有名称")
    case .boxOutside(let name, let row, let width, let height):
      say(
        "boxes.csv, row \(row): the box has no area inside '\(name)', which is \(width) × \(height) pixels",
        "boxes.csv 第 \(row) 行：方框在“\(name)”（\(width) × \(height) 像素）之内没有面积")
    case .noBoxes:
      say(
        "boxes.csv: no box belongs to a picture that can be read; there is nothing to learn from",
        "boxes.csv：没有一个方框属于可读的图片，没有可供学习的内容")
    case .clipTooShort(let path, let clip, let frames, let least):
      say(
        "\(path): the clip '\(clip)' has \(count(frames, "frame")); at least \(least) needed",
        "\(path)：短片“\(clip)”只有 \(frames) 帧；至少需要 \(least) 帧")
    case .tooFewClips(let path, let found, let least):
      say(
        "\(path): \(count(found, "clip")) that can be read; at least \(least) sub-folders of frames needed",
        "\(path)：可读的短片只有 \(found) 段；至少需要 \(least) 个装有画面的子文件夹")
    default: preconditionFailure("not a picture error")
    }
  }

  private var speechWording: BilingualText {
    switch self {
    case .noTranscripts(let path):
      say(
        "\(path): no transcripts.csv; expected one beside the recordings, with the columns file and text",
        "\(path)：没有 transcripts.csv；录音旁应有这样一个表格，含 file 和 text 两列")
    case .missingRecording(let path, let row, let file, let nearest):
      say(
        "\(path): row \(row): no file '\(file)' in the folder of the table"
          + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
        "\(path)：第 \(row) 行：表格所在的文件夹里没有文件“\(file)”" + (nearest.map { "；是不是“\($0)”？" } ?? ""))
    default: preconditionFailure("not an error of recordings")
    }
  }

  private var schemaWording: BilingualText {
    switch self {
    case .missingColumn(let name, let nearest):
      say(
        "the second file has no column '\(name)', which the training data has"
          + (nearest.map { "; its nearest is '\($0)'" } ?? ""),
        "第二个文件没有训练数据里的列“\(name)”" + (nearest.map { "；最接近的是“\($0)”" } ?? ""))
    case .unseenClass(let column, let value, let row, let known):
      say(
        "column '\(column)', row \(row): the class '\(value)' is not in the training data; expected one of:"
          + " \(shortList(known, ", "))",
        "列“\(column)”第 \(row) 行：训练数据里没有类别“\(value)”；应为：\(shortList(known, "、"))")
    case .otherForm(let expected):
      say(
        "the second data set has another form; expected \(expected.english) as in the training data",
        "第二份数据的形式不同；应与训练数据一样是\(expected.chinese)")
    case .unknownSample(let id, let nearest, let known):
      say(
        "no sample data named '\(id)'; "
          + (nearest.map { "did you mean '\($0)'?" } ?? "known: \(shortList(known, ", "))"),
        "没有名为“\(id)”的示例数据；" + (nearest.map { "是不是“\($0)”？" } ?? "现有：\(shortList(known, "、"))"))
    default: preconditionFailure("not a schema error")
    }
  }
}

/// A sentence in both languages.
func say(_ english: String, _ chinese: String) -> BilingualText {
  BilingualText(en: english, zh: chinese)
}

/// The first twelve names, and how many there are beyond.
func shortList(_ names: [String], _ gap: String) -> String {
  names.prefix(12).joined(separator: gap) + (names.count > 12 ? "\(gap)… (\(names.count))" : "")
}

/// A number with its noun in singular or plural.
func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

/// A byte limit in the largest binary unit that divides it.
private func bytes(_ limit: Int) -> String {
  limit % (1 << 20) == 0 ? "\(limit >> 20) MiB" : limit % 1024 == 0 ? "\(limit >> 10) KiB" : "\(limit) bytes"
}

extension FileFormat {
  fileprivate var english: String {
    switch self {
    case .zipOrExcel: "a zip archive or an Excel workbook"
    case .gzip: "a gzip archive"
    case .pdf: "a PDF document"
    case .sqlite: "an SQLite database"
    case .parquet: "a Parquet file"
    case .oldExcel: "an old Excel workbook"
    case .image: "a picture"
    case .sound: "a sound"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .zipOrExcel: " zip 压缩包或 Excel 工作簿"
    case .gzip: " gzip 压缩包"
    case .pdf: " PDF 文档"
    case .sqlite: " SQLite 数据库"
    case .parquet: " Parquet 文件"
    case .oldExcel: "旧版 Excel 工作簿"
    case .image: "图片"
    case .sound: "声音"
    }
  }
}

extension Modality {
  fileprivate var english: String {
    switch self {
    case .tabular, .text: "a table file"
    case .image: "a folder of pictures"
    case .audio: "a folder of sounds"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .tabular, .text: "表格文件"
    case .image: "图片文件夹"
    case .audio: "声音文件夹"
    }
  }
}
