import Knowledge
import Pilots
import Recommendations
import Reporting

/// Where the pilot is: a bar that moves on a terminal, a line a step elsewhere; always on standard error.
final class ProgressLine {
  private var lastStep = ""
  private var lastDrawn = -1.0
  private var isShown = false

  func show(_ progress: PilotProgress) {
    if Shell.logIsTerminal {
      draw(progress)
    } else {
      let step = step(progress)
      if step != lastStep { Shell.log(say("pilot: \(step)", "试点：\(step)")) }
      lastStep = step
    }
  }

  /// Takes the bar away, so that what follows begins on a clean line.
  func clear() {
    if isShown { Shell.logRaw("\r\u{1B}[K") }
    isShown = false
  }

  private func draw(_ progress: PilotProgress) {
    // Ten times a second is smooth; an epoch of a small network takes less.
    guard progress.secondsElapsed - lastDrawn >= 0.1 || progress.fractionDone >= 1 else { return }
    lastDrawn = progress.secondsElapsed
    let cells = 24
    let full = Int((progress.fractionDone * Double(cells)).rounded(.down))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
    let numbers = NumberText(shellLanguage)
    var text = "\(bar) \(numbers.percent(progress.fractionDone))  \(step(progress))"
    if let epoch = progress.epoch { text += say(", epoch \(epoch)", "，第 \(epoch) 轮") }
    if let loss = progress.loss { text += say(", loss ", "，损失 ") + numbers.number(loss, decimals: 4) }
    if let expected = progress.secondsExpected, expected > progress.secondsElapsed {
      text +=
        say(", about ", "，约剩 ") + numbers.duration(expected - progress.secondsElapsed) + say(" left", "")
    }
    Shell.logRaw("\r\(text)\u{1B}[K")
    isShown = true
  }

  private func step(_ progress: PilotProgress) -> String {
    let candidate = progress.candidate.map(name) ?? ""
    switch progress.phase {
    case .preparing: return say("preparing the data", "准备数据")
    case .training:
      let fold = progress.fold.map {
        say(", fold \($0) of \(progress.folds)", "，第 \($0)/\(progress.folds) 折")
      }
      return candidate + (fold ?? "")
    case .retraining: return candidate + say(", on all training rows", "，用全部训练数据")
    case .testing: return say("scoring the held-out rows", "在留出数据上评分")
    case .timing: return say("timing predictions", "测量预测耗时")
    }
  }

  private func name(_ candidate: PilotCandidate) -> String {
    switch candidate {
    case .baseline: say("naive baseline", "朴素基线")
    case .linear: say("linear model", "线性模型")
    case .classical: say("classical method", "经典方法")
    case .trees: say("boosted trees", "提升树")
    case .smallNetwork: say("small network", "小型神经网络")
    }
  }
}
