import Knowledge

/// Words around the examples of a pilot.
enum SampleWording {
  static let heading = LocalizedText(en: "What it made", zh: "产出示例")
  static let trueBox = LocalizedText(en: "drawn by the data", zh: "数据标注")
  static let foundBox = LocalizedText(en: "found by the network", zh: "网络找到")
  static let midi = LocalizedText(en: "MIDI file", zh: "MIDI 文件")
  static let inHTML = LocalizedText(
    en: "Pictures and sounds are in the HTML report.", zh: "图片和声音见 HTML 报告。")
}
