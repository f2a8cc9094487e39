import Knowledge

/// Why an assessment cannot be exported as a training project.
public enum ExportError: Error, Hashable, Sendable {
  /// The approach is rules and people; `instead` is the best-ranked approach that can be exported.
  case nothingToTrain(instead: ApproachID?)
  /// The scenario has no target for the approach, or is no longer in the catalog.
  case noTarget(ApproachID, ScenarioID)
  /// The target needs a program that the export does not have, such as pretraining.
  case noProgram(ApproachID, name: LocalizedText, instead: ApproachID?)
  /// The target reads another kind of input than the rows are.
  case otherInput(reads: Modality, found: String)
  /// The target answers with classes only.
  case classesOnly(ApproachID)
  /// The rows are not those of the assessment's pilot.
  case otherData(expected: String, rows: Int)
  /// A program text is missing from `exports/pytorch`.
  case missingProgram(String)
}

extension ExportError {
  /// One sentence for the person, with what can be done.
  public var text: LocalizedText {
    switch self {
    case .nothingToTrain(let instead):
      LocalizedText(
        en: "the assessment recommends rules and people, so there is nothing to train"
          + Self.hint(instead).en,
        zh: "评估推荐采用规则和人工，没有可训练的模型" + Self.hint(instead).zh)
    case .noTarget(let approach, let scenario):
      LocalizedText(
        en: "the catalog has no target for '\(approach.rawValue)' in \(scenario)",
        zh: "知识库中 \(scenario) 没有“\(approach.rawValue)”的目标配置")
    case .noProgram(let approach, let name, let instead):
      LocalizedText(
        en: "'\(name.en)' (\(approach.rawValue)) needs more than the labelled rows, such as"
          + " pretraining or an outside service, and cannot be exported" + Self.hint(instead).en,
        zh: "“\(name.zh)”（\(approach.rawValue)）需要预训练或外部服务等标注数据之外的条件，无法导出" + Self.hint(instead).zh)
    case .otherInput(let reads, let found):
      LocalizedText(
        en: "the target reads data of the kind '\(reads.rawValue)', but the rows are of the kind '\(found)'",
        zh: "目标模型读取的是 \(reads.rawValue) 类数据，而现有数据是 \(found) 类")
    case .classesOnly(let approach):
      LocalizedText(
        en: "'\(approach.rawValue)' chooses among classes, but the data's target is a number",
        zh: "“\(approach.rawValue)”只能在类别中选择，而数据的目标是数值")
    case .otherData(let expected, let rows):
      LocalizedText(
        en: "these \(rows) rows are not the ones the pilot ran on (\(expected)); give the same --data,"
          + " --target, --text-column, --encoding and --test as then",
        zh: "这 \(rows) 行数据与试点所用的数据（\(expected)）不同；请给出与当时相同的 --data、--target、--text-column、--encoding 和 --test"
      )
    case .missingProgram(let path):
      LocalizedText(
        en: "the installation lacks exports/pytorch/\(path)", zh: "安装中缺少 exports/pytorch/\(path)")
    }
  }

  private static func hint(_ instead: ApproachID?) -> LocalizedText {
    guard let id = instead?.rawValue else { return LocalizedText(en: "", zh: "") }
    return LocalizedText(
      en: "; --approach \(id) exports the best-ranked approach that can be trained or tried out",
      zh: "；--approach \(id) 可导出排名最靠前的可训练或可试用方案")
  }
}
