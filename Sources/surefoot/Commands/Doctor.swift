import ArgumentParser
import Foundation
import Kernels
import Knowledge
import Networks
import Persistence
import Recommendations
import Reporting

/// What is installed, what is missing, and how fast this machine trains.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: say(
      "Say what is installed, where things are, and how fast this machine trains.",
      "说明安装情况、文件位置以及本机的训练速度。"),
    discussion: say(
      """
      EXAMPLES:
        surefoot doctor
        surefoot doctor --json
      """,
      """
      示例：
        surefoot doctor
        surefoot doctor --json
      """))

  @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。"))) var json = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    var facts: [Fact] = [Fact("version", "version", "版本", Version.engine)]
    var problems: [String] = []
    do {
      facts += try knowledgeFacts()
    } catch let failure as Failure {
      problems += failure.lines
    }
    facts += storeFacts(&problems)
    facts += machineFacts()
    facts.append(Fact("language", "language", "语言", shellLanguage.rawValue))
    if json {
      let members = facts.map { ($0.key, JSONText.string($0.value)) }
      Shell.print(JSONText.object(members + [("problems", .array(problems.map(JSONText.string)))]).text)
    } else {
      let width = facts.map { displayWidth($0.name[shellLanguage]) }.max() ?? 0
      for fact in facts { Shell.print(TextBlock.pad(fact.name[shellLanguage], to: width + 2) + fact.value) }
      if problems.isEmpty { Shell.print(say("Nothing is missing.", "一切正常。")) }
    }
    if !problems.isEmpty { throw Failure(code: .failed, lines: problems) }
  }

  private struct Fact {
    var key: String
    var name: LocalizedText
    var value: String

    init(_ key: String, _ en: String, _ zh: String, _ value: String) {
      (self.key, name, self.value) = (key, LocalizedText(en: en, zh: zh), value)
    }
  }

  private func knowledgeFacts() throws -> [Fact] {
    let home = try common.home()
    let begin = Clock.monotonicSeconds()
    let knowledge = try common.knowledge()
    let milliseconds = (Clock.monotonicSeconds() - begin) * 1000
    return [
      Fact("catalog-folder", "catalog folder", "知识库位置", home.path),
      Fact(
        "catalog", "catalog", "知识库",
        knowledge.catalogVersion
          + say(
            ", \(knowledge.scenarios.count) scenarios, \(knowledge.questions.count) questions",
            "，\(knowledge.scenarios.count) 个场景，\(knowledge.questions.count) 个问题")),
      Fact("rubrics", "rubrics", "评估准则", knowledge.rubricsVersion),
      Fact("loading", "loading time", "加载耗时", "\(Int(milliseconds.rounded())) ms"),
    ]
  }

  private func storeFacts(_ problems: inout [String]) -> [Fact] {
    let state: String
    if store.exists {
      do {
        let opened = try store.open()
        let count = try opened.history().count
        let drafts = try opened.drafts().count
        state = say(
          "\(count) assessments, \(drafts) interviews in progress", "\(count) 份评估，\(drafts) 份未完成的问卷")
      } catch {
        let lines = Failure(known: error)?.lines ?? ["\(error)"]
        problems += lines
        state = say("cannot be used", "无法使用")
      }
    } else {
      state = say("not made yet", "尚未创建")
    }
    return [Fact("store", "store", "存储", "\(store.path) (\(state))")]
  }

  private func machineFacts() -> [Fact] {
    let numbers = NumberText(shellLanguage)
    let speed = MachineProbe.speed(size: 512, repeats: 8)?.singlePrecisionFLOPsPerSecond ?? 0
    let training = trainingSpeed() ?? 0
    return [
      Fact(
        "instruction-set", "instruction set", "指令集",
        "\(InstructionSet.best)" + say(", \(activeCores) cores", "，\(activeCores) 个核心")),
      Fact("linear-algebra", "linear algebra", "线性代数库", MatrixProduct.library),
      Fact(
        "sgemm", "matrix product", "矩阵乘法",
        numbers.number(speed / 1e9, decimals: 1) + say(" GFLOP/s on one core", " GFLOP/s（单核）")),
      Fact(
        "training", "reference network", "参考网络训练",
        numbers.count(training.rounded()) + say(" examples a second on one core", " 样本/秒（单核）")),
      Fact(
        "formats", "data read", "可读数据", "CSV, TSV, PNG, JPEG, WAV"),
    ]
  }

  private var activeCores: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// Examples a second through Dense 128 – Dense 64 – Dense 1 on made-up rows, best of three epochs.
  private func trainingSpeed() -> Double? {
    let (rows, columns) = (4096, 30)
    var generator = SeededGenerator(seed: 42)
    let features = (0..<rows * columns).map { _ in Float.random(in: -1...1, using: &generator) }
    let targets = (0..<rows).map { features[$0 * columns] + features[$0 * columns + 1] > 0 ? Float(1) : 0 }
    let network = NetworkConfiguration(
      input: [columns], [Dense(128, .relu), Dense(64, .relu), Dense(1)], loss: BinaryCrossEntropy())
    var best = Double.infinity
    var begin = Clock.monotonicSeconds()
    _ = try? train(
      network, TrainingConfiguration(optimiser: Adam(learningRate: 0.001), batchSize: 32, epochs: 3),
      on: ExampleSet(rows: rows, columns: columns, features: features, targets: targets),
      onEpoch: { _ in
        let now = Clock.monotonicSeconds()
        best = min(best, now - begin)
        begin = now
        return .proceed
      })
    return best.isFinite && best > 0 ? Double(rows) / best : nil
  }
}
