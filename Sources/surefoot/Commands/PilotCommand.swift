import ArgumentParser
import Assessments
import Exporting
import Foundation
import Knowledge
import Persistence
import Pilots
import Questionnaires
import Reporting

/// A pilot on its own, for a scenario without an answer sheet.
struct PilotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pilot",
    abstract: say(
      "Train a scenario's pilot without an answer sheet.", "不需要答卷，直接训练某个场景的试点。"),
    discussion: say(
      """
      A naive baseline, a linear model and a small network on the same folds; the winner is chosen by validation \
      and scored on rows it never saw.

      EXAMPLES:
        surefoot pilot medical/disease-classification
        surefoot pilot finance/fraud-detection --data payments.csv --target is_fraud --json
        surefoot pilot nlp/sentiment-analysis --data r.csv --target y --text-column review --seed 7
        surefoot pilot medical/disease-classification --predictions predictions.csv
      """,
      """
      朴素基线、线性模型和小型神经网络使用相同的折；优胜者由验证结果选出，并在从未见过的数据上评分。

      示例：
        surefoot pilot medical/disease-classification
        surefoot pilot finance/fraud-detection --data payments.csv --target is_fraud --json
        surefoot pilot nlp/sentiment-analysis --data r.csv --target y --text-column review --seed 7
        surefoot pilot medical/disease-classification --predictions predictions.csv
      """))

  @Argument(help: ArgumentHelp(say("The scenario's id.", "场景编号。"))) var scenario: String
  @OptionGroup var pilot: PilotOptions
  @Option(
    help: ArgumentHelp(
      say(
        "Write the winner's prediction for every test row to this CSV file.",
        "把优胜模型对每条测试数据的预测写入这个 CSV 文件。"), valueName: "file.csv"))
  var predictions: String?
  @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。"))) var json = false
  @Flag(
    help: ArgumentHelp(say("Leave out times and measured durations.", "省略时间和测得的时长。"))) var noTimes = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let choice = try pilot.choice()
    if let predictions {
      try OutputFiles.checkFolder(URL(fileURLWithPath: predictions).deletingLastPathComponent().path)
    }
    let knowledge = try common.knowledge()
    let scenario = try surefoot.scenario(named: scenario, in: knowledge)
    if scenario.sampleData == nil, case .sample = choice {
      throw Failure.usage(
        say(
          "\(scenario.id) has no sample data; bring your own with --data PATH --target COLUMN",
          "\(scenario.id) 没有样例数据；请用 --data 路径 --target 列 提供自己的数据"))
    }
    if predictions != nil, scenario.problem != .labelled {
      throw Failure.usage(
        say(
          "--predictions applies to labelled rows; the report shows what the pilot of \(scenario.id) made",
          "--predictions 只适用于带标签的数据；\(scenario.id) 的试点产出见报告"))
    }
    let run = AssessmentRun(
      knowledge: knowledge, home: try common.home(), store: try store.open(), keepsTimes: !noTimes)
    let request = AssessmentRequest(
      sheet: AnswerSheet(scenario: scenario.id, answers: [:]), pilot: choice, seed: pilot.seed,
      budgetSeconds: pilot.budget, control: pilot.control)
    var predicted: TestPredictions?
    let assessment = try run.assess(request, testPredictions: { predicted = $0 })
    guard let result = assessment.pilot else {
      throw Failure.failed(say("the pilot gave no result", "试点没有得出结果"))
    }
    if let predictions, let predicted {
      try OutputFiles.replace(predictions, with: predictionsCSV(predicted))
    }
    if json {
      Shell.printRaw(pilotText(result, includeTimes: !noTimes))
    } else {
      PilotSummary(result: result).print()
    }
  }
}

/// A table of row, actual value, prediction, and a probability for each class.
private func predictionsCSV(_ predictions: TestPredictions) -> String {
  let classes = predictions.classes
  var lines = [
    (["row", "actual", "predicted"] + classes.map { "p(\($0))" }).map(csvField).joined(separator: ",")
  ]
  for (index, row) in predictions.rows.enumerated() {
    let (actual, scores) = (predictions.actual[index], predictions.scores[index])
    let fields =
      classes.isEmpty
      ? ["\(row)", "\(actual)", "\(scores[0])"]
      : ["\(row)", classes[Int(actual)], classes[predictions.predictedClass(index)]] + scores.map { "\($0)" }
    lines.append(fields.map(csvField).joined(separator: ","))
  }
  return lines.joined(separator: "\n") + "\n"
}

/// A pilot's result as a short table.
private struct PilotSummary {
  var result: PilotResult
  private let numbers = NumberText(shellLanguage)

  init(result: PilotResult) { self.result = result }

  func print() {
    let (data, metric) = (result.data, metricTitle(result.metric))
    Shell.print(
      data.hasRows
        ? say(
          "\(data.name): \(data.rows) rows, \(data.features) features, \(metric.en)",
          "\(data.name)：\(data.rows) 行，\(data.features) 个特征，\(metric.zh)")
        : say(
          "\(data.name): \(data.rows) examples, \(metric.en)",
          "\(data.name)：\(data.rows) 个样本，\(metric.zh)"))
    let heading = [say("candidate", "候选"), say("validation", "验证"), say("held out", "留出测试"), ""]
    let rows = result.candidates.map { candidate in
      [
        candidate.candidate.title[shellLanguage], text(candidate.validation), text(candidate.test),
        candidate.candidate == result.winner ? say("winner", "优胜") : "",
      ]
    }
    let widths = heading.indices.map { column in
      ([heading] + rows).map { displayWidth($0[column]) }.max() ?? 0
    }
    for row in [heading] + rows {
      var line = "  " + zip(row, widths).map { TextBlock.pad($0, to: $1) }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      Shell.print(line)
    }
    let gain = text(result.gain)
    Shell.print(
      result.gainIsReal
        ? say("gain over the baseline \(gain)", "相对基线的提升 \(gain)")
        : result.gain.low > 0
          ? say(
            "no signal: random orders of the rows often gain \(gain) over the baseline as well",
            "没有信号：数据随机排序也常能达到相对基线的提升 \(gain)")
          : say(
            "no signal: the gain over the baseline, \(gain), includes zero", "没有信号：相对基线的提升 \(gain) 包含零"))
  }

  private func text(_ score: MeasuredScore) -> String {
    numbers.measured(score.value, low: score.low, high: score.high)
  }
}
