import Datasets
import Knowledge
import Pilots
import Recommendations

/// `config.toml`: every number of the project, each under its reason.
func configurationFile(_ plan: ExportPlan) -> String {
  var file = TOMLText()
  let say = plan.say
  file.comment(
    say(
      "Every number of this project and its reason. Drawn up from assessment \(plan.assessment.id) of"
        + " \(plan.assessment.scenario).",
      "本项目的全部数值及其理由，依据 \(plan.assessment.scenario) 的评估 \(plan.assessment.id) 生成。"))
  assessmentTable(plan, &file)
  dataTable(plan, &file)
  pilotTable(plan, &file)
  linearTable(plan, &file)
  targetTable(plan, &file)
  expectedTables(plan, &file)
  return file.text
}

extension ExportPlan {
  /// The text in the language of the request.
  func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }
}

private func assessmentTable(_ plan: ExportPlan, _ file: inout TOMLText) {
  let versions = plan.assessment.versions
  file.table("assessment")
  file.set("id", plan.assessment.id)
  file.set("scenario", plan.assessment.scenario.name)
  file.set("engine", versions.engine)
  file.set("catalog", versions.catalog)
  file.set("rubrics", versions.rubrics)
}

private func dataTable(_ plan: ExportPlan, _ file: inout TOMLText) {
  let (dataset, say) = (plan.dataset, plan.say)
  file.table("data", say("The rows in data/, as the pilot read them.", "data/ 中的数据，与试点所读一致。"))
  file.set("name", dataset.name)
  file.set("fingerprint", plan.request.data.fingerprint)
  file.set("modality", dataset.modality.rawValue)
  file.set("task", dataset.task.name)
  file.set("target", dataset.targetName)
  file.set(
    "classes", dataset.classes,
    say(
      "In the order of the probabilities; of two, the second is the one they are about.", "按概率的顺序；二分类时概率指第二类。"
    ))
  file.set("metric", plan.split.metric)
  file.set(
    "seed", Int(truncatingIfNeeded: plan.seed),
    say(
      "Draws the bootstrap intervals; the split itself stands in split.json.", "用于自助法置信区间；数据划分见 split.json。"))
  switch dataset.plainRows {
  case .columns(let columns):
    file.set("kinds", columns.map(\.kind.rawValue), say("One a column of rows.csv.", "对应 rows.csv 的各列。"))
  case .grid(let grid): gridSettings(grid, plan, &file)
  }
}

private func gridSettings(_ grid: PlainGrid, _ plan: ExportPlan, _ file: inout TOMLText) {
  let say = plan.say
  file.set(
    "folder", plan.request.dataFolder ?? "data/files",
    say("Where the files of rows.csv lie.", "rows.csv 中各文件所在的文件夹。"))
  switch grid.layout {
  case .image(let side, let channels):
    file.set("side", side, say("Pixels of the pilot's square pictures.", "试点所用正方形图片的边长（像素）。"))
    file.set("channels", channels)
  case .sound(let rate):
    file.set("sample_rate", rate, say("Samples a second.", "每秒采样数。"))
    file.set(
      "seconds", 1.0,
      say(
        "Sounds are cut or filled with silence to this length; raise it for longer ones (our judgement).",
        "声音截取或补静音到此长度；较长的声音请调大（我们的判断）。"))
  }
}

private func pilotTable(_ plan: ExportPlan, _ file: inout TOMLText) {
  let (pilot, say) = (plan.assessment.recommendation.pilot, plan.say)
  let epochs = plan.measured(.smallNetwork)?.settings["epochs"].flatMap(Int.init)
  file.table("pilot", say("The small network that the pilot trained here.", "试点在本机训练的小型网络。"))
  pilotShape(plan, &file)
  file.set("l2", pilot.l2)
  file.set("optimiser", "adam")
  file.set("learning_rate", pilot.learningRate, plan.reason("pilot-learning-rate", in: pilot.lines))
  file.set("batch", pilot.batchSize, plan.reason("pilot-batch", in: pilot.lines))
  if let epochs {
    file.set(
      "epochs", epochs,
      say(
        "The middle one of the folds' best epochs; the pilot trained so long on all training rows.",
        "各折最佳轮数的中位数；试点据此在全部训练数据上训练。"))
  } else {
    file.set("epochs", pilot.maximumEpochs, plan.reason("pilot-epochs", in: pilot.lines))
    file.set("patience", pilot.patience)
  }
  file.set("seed", Int(truncatingIfNeeded: plan.seed))
}

/// The kind and size of the pilot's network, and its dropout.
func pilotShape(_ plan: ExportPlan, _ file: inout TOMLText) {
  let (pilot, say) = (plan.assessment.recommendation.pilot, plan.say)
  let form = NetworkForm(plan.dataset)
  file.set("kind", form.name)
  if let axes = form.axes {
    file.set("shape", axes, plan.reason("pilot-network", in: pilot.lines))
    file.set("filters", form.filters, say("Channels, block by block.", "各块的通道数。"))
    file.set("kernels", form.kernels, say("Places a window covers along an axis.", "窗口在每个轴上覆盖的位置数。"))
    file.set("shift", form.shift, say("Pixels a training picture is moved by at most.", "训练图片最多平移的像素数。"))
  } else {
    file.set("widths", pilot.widths, plan.reason("pilot-network", in: pilot.lines))
  }
  file.set("dropout", pilot.dropout, plan.reason("pilot-regularisation", in: pilot.lines))
}

private func linearTable(_ plan: ExportPlan, _ file: inout TOMLText) {
  let found = plan.measured(.linear)?.settings["l2"].flatMap(Double.init)
  file.table("linear", plan.say("The pilot's linear model, for classical.py.", "试点的线性模型，供 classical.py 使用。"))
  file.set("kind", "classical")
  file.set(
    "l2", found ?? usualLinearPenalty(modality: plan.dataset.modality.rawValue),
    found == nil
      ? plan.say("The penalty the pilot would try first.", "试点最先尝试的惩罚系数。")
      : plan.say("Chosen by the pilot over its folds.", "由试点经交叉验证选定。"))
}

private func expectedTables(_ plan: ExportPlan, _ file: inout TOMLText) {
  for (candidate, name) in [(PilotCandidate.smallNetwork, "pilot"), (.linear, "linear")] {
    guard let test = plan.measured(candidate)?.test else { continue }
    file.table(
      "expected.\(name)",
      plan.say(
        "What the pilot measured on the same test rows, with its 95 % interval.", "试点在同一批测试数据上的结果及 95 % 置信区间。"
      ))
    file.set("value", test.value)
    file.set("low", test.low)
    file.set("high", test.high)
  }
}

extension ExportPlan {
  /// A configuration line as a comment: what it says and which answers caused it; nil where there is none.
  func reason(_ key: String, in lines: [ConfigurationLine]) -> String? {
    guard let line = lines.first(where: { $0.key == key }) else { return nil }
    let causes = line.causedBy.map(\.name).joined(separator: ", ")
    return "\(line.label[language]): \(line.value[language])"
      + (causes.isEmpty ? "" : say(" (because of \(causes))", "（依据 \(causes)）"))
  }
}

extension LearningTask {
  /// `binary`, `multiclass` or `regression`.
  var name: String {
    switch self {
    case .binary: "binary"
    case .multiclass: "multiclass"
    case .regression: "regression"
    }
  }
}
