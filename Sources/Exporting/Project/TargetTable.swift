import Knowledge
import Recommendations

/// The target's table of `config.toml`, with the reasons that the configuration gives.
func targetTable(_ plan: ExportPlan, _ file: inout TOMLText) {
  let (configuration, say) = (plan.configuration, plan.say)
  file.table(
    "target",
    say("The target: \(configuration.name.en).", "目标配置：\(configuration.name.zh)。")
      + (configuration.advice.map { "\n" + $0[plan.language] } ?? ""))
  file.set("approach", configuration.approach.rawValue)
  switch plan.program {
  case .classical: file.set("kind", "classical")
  case .dense(let widths):
    file.set("kind", "dense")
    file.set("widths", widths, plan.reason("size", in: configuration.lines))
    file.set("dropout", plan.assessment.recommendation.pilot.dropout, plan.regularisationReason)
    networkSettings(plan, &file)
  case .featureTransformer(let layers, let width, let feedForward, let heads):
    file.set("kind", "feature-transformer")
    file.set("layers", layers, plan.reason("size", in: configuration.lines))
    file.set("width", width)
    file.set("feed_forward", feedForward)
    file.set("heads", heads)
    networkSettings(plan, &file)
  case .residualKeywords(let layers, let pool, let dilates):
    file.set("kind", "residual-keywords")
    file.set("layers", layers, "Tang, Lin (2018), arXiv 1710.10361, Table 1")
    file.set("channels", 45)
    file.set("pool", pool)
    file.set("dilates", dilates)
    networkSettings(plan, &file)
  case .pretrained(let model, let startsFromWeights):
    pretrainedSettings(model, startsFromWeights, plan, &file)
  case .prompt(let weights, let retrieves): promptSettings(weights, retrieves, plan, &file)
  case .pilotNetwork:
    file.comment(ExportPlan.standIn[plan.language])
    pilotShape(plan, &file)
    networkSettings(plan, &file)
  }
}

private func networkSettings(_ plan: ExportPlan, _ file: inout TOMLText) {
  let pilot = plan.assessment.recommendation.pilot
  file.set("l2", pilot.l2, plan.regularisationReason)
  file.set("optimiser", "adam")
  stepSettings(plan, patience: pilot.patience, &file)
}

private func pretrainedSettings(
  _ model: PublishedModel, _ startsFromWeights: Bool, _ plan: ExportPlan, _ file: inout TOMLText
) {
  let say = plan.say
  file.set("kind", "pretrained")
  file.set("family", model.family)
  file.set(
    "weights", weights(model, plan),
    say(
      "Downloaded on first use; a folder on this machine works as well, for use without a network.",
      "首次使用时下载；也可填写本机文件夹，以便离线使用。"))
  file.set("starts_from_weights", startsFromWeights)
  file.set("method", plan.settings.method, plan.reason("method", in: plan.configuration.lines))
  if plan.settings.method == "lora" { file.set("lora_rank", plan.settings.adapterRank) }
  if model.reads == .text {
    file.set(
      "sequence", plan.settings.sequence ?? 128, plan.reason("sequence", in: plan.configuration.lines))
  }
  if model.reads == .image {
    file.set(
      "image_side", 224, say("Pixels; what the published weights were trained on.", "像素；公开权重训练时所用的尺寸。"))
  }
  if model.family == "resnet", !startsFromWeights {
    file.set(
      "optimiser", "sgd", say("With momentum 0.9: He et al. (2016), sec. 3.4.", "动量 0.9：He 等（2016）第 3.4 节。"))
    file.set("weight_decay", 0.0001)
  } else {
    file.set(
      "optimiser", "adamw",
      say("With this weight decay and a clipped gradient: our judgement.", "权重衰减与梯度裁剪为我们的判断。"))
    file.set("weight_decay", 0.01)
  }
  file.set("clip_norm", 1.0)
  file.set(
    "warm_up", 0.1,
    say("Share of the steps in which the learning rate rises; then it falls to 0.", "学习率上升所占步数比例，之后降到 0。"))
  file.set("mixed_precision", plan.settings.mixedPrecision, say("16-bit on GPUs.", "在 GPU 上使用 16 位精度。"))
  stepSettings(plan, patience: 2, &file)
}

/// Batch, epochs and learning rate, stopping early and class weights.
private func stepSettings(_ plan: ExportPlan, patience: Int, _ file: inout TOMLText) {
  let (settings, lines, say) = (plan.settings, plan.configuration.lines, plan.say)
  file.set("batch", settings.batch, plan.reason("batch", in: lines))
  let most = 64
  if settings.rowsAtOnce < settings.batch || settings.batch > most {
    file.set(
      "rows_at_once", min(settings.rowsAtOnce, most),
      say("Rows a process computes at once; lower it when memory runs out.", "每个进程一次计算的行数；内存不足时请调小。"))
  }
  file.set("epochs", max(1, Int((settings.epochs ?? 10).rounded(.up))), plan.reason("epochs", in: lines))
  if let rate = settings.learningRate {
    file.set("learning_rate", rate, plan.reason("learning-rate", in: lines))
  }
  file.set(
    "patience", patience,
    say(
      "Epochs without a lower loss on the first fold's held-out rows before it stops; the best one is kept.",
      "第一折留出数据的损失连续这么多轮不再下降即停止，并保留最佳一轮。"))
  if settings.hasRareClass, plan.dataset.task != .regression {
    file.set("class_weights", true, plan.reason("class-weights", in: lines))
  }
  file.set("seed", Int(truncatingIfNeeded: plan.seed))
}

private func promptSettings(
  _ weights: String, _ retrieves: Bool, _ plan: ExportPlan, _ file: inout TOMLText
) {
  let say = plan.say
  file.set("kind", "prompt")
  file.set(
    "weights", weights,
    say(
      "Downloaded on first use, after its licence was accepted; a folder works as well.",
      "首次使用时下载（须先接受许可），也可填写本机文件夹。"))
  file.set("retrieves", retrieves)
  file.set(
    "examples", 4,
    say("Labelled training rows shown with each case: our judgement.", "每条案例附带的已标注训练样本数：我们的判断。"))
  file.set("sequence", plan.settings.sequence ?? 1024, plan.reason("sequence", in: plan.configuration.lines))
  file.set(
    "instruction", plan.instruction,
    say("Write your own, looking at training rows only.", "请只参考训练数据改写成自己的提示词。"))
  file.set("seed", Int(truncatingIfNeeded: plan.seed))
}

private func weights(_ model: PublishedModel, _ plan: ExportPlan) -> String {
  guard model.family == "bert", plan.isChinese else { return model.weights }
  return PublishedModel.chineseEncoder
}

extension ExportPlan {
  /// What stands in a project whose target has no program of its own.
  static let standIn = LocalizedText(
    en: "The project has no program for this target; in its place stands the kind of network that the pilot"
      + " trained, with the target's batch, epochs and learning rate.",
    zh: "本项目没有该目标的程序，以试点所训练的网络类型代替，批大小、轮数和学习率取自目标配置。")

  fileprivate var regularisationReason: String? {
    reason("regularisation", in: configuration.lines)
      ?? reason("pilot-regularisation", in: assessment.recommendation.pilot.lines)
  }

  fileprivate var instruction: String {
    let scenario = request.knowledge.scenario(assessment.scenario)
    let summary = scenario?.summary[isChinese ? .chinese : .english] ?? assessment.scenario.name
    return isChinese
      ? "\(summary)判断下面的案例属于哪一类，只回答类别名称。"
      : "\(summary) Say which class the case belongs to, with the class's name alone."
  }
}
