import Knowledge
import Recommendations

/// Words of the hardware options.
enum HardwareWording {
  static let caption = LocalizedText(en: "Hardware that carries the target", zh: "可承载目标配置的硬件")
  static let device = LocalizedText(en: "Device", zh: "设备")
  static let memory = LocalizedText(en: "Memory of one", zh: "每台显存")
  static let time = LocalizedText(en: "Training time", zh: "训练时间")
  static let answer = LocalizedText(en: "One answer", zh: "单次回答")
  static let money = LocalizedText(en: "Money", zh: "费用")
  static let energy = LocalizedText(en: "Energy", zh: "耗电")
  static let because = LocalizedText(en: "Because of", zh: "起因")
  static let everyAnswer = LocalizedText(en: "no answer against it", zh: "没有答案排除它")
  static let reading = LocalizedText(
    en: "Likely figure, with low and high. Money is rent, or the electricity of a device of your own; "
      + "where nothing is trained, money and energy are those of a month at hand.",
    zh: "数字为最可能值，括号内为下限与上限。费用指租金，自有设备只计电费；无需训练时，费用与耗电按常备一个月计。")
  static let commands = LocalizedText(
    en: "How the first option was computed, and the command that gives the same",
    zh: "首选方案的计算方式，以及可复算的命令")
  static let figure = LocalizedText(en: "Figure", zh: "数字")
  static let how = LocalizedText(en: "How", zh: "计算方式")
  static let command = LocalizedText(en: "Command", zh: "命令")
  static let ruledOut = LocalizedText(en: "Ruled out", zh: "已排除")
  static let what = LocalizedText(en: "What", zh: "对象")
  static let why = LocalizedText(en: "Why", zh: "原因")
  static let none = LocalizedText(
    en: "No device of the catalog carries this target under the answers given.",
    zh: "在现有答案下，知识库中没有设备能承载该目标配置。")

  static func more(_ count: Int) -> LocalizedText {
    LocalizedText(en: "\(count) more stand in the JSON report.", zh: "另有 \(count) 项见 JSON 报告。")
  }

  static func name(_ option: HardwareOption) -> LocalizedText {
    let times = option.count > 1 ? "\(option.count) × " : ""
    return LocalizedText(
      en: times + option.name.en + (option.isRented ? ", rented" : ", your own"),
      zh: times + option.name.zh + (option.isRented ? "（租用）" : "（自有）"))
  }
}
