import Knowledge
import Recommendations
import Reporting

extension Catalog.List {
  /// The models or the devices, one a line.
  func listParts(_ kind: CatalogKind, _ domain: Domain?) throws {
    guard domain == nil else {
      throw Failure.usage(
        say("--domain goes with scenarios and cases only", "--domain 只能用于场景和公开案例"))
    }
    let knowledge = try common.knowledge()
    let models = kind == .models
    if json {
      Shell.print(
        JSONText.lines(models ? knowledge.models.map(\.line) : knowledge.devices.map(\.line)))
    } else {
      printList(
        models
          ? knowledge.models.map { ($0.id.name, $0.summary[shellLanguage]) }
          : knowledge.devices.map { ($0.id.name, $0.summary[shellLanguage]) })
    }
  }

  func printList(_ rows: [(id: String, text: String)]) {
    let width = rows.map { displayWidth($0.id) }.max() ?? 0
    for row in rows { Shell.print(TextBlock.pad(row.id, to: width + 2) + row.text) }
  }
}

extension BaseModel {
  /// Name, size and licence.
  fileprivate var summary: LocalizedText {
    let numbers = { (language: Language) in
      NumberText(language).large(architecture.parameterCount ?? published.parameters)
    }
    return LocalizedText(
      en: "\(name), \(modality.rawValue), \(numbers(.english)) parameters, \(licence.name)",
      zh: "\(name)，\(modality.rawValue)，\(numbers(.chinese)) 个参数，\(licence.name)")
  }

  fileprivate var line: JSONText {
    .object([
      ("id", .string(id.name)), ("name", .string(name)), ("modality", .string(modality.rawValue)),
      ("parameters", architecture.parameterCount.map(JSONText.number) ?? .null),
      ("licence", .string(licence.name)), ("terms", .string(licence.terms.rawValue)),
      ("suits", .array(suits.map { .string($0.rawValue) })),
    ])
  }
}

extension Device {
  /// Name, memory and speed.
  fileprivate var summary: LocalizedText {
    let facts = { (language: Language) in
      let numbers = NumberText(language)
      return "\(numbers.plain(memory / 1e9)) GB, \(numbers.plain(trainingPeak / 1e12)) TFLOP/s "
        + "(\(trainingPrecision.rawValue)), \(numbers.plain(power)) W"
    }
    return LocalizedText(en: "\(name.en), \(facts(.english))", zh: "\(name.zh), \(facts(.chinese))")
  }

  fileprivate var line: JSONText {
    .object([
      ("id", .string(id.name)),
      ("name", .object([("en", .string(name.en)), ("zh", .string(name.zh))])),
      ("class", .string(deviceClass.rawValue)), ("memory-bytes", .number(memory)),
      ("bandwidth", .number(bandwidth)),
      (
        "peak",
        .object(
          Precision.allCases.compactMap { name in peak[name].map { (name.rawValue, .number($0)) } })
      ),
      ("power", .number(power)),
    ])
  }
}
