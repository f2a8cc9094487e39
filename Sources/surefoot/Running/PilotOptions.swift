import ArgumentParser
import Assessments
import Datasets
import Foundation
import Knowledge

/// On which data a pilot runs, for how long, and from which seed.
struct PilotOptions: ParsableArguments {
  @OptionGroup var rows: DataOptions

  @Option(
    help: ArgumentHelp(
      say("Seconds the pilot keeps within.", "试点的时间预算（秒）。"), valueName: "seconds"))
  var budget: Double = 45

  @Option(
    help: ArgumentHelp(
      say(
        "Where all random choices start; the same seed gives the same result.",
        "随机数种子；相同的种子得到相同的结果。"), valueName: "number"))
  var seed: UInt64 = 42

  @Option(
    help: ArgumentHelp(
      say(
        "Run the pilot as a control: shuffled-labels deals out what is to be predicted by chance, and a sound "
          + "pilot then finds no signal.",
        "以对照方式运行试点：shuffled-labels 把要预测的内容随机打乱，可靠的试点此时应当找不到信号。"),
      valueName: "shuffled-labels"))
  var control: PilotControl?

  /// The options as a choice of data, checked together.
  func choice() throws -> PilotChoice {
    guard budget > 0, budget.isFinite else {
      throw Failure.usage(
        say("--budget must be a number of seconds above 0", "--budget 应为大于 0 的秒数"))
    }
    return try rows.choice(seed: seed)
  }
}

extension PilotControl: ExpressibleByArgument {}

/// Which rows are read: a person's own, or the scenario's sample data.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Your data: a CSV or TSV file, or a folder with one sub-folder a class of PNG, JPEG or WAV files.",
        "您的数据：CSV 或 TSV 文件，或每类一个子文件夹的 PNG、JPEG、WAV 文件夹。"), valueName: "path"))
  var data: String?

  @Option(
    help: ArgumentHelp(say("The column to predict.", "要预测的列。"), valueName: "column"))
  var target: String?

  @Option(
    help: ArgumentHelp(say("The column that holds free text.", "自由文本所在的列。"), valueName: "column"))
  var textColumn: String?

  @Option(
    help: ArgumentHelp(
      say(
        "A column, such as sex or age band, that is kept out of the features; results are compared by it.",
        "不作为特征、只用于分组比较结果的列，例如性别或年龄段。"), valueName: "column"))
  var group: String?

  @Option(
    help: ArgumentHelp(
      say(
        "The file's text encoding, for example gb18030 or windows-1252 (default: utf-8).",
        "文件的文本编码，例如 gb18030 或 windows-1252（默认 utf-8）。"), valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Rows to test on, in a file or folder of their own (default: a share of the data is held out).",
        "单独的测试数据文件或文件夹（默认从数据中留出一部分）。"), valueName: "path"))
  var test: String?

  /// The options as a choice of data, checked together.
  ///
  /// - Parameter seed: decides which files are drawn from a very large folder.
  func choice(seed: UInt64) throws -> PilotChoice {
    guard let data else {
      let without = [
        ("--target", target), ("--text-column", textColumn), ("--group", group),
        ("--encoding", encoding), ("--test", test),
      ]
      if let stray = without.first(where: { $0.1 != nil }) {
        throw Failure.usage(say("\(stray.0) needs --data PATH", "\(stray.0) 需要与 --data 一起使用"))
      }
      return .sample
    }
    let request = DatasetRequest(
      location: URL(fileURLWithPath: data), target: target, textColumn: textColumn,
      groupColumn: group, encoding: try textEncoding(), seed: seed)
    return .files(PilotFiles(data: request, heldOut: test.map { URL(fileURLWithPath: $0) }))
  }

  private func textEncoding() throws -> TextEncoding? {
    guard let encoding else { return nil }
    if let known = TextEncoding(name: encoding) { return known }
    throw Failure.usage(
      say("no encoding named '\(encoding)'", "没有名为“\(encoding)”的编码")
        + nearest(encoding, among: TextEncoding.allCases.map(\.rawValue)))
  }
}
