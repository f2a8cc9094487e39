import ArgumentParser
import Assessments
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
      A naive baseline, a linear model and a small network on the same folds; the winner is chosen by validation
      and scored on rows it never saw.

      EXAMPLES:
        surefoot pilot medical/disease-classification
        surefoot pilot finance/fraud-detection --data payments.csv --target is_fraud --json
        surefoot pilot nlp/sentiment-analysis --data reviews.csv --target label --text-column review --seed 7
      """,
      """
      朴素基线、线性模型和小型神经网络使用相同的折；优胜者由验证结果选出，并在从未见过的数据上评分。

      示例：
        surefoot pilot medical/disease-classification
        surefoot pilot finance/fraud-detection --data payments.csv --target is_fraud --json
        surefoot pilot nlp/sentiment-analysis --data reviews.csv --target label --text-column review --seed 7
      """))

  @Argument(help: ArgumentHelp(say("The scenario's id.", "场景编号。"))) var scenario: String
  @OptionGroup var pilot: PilotOptions
  @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。"))) var json = false
  @Flag(
    help: ArgumentHelp(say("Leave out times and measured durations.", "省略时间和测得的时长。"))) var noTimes = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let choice = try pilot.choice()
    let knowledge = try common.knowledge()
    let scenario = try surefoot.scenario(named: scenario, in: knowledge)
    if scenario.sampleData == nil, case .sample = choice {
      throw Failure.usage(
        say(
          "\(scenario.id) has no sample data; bring your own with --data PATH --target COLUMN",
          "\(scenario.id) 没有样例数据；请用 --data 路径 --target 列 提供自己的数据"))
    }
    let run = AssessmentRun(
      knowledge: knowledge, home: try common.home(), store: try store.open(), keepsTimes: !noTimes)
    let assessment = try run.assess(
      AssessmentRequest(
        sheet: AnswerSheet(scenario: scenario.id, answers: [:]), pilot: choice, seed: pilot.seed,
        budgetSeconds: pilot.budget))
    guard let result = assessment.pilot else {
      throw Failure.failed(say("the pilot gave no result", "试点没有得出结果"))
    }
    if json {
      Shell.printRaw(pilotText(result, includeTimes: !noTimes))
    } else {
      PilotSummary(result: result).print()
    }
  }
}

/// A pilot's result as a short table.
private struct PilotSummary {
  var result: PilotResult
  private let numbers = NumberText(shellLanguage)

  init(result: PilotResult) { self.result = result }

  func print() {
    Shell.print(
      say(
        "\(result.data.name): \(result.data.rows) rows, \(result.data.features) features, \(result.metric)",
        "\(result.data.name)：\(result.data.rows) 行，\(result.data.features) 个特征，\(result.metric)"))
    let heading = [say("candidate", "候选"), say("validation", "验证"), say("held out", "留出测试"), ""]
    let rows = result.candidates.map { candidate in
      [
        candidate.candidate.rawValue, text(candidate.validation), text(candidate.test),
        candidate.candidate == result.winner ? say("winner", "优胜") : "",
      ]
    }
    let widths = heading.indices.map { column in ([heading] + rows).map { displayWidth($0[column]) }.max() ?? 0 }
    for row in [heading] + rows {
      let line = zip(row, widths).map { TextBlock.pad($0, to: $1) }.joined(separator: "  ")
      Shell.print("  \(line)".trimmingCharacters(in: .init(charactersIn: " ")).isEmpty ? "" : "  \(line)")
    }
    let gain = text(result.gain)
    Shell.print(
      result.gainIsReal
        ? say("gain over the baseline \(gain)", "相对基线的提升 \(gain)")
        : say("no gain over the baseline: \(gain) includes zero", "相对基线没有提升：\(gain) 包含零"))
  }

  private func text(_ score: MeasuredScore) -> String {
    numbers.measured(score.value, low: score.low, high: score.high)
  }
}
