import Datasets
import Foundation
import Pilots
import Recommendations
import TestSupport
import Testing

@Test(.enabled(if: ProcessInfo.processInfo.environment["SCRATCH"] != nil))
func scratch() throws {
  let env = ProcessInfo.processInfo.environment
  let names = (env["SCRATCH"] ?? "").split(separator: ",").map(String.init)
  let metrics = ["text-en-sms": "macro-f1", "text-zh-waimai": "macro-f1", "tab-multi-vehicle": "macro-f1", "dna-dog-genefamily": "macro-f1", "game-tictactoe": "accuracy", "img-pneumonia": "accuracy", "audio-digits": "accuracy"]
  let targets = ["tab-bin-titanic": "Survived"]
  for name in names {
    let start = DispatchTime.now().uptimeNanoseconds
    func seconds() -> Double { Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 }
    let base = URL(fileURLWithPath: "/tmp/pilotdata/\(name)")
    var training: Dataset
    var heldOut: Dataset?
    if name.hasPrefix("sample:") {
      training = try SampleData.load(String(name.dropFirst(7)), root: repositoryRoot, seed: 42)
      heldOut = nil
    } else {
      let folder = FileManager.default.fileExists(atPath: base.appendingPathComponent("train").path)
      training = try load(DatasetRequest(location: base.appendingPathComponent(folder ? "train" : "train.csv"), target: targets[name] ?? (folder ? nil : env["TARGET"])))
      heldOut = try applyHeldOut(base.appendingPathComponent(folder ? "test" : "test.csv"), to: training)
    }
    let loaded = seconds()
    let text = training.modality == .text
    var c = PilotConfiguration(
      metric: metrics[name], widths: text ? [64] : [128, 64], dropout: text ? 0.3 : Double(env["DROPOUT"] ?? "0.1") ?? 0.1,
      maximumEpochs: text ? 20 : 60, patience: text ? 3 : 8, l2: Double(env["L2"] ?? "0.0001") ?? 0.0001)
    if let w = env["WIDTHS"] { c.widths = w.split(separator: "-").compactMap { Int($0) } }
    var marks: [String] = []
    var last = -1.0
    let result = try runPilot(
      dataset: training, heldOut: heldOut, configuration: c, seed: 42, budgetSeconds: Double(env["BUDGET"] ?? "60") ?? 60,
      clock: { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }, memory: { 0 }, journal: MemoryJournal(),
      progress: { p in
        if p.fractionDone - last > 0.1 || p.phase == .retraining { last = p.fractionDone; marks.append(String(format: "%.2f@%.1f", p.fractionDone, p.secondsElapsed)) }
      })
    print("== \(name) rows \(result.trainingRows)+\(result.testRows) features \(result.data.features) \(result.metric) load \(loaded) run \(result.cost.seconds) winner \(result.winner) gain \(result.gain) real \(result.gainIsReal)")
    for c in result.candidates {
      print(String(format: "   %@ val %.4f [%.4f] train %.4f TEST %.4f [%.4f %.4f]", c.candidate.rawValue, c.validation.value, c.validation.high - c.validation.value, c.training, c.test.value, c.test.low, c.test.high), c.settings["l2"] ?? "", c.settings["epochs"] ?? "")
    }
    print("   gap \(result.trainValidationGap.value) predict \(result.cost.predictionSeconds) train \(result.cost.trainingSeconds) notes \(result.notes.map { "\($0.kind):\($0.detail)" }) \(marks.joined(separator: " "))")
  }
}
