import Knowledge
import Recommendations
import Reporting

extension FactSheet {
  init(_ model: BaseModel, _ knowledge: KnowledgeBase) {
    self.init(kind: "model", id: model.id.name, title: LocalizedText(en: model.name, zh: model.name))
    let count = model.architecture.parameterCount ?? model.published.parameters
    add(
      "facts", "Facts", "信息",
      [
        LocalizedText(en: "\(model.maker), \(model.date)", zh: "\(model.maker)，\(model.date)"),
        both { "\($0.count(count)) " + ($0.language == .english ? "parameters" : "个参数") },
        LocalizedText(
          en:
            "licence \(model.licence.name) (\(model.licence.terms.rawValue)), weights \(model.weights.rawValue)",
          zh: "许可证 \(model.licence.name)（\(model.licence.terms.rawValue)），权重 \(model.weights.rawValue)"),
      ])
    if let context = model.context {
      add("context", "Longest input", "最长输入", [both { $0.count(Double(context)) }])
    }
    if let data = model.trainingData {
      add(
        "training-data", "Trained on", "训练数据",
        [
          LocalizedText(
            en: "\(NumberText(.english).large(data.amount)) \(data.unit.en): \(data.what.en)",
            zh: "\(NumberText(.chinese).large(data.amount)) \(data.unit.zh)：\(data.what.zh)")
        ])
    }
    if let languages = model.languages, !languages.isEmpty {
      let text = languages.joined(separator: ", ")
      add("languages", "Languages", "语言", [LocalizedText(en: text, zh: text)])
    }
    add(
      "suits", "Base of", "适用做法",
      model.suits.compactMap { knowledge.approach($0)?.title })
    add("note", "What to know", "须知", [model.note])
  }

  init(_ device: Device) {
    self.init(kind: "device", id: device.id.name, title: device.name)
    let shared = device.isMemoryShared ? LocalizedText(en: ", shared", zh: "（与系统共用）") : .init(en: "", zh: "")
    add(
      "memory", "Memory", "显存",
      [
        LocalizedText(
          en: "\(NumberText(.english).plain(device.memory / 1e9)) GB\(shared.en), "
            + "\(NumberText(.english).plain(device.bandwidth / 1e9)) GB/s",
          zh: "\(NumberText(.chinese).plain(device.memory / 1e9)) GB\(shared.zh)，"
            + "\(NumberText(.chinese).plain(device.bandwidth / 1e9)) GB/s")
      ])
    add(
      "peak", "Peak (dense)", "峰值（稠密）",
      Device.Precision.allCases.compactMap { name in
        device.peak[name].map { peak in
          both { "\(name.rawValue): \($0.plain(peak / 1e12)) TFLOP/s" }
        }
      })
    add("power", "Power", "功率", [both { "\($0.plain(device.power)) W" }])
    for (key, en, zh, price) in [
      ("rent", "Rent of one for an hour", "单台每小时租金", device.rent),
      ("purchase", "Price of one", "单台价格", device.purchase),
    ] {
      guard let price else { continue }
      add(
        key, en, zh,
        [
          both { numbers in
            let ends = [price.low, price.likely, price.high].map(numbers.plain)
            return ends.joined(separator: " – ") + " \(price.currency), \(price.date)"
          }
        ])
    }
  }
}

/// The same text made in each language.
func both(_ text: (NumberText) -> String) -> LocalizedText {
  LocalizedText(en: text(NumberText(.english)), zh: text(NumberText(.chinese)))
}
