import ArgumentParser
import Foundation
import Knowledge
import Recommendations
import Reporting

/// Figures of a model from its sizes, and the estimates against a table of published figures.
struct EstimateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "estimate",
    abstract: say(
      "Estimate parameters, work, time, memory and cost of a model.",
      "估算模型的参数量、运算量、时间、显存和费用。"),
    discussion: say(
      """
      Every figure comes as low, likely and high with its formula and sources. GB are 1,000,000,000 bytes, \
      GiB are 1,073,741,824. What is not stated is assumed, and the formula says so.

      KINDS:
      \(kinds)

      Numbers may end in k, M, B or T. A kind without settings lists its keys.

      EXAMPLES:
        surefoot estimate params arch=llama L=32 d=4096 ffn=14336 heads=32 kv_heads=8 vocab=128256
        surefoot estimate params method=lora r=8 targets=q,v L=32 d=4096
        surefoot estimate train_memory N=7B method=qlora bits=4 seq=1024
        surefoot estimate train_time N=13B D=1T peak=312e12 gpus=512 --unit days
        surefoot estimate kv_cache L=32 kv_heads=8 head_dim=128 tokens=8192 --unit GiB
        surefoot estimate --facts published.csv --out checked.csv

      With --facts, a row is inside when its published value, widened by tol_pct as a ratio, meets the \
      estimate's band.
      """,
      """
      每个数字都给出下限、可能值和上限，并附公式与来源。1 GB 为 1,000,000,000 字节，1 GiB 为 1,073,741,824 字节。\
      未给出的条件会作假设，并写在公式里。

      种类：
      \(kinds)

      数字可以用 k、M、B、T 结尾。只写种类、不写设置时，会列出可用的键。

      示例：
        surefoot estimate params arch=llama L=32 d=4096 ffn=14336 heads=32 kv_heads=8 vocab=128256
        surefoot estimate params method=lora r=8 targets=q,v L=32 d=4096
        surefoot estimate train_memory N=7B method=qlora bits=4 seq=1024
        surefoot estimate train_time N=13B D=1T peak=312e12 gpus=512 --unit days
        surefoot estimate kv_cache L=32 kv_heads=8 head_dim=128 tokens=8192 --unit GiB
        surefoot estimate --facts published.csv --out checked.csv

      使用 --facts 时，公布值按 tol_pct 以比例放宽后与估算区间相交，即为“在区间内”。
      """))

  @Argument(
    help: ArgumentHelp(
      say("The kind of estimate, and its settings as key=value.", "估算的种类，以及写成 key=value 的设置。"),
      valueName: "kind setting"))
  var words: [String] = []
  @Option(help: ArgumentHelp(say("The unit to give it in.", "结果的单位。"), valueName: "unit"))
  var unit: String?
  @Option(
    help: ArgumentHelp(
      say("Estimate every row of this CSV file and compare.", "对这个 CSV 文件逐行估算并对照。"),
      valueName: "file.csv"))
  var facts: String?
  @Option(
    help: ArgumentHelp(
      say(
        "With --facts: write the rows with their estimates here (default: standard output).",
        "与 --facts 合用：把带估算值的各行写入此文件（默认写到标准输出）。"), valueName: "file.csv"))
  var out: String?
  @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。"))) var json = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    if let facts {
      guard words.isEmpty, unit == nil else {
        throw Failure.usage(
          say("--facts takes no kind, settings or --unit", "--facts 不能与种类、设置或 --unit 同时使用"))
      }
      try FactsRun(file: facts, out: out, json: json).run()
      return
    }
    guard out == nil else {
      throw Failure.usage(say("--out needs --facts FILE.csv", "--out 需要 --facts FILE.csv"))
    }
    guard let kind = words.first else {
      throw Failure.usage(
        say("which estimate? known: ", "估算什么？可用：")
          + EstimateKind.allCases.map(\.rawValue).joined(separator: say(", ", "、")))
    }
    if words.count == 1, let known = EstimateKind(rawValue: kind) {
      throw Failure.usage(
        say("\(kind) takes: ", "\(kind) 的设置：") + known.keys.map { "\($0)=…" }.joined(separator: " "))
    }
    let figure: Estimate
    do throws(EstimateError) {
      let settings = try EstimateSettings(pairs: Array(words.dropFirst()))
      figure = try estimate(kind: kind, settings: settings, unit: unit ?? "")
    } catch {
      throw Failure.usage(error.text[shellLanguage])
    }
    let knowledge = try common.knowledge()
    if json {
      Shell.print(jsonText(kind, figure, knowledge).text)
    } else {
      printFigure(figure, knowledge)
    }
  }

  private static var kinds: String {
    let kinds = EstimateKind.allCases
    return kinds.map { kind in
      "  \(TextBlock.pad(kind.rawValue, to: 14))\(kind.title[shellLanguage])"
    }.joined(separator: "\n")
  }

  private func printFigure(_ figure: Estimate, _ knowledge: KnowledgeBase) {
    let rows: [(String, String)] = [
      (say("estimate", "估算"), figureText(figure.likely, figure)),
      (say("low", "下限"), figureText(figure.low, figure)),
      (say("high", "上限"), figureText(figure.high, figure)),
      (say("formula", "公式"), figure.how[shellLanguage]),
    ]
    let basis = figure.basis.map { (say("basis", "依据"), basisText($0, knowledge)) }
    for (name, text) in rows + basis {
      for (number, line) in TextBlock.wrap(text, width: Shell.width - 10).enumerated() {
        Shell.print(TextBlock.pad(number == 0 ? name : "", to: 10) + line)
      }
    }
  }

  /// The number with its unit, and decimal and binary bytes both.
  private func figureText(_ value: Double, _ figure: Estimate) -> String {
    let numbers = NumberText(shellLanguage)
    let text = "\(numbers.plain(value)) \(figure.unit.name[shellLanguage])"
    var alone = figure
    alone.likely = value
    let other: EstimateUnit
    switch figure.unit {
    case .gigabytes: other = .gibibytes
    case .gibibytes: other = .gigabytes
    default: return text
    }
    guard let converted = alone.converted(to: other) else { return text }
    let second = "\(numbers.plain(converted.likely)) \(other.rawValue)"
    return text + say(" (\(second))", "（\(second)）")
  }

  private func basisText(_ basis: Basis, _ knowledge: KnowledgeBase) -> String {
    switch basis {
    case .judgement: return say("our judgement", "我们的判断")
    case .source(let id, let place, let note):
      let source = knowledge.source(id)
      let parts = [source.map { "\($0.author), \($0.title) (\($0.date))" } ?? id.name, place, source?.url]
      let text = parts.compactMap { $0 }.joined(separator: ", ")
      return note.map { "\(text): \($0)" } ?? text
    }
  }

  private func jsonText(_ kind: String, _ figure: Estimate, _ knowledge: KnowledgeBase) -> JSONText {
    let basis = figure.basis.map { one in
      switch one {
      case .judgement: JSONText.object([("source", .string("judgement"))])
      case .source(let id, let place, let note):
        JSONText.object([
          ("source", .string(id.name)), ("title", .optional(knowledge.source(id)?.title)),
          ("url", .optional(knowledge.source(id)?.url)), ("place", .optional(place)),
          ("note", .optional(note)),
        ])
      }
    }
    return .object([
      ("kind", .string(kind)), ("estimate", .number(figure.likely)), ("low", .number(figure.low)),
      ("high", .number(figure.high)), ("unit", .string(figure.unit.rawValue)),
      ("formula", .string(figure.how[shellLanguage])), ("basis", .array(basis)),
    ])
  }
}
